import type { CorpusFault } from "../../conversation/corpus-fault.ts";
import type { BlockTimes } from "./block-times.ts";
import type { FailureReport } from "./failure-report.ts";
import type { Summary } from "./summary.ts";

/**
 * Reports a run as it goes. Every reporter gets each failure; one that has
 * `passed` also gets each conversation that passed.
 */
export interface Reporter {
	/**
	 * The failures of one conversation, at least one.
	 * @param took milliseconds; measured where some reporter has `passed` or `ran`
	 */
	failed(reports: readonly FailureReport[], took?: number): void;
	/** Whether it tells the timeline of a failure, which takes a second run. */
	readonly tellsTimeline?: true;
	passed?(conversation: PassedConversation, took?: number): void;
	/** How long a block took, in order. */
	ran?(times: BlockTimes & { readonly conversations: number }): void;
	malformed(fault: CorpusFault): void;
	ended(summary: Summary): void;
}

/** A conversation that passed. Plain data. */
export interface PassedConversation {
	readonly id: string;
	readonly file: string;
	readonly line: number;
}

/** Where a reporter writes. */
export type Write = (text: string) => void;
