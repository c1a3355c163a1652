import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReceivedPart } from "../../src/sms/received-part.ts";
import {
	type Collection,
	type CollectorReport,
	collectPart,
	emptyCollection,
	expireParts,
	usualPatience,
} from "../../src/sms/segment-collector.ts";
import { splitText } from "../../src/sms/segments.ts";
import { smsText } from "../support/sms-arbitraries.ts";

const longText = smsText(500).map((text) => text.padEnd(161, "."));

/** The parts of a long message and whose they are, to know afterwards. */
interface Sent {
	readonly message: number;
	readonly total: number;
	readonly part: ReceivedPart;
}

/**
 * Two messages of one sender under two references, one of another sender under
 * the first reference, and one that uses the first reference again an hour later.
 */
const messages: fc.Arbitrary<Sent[]> = fc
	.tuple(longText, longText, longText, longText)
	.map(([first, second, third, fourth]) => [
		...sent(0, "+31612345678", 1, 0, first),
		...sent(1, "+31612345678", 2, 0, second),
		...sent(2, "Telfort", 1, 0, third),
		...sent(3, "+31612345678", 1, 3_600_000, fourth),
	]);

/** All parts and some copies of them, in any order. */
const arrivals: fc.Arbitrary<Sent[]> = messages.chain((parts) =>
	fc
		.array(fc.constantFrom(...parts), { maxLength: 10 })
		.chain((copies) => shuffled([...parts, ...copies.map(copyOf)])),
);

/** The same with some parts lost for good. */
const lossyArrivals: fc.Arbitrary<Sent[]> = messages.chain((parts) =>
	fc
		.subarray(parts, { minLength: 1 })
		.chain((left) => shuffled([...left, ...left.slice(0, 3).map(copyOf)])),
);

describe("parts of long messages, in any order and some of them twice", () => {
	test("complete each message once, when its last part comes, with every copy that came", () => {
		fc.assert(
			fc.property(fc.oneof(arrivals, lossyArrivals), (arrived) => {
				let collection: Collection<number> = emptyCollection;
				for (const [handle, { message, total, part }] of arrived.entries()) {
					const before = partsSoFar(arrived, handle, message);
					const now = partsSoFar(arrived, handle + 1, message);
					const collected = collectPart(collection, part, handle, 0);
					collection = collected.collection;
					const expected: CollectorReport<number>[] = [];
					if (before.size === total) {
						expected.push({ type: "late-duplicate", part, handle });
					} else if (now.size === total) {
						const texts = [...now].sort(([a], [b]) => a - b);
						const [first = part] = texts.map(([, { part }]) => part);
						const text = texts.map(([, { part }]) => part.text).join("");
						expected.push({
							type: "complete",
							message: { ...first, text },
							handles: handlesSoFar(arrived, handle + 1, message),
						});
					}
					expect(collected.reports.map(sorted)).toEqual(expected);
				}
			}),
		);
	});

	test("are reported when the rest does not come in time, and are not kept", () => {
		fc.assert(
			fc.property(lossyArrivals, (arrived) => {
				const { collection } = collectAll(arrived);
				const limit = usualPatience.missingParts;
				expect(expireParts(collection, limit - 1).reports).toEqual([]);
				const expired = expireParts(collection, limit);
				expect(expired.collection).toEqual(emptyCollection);
				const open = [0, 1, 2, 3].filter((message) => {
					const numbers = partsSoFar(arrived, arrived.length, message);
					const total = arrived.find((one) => one.message === message)?.total;
					return total !== undefined && numbers.size < total;
				});
				expect(
					expired.reports
						.flatMap((report) =>
							report.type === "incomplete" ? [handlesOf(report)] : [],
						)
						.sort(),
				).toEqual(
					open
						.map((message) =>
							handlesSoFar(arrived, arrived.length, message).join(),
						)
						.sort(),
				);
			}),
		);
	});

	test("fed again from store, rebuild what was open", () => {
		fc.assert(
			fc.property(lossyArrivals, (arrived) => {
				const { collection, deletable } = collectAll(arrived);
				let rebuilt: Collection<number> = emptyCollection;
				for (const [handle, { part }] of arrived.entries()) {
					if (deletable.has(handle)) continue;
					rebuilt = collectPart(rebuilt, part, handle, 0).collection;
				}
				expect(rebuilt.open).toEqual(collection.open);
				for (const [handle, { part }] of arrived.entries()) {
					if (deletable.has(handle)) continue;
					rebuilt = collectPart(rebuilt, part, handle, 0).collection;
				}
				expect(rebuilt.open).toEqual(collection.open);
			}),
		);
	});
});

// Helpers

function sent(
	message: number,
	from: string,
	reference: number,
	at: number,
	text: string,
): Sent[] {
	return splitText(text).map(({ text, number, total }) => ({
		message,
		total,
		part: {
			from,
			named: from === "Telfort",
			text,
			sentAt: at + number * 3000,
			concatenation: { bits: 8, reference, total, number },
		},
	}));
}

function copyOf(one: Sent): Sent {
	return { ...one, part: { ...one.part } };
}

function shuffled<T>(values: T[]): fc.Arbitrary<T[]> {
	return fc.shuffledSubarray(values, { minLength: values.length });
}

function partsSoFar(
	arrived: readonly Sent[],
	count: number,
	message: number,
): Map<number, Sent> {
	return new Map(
		arrived
			.slice(0, count)
			.filter((one) => one.message === message)
			.map((one) => [one.part.concatenation?.number ?? 0, one]),
	);
}

function handlesSoFar(
	arrived: readonly Sent[],
	count: number,
	message: number,
): number[] {
	return arrived
		.slice(0, count)
		.flatMap((one, handle) => (one.message === message ? [handle] : []));
}

function collectAll(arrived: readonly Sent[]): {
	collection: Collection<number>;
	deletable: Set<number>;
} {
	let collection: Collection<number> = emptyCollection;
	const deletable = new Set<number>();
	for (const [handle, { part }] of arrived.entries()) {
		const collected = collectPart(collection, part, handle, 0);
		collection = collected.collection;
		for (const report of collected.reports) {
			if (report.type === "late-duplicate") deletable.add(report.handle);
			if (report.type !== "complete") continue;
			for (const done of report.handles) deletable.add(done);
		}
	}
	return { collection, deletable };
}

function sorted(report: CollectorReport<number>): CollectorReport<number> {
	return report.type === "complete"
		? { ...report, handles: report.handles.toSorted((a, b) => a - b) }
		: report;
}

function handlesOf({ handles }: { handles: readonly number[] }): string {
	return handles.toSorted((a, b) => a - b).join();
}
