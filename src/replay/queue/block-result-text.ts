import * as z from "zod";
import type { CorpusFault } from "../../conversation/corpus-fault.ts";
import { SUM_DIGITS } from "../../simulation/digest.ts";
import { coverageKinds } from "../play/coverage.ts";
import type { BlockResult, Told } from "../run/block-result.ts";
import { failureSchema } from "../run/merge.ts";
import { toldIn, toldLines } from "../run/told-lines.ts";

/*
 * The result of a block as text: what a worker puts into Redis, and whoever asked
 * takes from there. Whatever stands in Redis is judged before it is believed.
 */

const count = z.int().min(0);
const took = z.number().min(0);
const piece = count;
const touched = z.record(z.string(), count);

const countsFields = {
	passed: count,
	failed: count,
	digest: z.object({
		count,
		sum: z.string().regex(new RegExp(`^[0-9a-f]{${SUM_DIGITS}}$`)),
	}),
	verdicts: z.object({
		manual: count,
		family: count,
		observed: count,
		inferred: count,
		extension: count,
		none: count,
	}),
	lines: z.array(count),
};

const faultSchema: z.ZodType<CorpusFault> = z.object({
	file: z.string(),
	line: count,
	text: z.string(),
	diagnostic: z.object({
		code: z.string(),
		message: z.string(),
		hint: z.string().nullable(),
		parameter: z.string().nullable(),
		start: count,
		end: count,
	}),
});

const toldSchema: z.ZodType<Told> = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("failed"),
		piece,
		reports: z.array(failureSchema),
		soFar: z.object(countsFields).nullable(),
		took: took.nullable(),
	}),
	z.object({
		type: z.literal("passed"),
		piece,
		conversation: z.object({ id: z.string(), file: z.string(), line: count }),
		took: took.nullable(),
	}),
	z.object({
		type: z.literal("malformed"),
		piece,
		fault: faultSchema,
		unreadable: z.boolean(),
	}),
]);

const kinds = Object.fromEntries(
	coverageKinds.map((kind) => [kind, touched]),
) as Record<(typeof coverageKinds)[number], typeof touched>;

const resultSchema = z.object({
	...countsFields,
	told: z.array(toldSchema),
	wanted: count,
	notRun: count,
	ids: z.base64(),
	marks: z.base64().exactOptional(),
	coverage: z.record(z.string(), z.object(kinds)),
	times: z.object({
		took,
		slowest: z
			.array(z.object({ id: z.string(), file: z.string(), line: count, took }))
			.max(10),
	}),
	untold: z
		.object({
			causes: z.array(
				z.object({
					piece,
					cause: z.string(),
					failures: count,
					first: z.object({ id: z.string(), file: z.string(), line: count }),
				}),
			),
			others: count,
			failed: count,
			malformed: count,
		})
		.exactOptional(),
});

const textSchema = z.union([
	z.object({ result: resultSchema }),
	/** Why only whoever has the files can run it. */
	z.object({ here: z.string() }),
]);

/** What came of a block at a worker. */
export type WorkerResult =
	| { readonly result: BlockResult }
	| { readonly here: string };

export function resultText(given: WorkerResult): string {
	if ("here" in given) return JSON.stringify(given);
	const { ids, told, updates: _, ...result } = given.result;
	const octets = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength);
	return JSON.stringify({
		result: {
			...result,
			told: [...toldIn(told)],
			ids: octets.toString("base64"),
		},
	});
}

/** The result in a text, or null where there is none. */
export function workerResult(text: string): WorkerResult | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	const read = textSchema.safeParse(value);
	if (!read.success) return null;
	if ("here" in read.data) return read.data;
	const { ids, told, ...result } = read.data.result;
	const octets = Buffer.from(ids, "base64");
	const words = new Uint32Array(Math.floor(octets.length / 4));
	new Uint8Array(words.buffer).set(octets.subarray(0, 4 * words.length));
	return {
		result: { ...result, told: toldLines(told), ids: words, updates: [] },
	};
}
