import { howMany } from "../../how-many.ts";
import type { DigestParts } from "../../simulation/digest.ts";
import type { Coverage } from "../play/coverage.ts";
import type { CauseGroup } from "./cause.ts";
import type { LostBlock } from "./lost-block.ts";
import type { RepeatedId } from "./repeated-id.ts";
import type { Verdicts } from "./verdict-counts.ts";

/** How a run went. Plain data; summaries of shards are merged by adding. */
export interface Summary {
	/** Conversations that were run. */
	readonly conversations: number;
	readonly passed: number;
	readonly failed: number;
	/** Why they failed, the most frequent cause first: a thousand at most. */
	readonly causes: readonly CauseGroup[];
	/** Failures of other causes. */
	readonly otherFailures: number;
	/** Of those that passed. */
	readonly verdicts: Verdicts;
	/** Ids that several conversations have: the first ten, among a million conversations. */
	readonly repeatedIds: readonly RepeatedId[];
	/** Lines that cannot be read. */
	readonly malformed: number;
	/** Good conversations after such a line: they are not run. */
	readonly notRun: number;
	/** Whether `--bail` ended it early. */
	readonly stopped: boolean;
	readonly seed: number;
	/** `sha256:…`; see digest.ts. */
	readonly digest: string;
	readonly sum: DigestParts;
	/** Parts of the corpus that could not be run; only with a queue there are any. */
	readonly lost: readonly LostBlock[];
	/** What the corpus touches of each model; only with `--coverage`. */
	readonly coverage?: Coverage;
}

/** A line for each id that several conversations have. */
export function repeatedIdLines({ repeatedIds }: Summary): readonly string[] {
	return repeatedIds.map(
		({ id, places, times }) =>
			`${times} conversations have the id ${id}: ${places.join(", ")}${times > places.length ? " …" : ""}`,
	);
}

/** The counts in one line. */
export function countsText(summary: Summary): string {
	const { conversations, passed, failed, malformed, notRun, stopped, lost } =
		summary;
	const unknown = lost.reduce(
		(sum, { conversations }) => sum + conversations,
		0,
	);
	return [
		`${howMany(conversations, "conversation")}: ${passed} passed, ${failed} failed`,
		...(stopped ? ["stopped early (--bail)"] : []),
		...(unknown === 0 ? [] : [`${howMany(unknown, "conversation")} not run`]),
		...(malformed === 0
			? []
			: [
					`${howMany(malformed, "malformed line")}, ${howMany(notRun, "good conversation")} behind the first not run`,
				]),
	].join("; ");
}
