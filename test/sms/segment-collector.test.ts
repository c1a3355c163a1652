import { describe, expect, test } from "vitest";
import { decodePdu } from "../../src/sms/pdu.ts";
import { partOf, type ReceivedPart } from "../../src/sms/received-part.ts";
import {
	type Collection,
	type CollectorReport,
	collectPart,
	emptyCollection,
	expireParts,
	nextExpiry,
} from "../../src/sms/segment-collector.ts";

const second = 1000;
const minute = 60 * second;

describe("parts", () => {
	test("of PDUs in the wrong order join to the text", () => {
		const reports = collected([
			[
				0,
				part(
					"07919730071111F1400B919746121611F10000100161916233230E0500032E020240ED303D4C0F03",
				),
			],
			[
				1,
				part(
					"07919730071111F1400B919746121611F10000100161916223230D0500032E020190E175DD1D06",
				),
			],
		]);
		expect(reports.map(summary)).toEqual(["complete: Hakuna matata [1 0]"]);
	});

	test("that came before their message is complete are named by no report", () => {
		const first = of("A", 1, 3);
		expect(
			collected([
				[0, first],
				[1, first],
				[2, of("C", 3, 3)],
			]),
		).toEqual([]);
	});

	test("of a whole message need no others", () => {
		const whole = { ...of("ARM", 1, 2), concatenation: null };
		expect(collected([[5, whole]]).map(summary)).toEqual(["complete: ARM [5]"]);
		expect(collected([[6, of("ARM", 1, 1)]]).map(summary)).toEqual([
			"complete: ARM [6]",
		]);
	});

	test("that came twice are named together, or as late once their message is whole", () => {
		const first = of("A", 1, 2);
		const reports = collected([
			[0, first],
			[1, first],
			[2, of("B", 2, 2)],
			[3, first],
		]);
		expect(reports.map(summary)).toEqual([
			"complete: AB [0 2 1]",
			"late-duplicate: A [3]",
		]);
	});

	test("that their sender repeated a minute later are still parts of one message", () => {
		const later = { sentAt: 65 * second };
		const reports = collected([
			[0, of("A", 1, 3)],
			[1, of("B", 2, 3)],
			[2, of("B", 2, 3, later)],
			[3, of("C", 3, 3, later)],
		]);
		expect(reports.map(summary)).toEqual(["complete: ABC [0 1 3 2]"]);
	});

	test("heal an emoji that a sender cut in two", () => {
		const reports = collected([
			[0, of("\ude00 away", 2, 2)],
			[1, of("Gone \ud83d", 1, 2)],
		]);
		expect(reports.map(summary)).toEqual(["complete: Gone 😀 away [1 0]"]);
	});
});

describe("two long messages at once", () => {
	test("of one sender under two references do not mix", () => {
		const reports = collected([
			[0, of("A", 1, 2, { reference: 1 })],
			[1, of("X", 1, 2, { reference: 2 })],
			[2, of("B", 2, 2, { reference: 1 })],
			[3, of("Y", 2, 2, { reference: 2 })],
		]);
		expect(reports.map(summary)).toEqual([
			"complete: AB [0 2]",
			"complete: XY [1 3]",
		]);
	});

	test("of two senders under one reference do not mix", () => {
		const reports = collected([
			[0, of("A", 1, 2)],
			[1, of("X", 1, 2, { from: "Telfort" })],
			[2, of("B", 2, 2)],
			[3, of("Y", 2, 2, { from: "Telfort" })],
		]);
		expect(reports.map(summary)).toEqual([
			"complete: AB [0 2]",
			"complete: XY [1 3]",
		]);
	});

	test("an 8-bit reference is not the 16-bit reference of the same number", () => {
		const wide = { bits: 16, reference: 1, total: 2, number: 2 } as const;
		const reports = collected([
			[0, of("A", 1, 2)],
			[1, { ...of("B", 2, 2), concatenation: wide }],
		]);
		expect(reports).toEqual([]);
	});

	test("under one reference used again go to the nearer service-centre time", () => {
		const reports = collected([
			[0, of("A", 1, 2, { sentAt: 0 })],
			[1, of("X", 1, 2, { sentAt: 60 * second })],
			[2, of("Y", 2, 2, { sentAt: 61 * second })],
			[3, of("B", 2, 2, { sentAt: 1 * second })],
		]);
		expect(reports.map(summary)).toEqual([
			"complete: XY [1 2]",
			"complete: AB [0 3]",
		]);
	});

	test("with a part lost, the next under its reference does not fill the gap", () => {
		const reports = collected([
			[0, of("A", 1, 2, { sentAt: 0 })],
			[1, of("Y", 2, 2, { sentAt: 5 * minute })],
			[2, of("X", 1, 2, { sentAt: 5 * minute })],
		]);
		expect(reports.map(summary)).toEqual(["complete: XY [2 1]"]);
	});

	test("of which one repeats a part with another text are kept apart", () => {
		const reports = collected([
			[0, of("A", 1, 2)],
			[1, of("X", 1, 2)],
			[2, of("B", 2, 2)],
		]);
		expect(reports.map(summary)).toEqual(["complete: AB [0 2]"]);
	});

	test("of which one has no service-centre time go by the times there are", () => {
		const reports = collected([
			[0, of("A", 1, 2, { sentAt: null })],
			[1, of("X", 1, 2, { sentAt: 1 * second })],
			[2, of("Y", 2, 2, { sentAt: 2 * second })],
		]);
		expect(reports.map(summary)).toEqual(["complete: XY [1 2]"]);
	});

	test("without a service-centre time fill the oldest gap", () => {
		const reports = collected([
			[0, of("A", 1, 2, { sentAt: null })],
			[1, of("B", 2, 2, { sentAt: null })],
		]);
		expect(reports.map(summary)).toEqual(["complete: AB [0 1]"]);
	});
});

describe("a message that stays incomplete", () => {
	const patience = { missingParts: 10 * minute, apart: 2 * minute };

	test("is reported at its limit, with what came and what is missing", () => {
		const { collection } = fed([
			[0, of("B", 2, 4)],
			[1, of("D", 4, 4)],
			[2, of("D", 4, 4)],
		]);
		expect(nextExpiry(collection, patience)).toBe(10 * minute);
		expect(expireParts(collection, 10 * minute - 1, patience)).toEqual({
			collection,
			reports: [],
		});
		expect(expireParts(collection, 10 * minute, patience)).toEqual({
			collection: emptyCollection,
			reports: [
				{
					type: "incomplete",
					from: "+31612345678",
					concatenation: { bits: 8, reference: 1, total: 4 },
					arrived: [
						{ part: of("B", 2, 4), number: 2, handle: 0 },
						{ part: of("D", 4, 4), number: 4, handle: 1 },
					],
					missing: [1, 3],
					handles: [0, 1, 2],
				},
			],
		});
	});

	test("is reported before the part that comes too late", () => {
		const { collection } = fed([[0, of("A", 1, 2)]]);
		const late = collectPart(collection, of("B", 2, 2), 1, 10 * minute);
		expect(late.reports.map(summary)).toEqual(["incomplete: 1 [0]"]);
		expect(nextExpiry(late.collection)).toBe(20 * minute);
	});

	test("is reported after those that began before it", () => {
		const { collection } = fed([
			[0, of("A", 1, 3, { reference: 1 })],
			[1, of("X", 1, 3, { reference: 2 })],
			[2, of("B", 2, 3, { reference: 1 })],
		]);
		const { reports } = expireParts(collection, 10 * minute, patience);
		expect(reports.map(summary)).toEqual([
			"incomplete: 1 2 [0 2]",
			"incomplete: 1 [1]",
		]);
	});

	test("waits from its first part on", () => {
		const { collection } = fed([[0, of("A", 1, 3)]]);
		const more = collectPart(collection, of("B", 2, 3), 1, 9 * minute);
		expect(nextExpiry(more.collection)).toBe(10 * minute);
	});
});

test("nothing is waited for where nothing is open", () => {
	expect(nextExpiry(emptyCollection)).toBeNull();
});

test("one handle for all parts, where none is stored, keeps them all", () => {
	let collection: Collection<null> = emptyCollection;
	collection = collectPart(collection, of("A", 1, 2), null, 0).collection;
	const { reports } = collectPart(collection, of("B", 2, 2), null, 0);
	expect(reports).toEqual([
		{
			type: "complete",
			message: { ...of("A", 1, 2), text: "AB" },
			handles: [null, null],
		},
	]);
});

// Helpers

function of(
	text: string,
	number: number,
	total: number,
	{
		from = "+31612345678",
		reference = 1,
		sentAt = 0,
	}: { from?: string; reference?: number; sentAt?: number | null } = {},
): ReceivedPart {
	const concatenation = { bits: 8, reference, total, number } as const;
	return { from, named: false, text, sentAt, concatenation };
}

function part(hex: string): ReceivedPart {
	const pdu = decodePdu(hex);
	if (!pdu.ok || pdu.value.tpdu.type !== "deliver") throw new Error(hex);
	return partOf(pdu.value.tpdu);
}

function fed(arrivals: readonly [number, ReceivedPart][]) {
	let collection: Collection<number> = emptyCollection;
	const reports: CollectorReport<number>[] = [];
	for (const [handle, part] of arrivals) {
		const collected = collectPart(collection, part, handle, 0);
		collection = collected.collection;
		reports.push(...collected.reports);
	}
	return { collection, reports };
}

function collected(arrivals: readonly [number, ReceivedPart][]) {
	return fed(arrivals).reports;
}

function summary(report: CollectorReport<number>): string {
	switch (report.type) {
		case "complete":
			return `complete: ${report.message.text} [${report.handles.join(" ")}]`;
		case "late-duplicate":
			return `late-duplicate: ${report.part.text} [${report.handle}]`;
		case "incomplete": {
			const numbers = report.arrived.map(({ number }) => number);
			return `incomplete: ${numbers.join(" ")} [${report.handles.join(" ")}]`;
		}
	}
}
