import type { CorpusFault } from "../../conversation/corpus-fault.ts";
import type { DigestParts } from "../../simulation/digest.ts";
import type { Coverage } from "../play/coverage.ts";
import type { BlockTimes } from "../report/block-times.ts";
import type { CauseCount } from "../report/cause.ts";
import type { FailureReport } from "../report/failure-report.ts";
import type { LostBlock } from "../report/lost-block.ts";
import type { PassedConversation } from "../report/reporter.ts";
import type { Verdicts } from "../report/verdict-counts.ts";
import type { Updates } from "./update.ts";

/**
 * The result of a block. Plain data, so that a worker can post it: passes are
 * counted, failures are told.
 */
export interface BlockResult extends Counts {
	/** What there is to tell, in order: `Told` as `ToldWriter` writes it. */
	readonly told: Uint8Array;
	/** Conversations of the block that are meant and can be understood. */
	readonly wanted: number;
	readonly notRun: number;
	readonly updates: Updates;
	/** Hashes of the ids, as `RepeatedHashes` takes them. */
	readonly ids: Uint32Array;
	/** Empty unless it was asked for. */
	readonly coverage: Coverage;
	/** Empty unless somebody is told. */
	readonly times: BlockTimes;
	/** As `ConversationMarks` writes them; absent unless they were asked for. */
	readonly marks?: string;
	/** What `told` has no room for; absent where it tells all. */
	readonly untold?: Untold;
	/** Why the block was not run; then all the counts are 0. */
	readonly lost?: LostBlock;
}

/** Failures of one cause, the first of them in a piece of the block. */
export interface UntoldCause extends CauseCount {
	readonly piece: number;
}

/** What is counted and not told one by one. */
export interface Untold {
	/** Failures by their cause, in the order in which the causes came. */
	readonly causes: readonly UntoldCause[];
	/** Failures of causes behind those. */
	readonly others: number;
	/** Conversations that these failures are of. */
	readonly failed: number;
	/** Lines that cannot be read. */
	readonly malformed: number;
}

export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly digest: DigestParts;
	/** Of those that passed, by the message that is worst attested. */
	readonly verdicts: Verdicts;
	/** Lines of each piece that was begun, for those who count on. */
	readonly lines: readonly number[];
}

export type Told = {
	/** Which piece of the block it belongs to. */
	readonly piece: number;
} & (
	| {
			readonly type: "failed";
			readonly reports: readonly FailureReport[];
			/** The counts up to here, where the run may stop here. */
			readonly soFar: Counts | null;
			/** Milliseconds that it took; null where nobody is told. */
			readonly took: number | null;
	  }
	| {
			readonly type: "passed";
			readonly conversation: PassedConversation;
			/** Milliseconds that it took; null where nobody is told. */
			readonly took: number | null;
	  }
	| {
			readonly type: "malformed";
			readonly fault: CorpusFault;
			/** Whether nothing could be read of it: that is told also where nothing is run. */
			readonly unreadable: boolean;
	  }
);
