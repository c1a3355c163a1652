import * as z from "zod";
import { firstFault } from "../../derive/config-faults.ts";
import { RunDigest, SUM_DIGITS } from "../../simulation/digest.ts";
import { type JsonFault, jsonFault } from "../../store/json/json-fault.ts";
import { mergedCoverage } from "../play/coverage.ts";
import { shardOf } from "../play/shard.ts";
import { type CauseGroup, Causes } from "../report/cause.ts";
import type { FailureReport, Moment } from "../report/failure-report.ts";
import type { LostBlock } from "../report/lost-block.ts";
import type { Reporter } from "../report/reporter.ts";
import type { Summary } from "../report/summary.ts";
import { addedVerdicts, noVerdicts } from "../report/verdict-counts.ts";

const count = z.int().min(0);
const touched = z.record(z.string(), count);
const lines = z.array(z.string());

const momentSchema: z.ZodType<Moment> = z.object({
	step: z.int(),
	at: z.number(),
	type: z.enum(["sms", "wait", "at", "event", "claim", "channel", "comment"]),
	text: z.string(),
	came: lines,
	failed: z.boolean(),
});

export const failureSchema: z.ZodType<FailureReport> = z.object({
	id: z.string(),
	file: z.string(),
	line: count,
	model: z.string(),
	source: z.string().nullable(),
	step: count,
	about: z.string(),
	around: z.array(z.object({ text: z.string(), here: z.boolean() })),
	timeline: z.array(momentSchema),
	expected: lines,
	got: lines,
	why: z
		.object({
			code: z.string(),
			message: z.string(),
			hint: z.string().nullable(),
			drawn: z.string(),
		})
		.nullable(),
});

const causeSchema: z.ZodType<CauseGroup> = z.object({
	cause: z.string(),
	failures: count,
	first: z.object({ id: z.string(), file: z.string(), line: count }),
	shrunk: lines.nullable().default(null),
});

const lostSchema: z.ZodType<LostBlock> = z.object({
	file: z.string(),
	from: count,
	to: count,
	conversations: count,
	at: z.object({ id: z.string(), line: count }).nullable(),
	files: count,
	why: z.string(),
});

const SUM = new RegExp(`^[0-9a-f]{${SUM_DIGITS}}$`);

/** What the reporter `json` writes, as far as it is needed to merge. */
export const shardResultSchema = z.object({
	failures: z.array(failureSchema),
	conversations: count,
	passed: count,
	failed: count,
	passes: z
		.array(
			z.object({
				id: z.string(),
				file: z.string(),
				line: count,
				took: z.number().exactOptional(),
			}),
		)
		.default([]),
	verdicts: z
		.object({
			manual: count,
			family: count,
			// A result of an earlier version has none.
			observed: count.default(0),
			inferred: count,
			extension: count,
			none: count,
		})
		.default(noVerdicts),
	repeatedIds: z
		.array(
			z.object({
				id: z.string(),
				places: z.array(z.string()).readonly(),
				times: count,
			}),
		)
		.readonly()
		.default([]),
	/** Of a whole run, and of an earlier version, there is none. */
	shard: z
		.string()
		.refine((text) => shardOf(text) !== null, "a shard, as 2/3")
		.exactOptional(),
	malformed: count,
	notRun: count,
	stopped: z.boolean(),
	seed: count,
	digest: z.string(),
	sum: z.object({
		count,
		sum: z.string().regex(SUM, `${SUM_DIGITS} hexadecimal digits`),
	}),
	causes: z.array(causeSchema).readonly().default([]),
	otherFailures: count.default(0),
	lost: z.array(lostSchema).readonly().default([]),
	coverage: z
		.record(
			z.string(),
			z.object({
				commands: touched,
				parameters: touched,
				blanks: touched,
				attributes: touched,
				transitions: touched,
				timers: touched,
			}),
		)
		.exactOptional(),
});

/** The result of one shard. */
export type ShardResult = z.infer<typeof shardResultSchema>;

/** What is wrong with a result, and where, if it is not JSON. */
export interface NoShardResult {
	readonly wrong: string;
	readonly place: Omit<JsonFault, "rule"> | null;
}

/** The result in a text, or what is wrong with it. */
export function shardResult(text: string): ShardResult | NoShardResult {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {
		const fault = jsonFault(text);
		const rule = fault === null ? "" : `: ${fault.rule}`;
		return { wrong: `this is not JSON${rule}`, place: fault };
	}
	const result = shardResultSchema.safeParse(document);
	if (result.success) return result.data;
	const fault = firstFault(
		shardResultSchema,
		result.error,
		document,
		"the file",
	);
	return { wrong: `no result of --reporter json: ${fault}`, place: null };
}

/**
 * What is missing or does not fit among results that are to be added up; null for
 * nothing. Several corpora may have shards of their own, as long as each is whole.
 */
export function oddAmong(results: readonly ShardResult[]): string | null {
	const seeds = [...new Set(results.map(({ seed }) => seed))];
	if (seeds.length > 1) return `the results are of seeds ${seeds.join(", ")}`;
	/** How often each shard is there, by the number of shards. */
	const counts = new Map<number, number[]>();
	for (const { shard } of results) {
		const { index, count } = shardOf(shard ?? "") ?? { index: 0, count: 0 };
		if (count === 0) continue;
		const each = counts.get(count) ?? Array.from({ length: count }, () => 0);
		each[index - 1] = (each[index - 1] ?? 0) + 1;
		counts.set(count, each);
	}
	for (const [count, each] of counts) {
		const most = each.reduce((more, times) => Math.max(more, times), 0);
		const missing = each.findIndex((times) => times < most);
		if (missing !== -1) return `shard ${missing + 1}/${count} is missing`;
	}
	return null;
}

/** One summary out of the results of shards: counts and sums are added. */
export function mergedSummary(
	results: readonly ShardResult[],
	reporters: readonly Reporter[],
): Summary {
	const digest = new RunDigest();
	const total = (of: (result: ShardResult) => number) =>
		results.reduce((sum, result) => sum + of(result), 0);
	for (const { sum, failures, passes } of results) {
		digest.merge(sum);
		for (const { took, ...passed } of passes)
			for (const reporter of reporters) reporter.passed?.(passed, took);
		for (const reports of byConversation(failures))
			for (const reporter of reporters) reporter.failed(reports);
	}
	const coverages = results.flatMap(({ coverage }) =>
		coverage === undefined ? [] : [coverage],
	);
	const summary: Summary = {
		conversations: total((result) => result.conversations),
		passed: total((result) => result.passed),
		failed: total((result) => result.failed),
		causes: mergedCauses(results),
		otherFailures: total((result) => result.otherFailures),
		verdicts: results.reduce(
			(sum, { verdicts }) => addedVerdicts(sum, verdicts),
			noVerdicts,
		),
		repeatedIds: results.flatMap(({ repeatedIds }) => repeatedIds),
		malformed: total((result) => result.malformed),
		notRun: total((result) => result.notRun),
		stopped: results.some(({ stopped }) => stopped),
		seed: results[0]?.seed ?? 0,
		digest: digest.text,
		sum: digest.parts,
		lost: results.flatMap(({ lost }) => lost),
		...(coverages.length === 0 ? {} : { coverage: mergedCoverage(coverages) }),
	};
	for (const reporter of reporters) reporter.ended(summary);
	return summary;
}

/** The first example of each cause is kept. */
function mergedCauses(results: readonly ShardResult[]): readonly CauseGroup[] {
	const all = new Causes();
	const examples = new Map<string, readonly string[]>();
	for (const { causes } of results)
		for (const each of causes) {
			all.addCount(each);
			if (each.shrunk !== null && !examples.has(each.cause))
				examples.set(each.cause, each.shrunk);
		}
	return all.list.map((each) => ({
		...each,
		shrunk: examples.get(each.cause) ?? null,
	}));
}

/** Reporters get all failures of a conversation together. */
function byConversation(
	failures: readonly FailureReport[],
): Iterable<readonly FailureReport[]> {
	const groups = new Map<string, FailureReport[]>();
	for (const failure of failures) {
		const key = `${failure.file}\n${failure.id}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [failure]);
		else group.push(failure);
	}
	return groups.values();
}
