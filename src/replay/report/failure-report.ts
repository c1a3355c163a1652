import type { Step } from "../../conversation/conversation.ts";

/** A claim that does not hold, as reporters get it. Plain data. */
export interface FailureReport {
	readonly id: string;
	readonly file: string;
	readonly line: number;
	readonly model: string;
	readonly source: string | null;
	/** The step, counted from 1. */
	readonly step: number;
	/** What differs: `replies`, or the path of a field. */
	readonly about: string;
	/** The conversation around the step, in the form of a transcript. */
	readonly around: readonly { readonly text: string; readonly here: boolean }[];
	/** What really happened around the failures; only the first failure has it. Empty where nobody tells it. */
	readonly timeline: readonly Moment[];
	/** Lines of a transcript. */
	readonly expected: readonly string[];
	readonly got: readonly string[];
	/** Why the panel refused or ignored the last message; null where it did not. */
	readonly why: {
		readonly code: string;
		readonly message: string;
		readonly hint: string | null;
		/** The message with carets under what is wrong, and the form it should have. */
		readonly drawn: string;
	} | null;
}

/** One step of a conversation as it went. Plain data. */
export interface Moment {
	/** Counted from 1. */
	readonly step: number;
	/** Milliseconds since 1970-01-01T00:00:00Z, when the step was done. */
	readonly at: number;
	readonly type: Step["type"];
	/** The step as a transcript has it, without what is expected. */
	readonly text: string;
	/** What left the panel in it, as a transcript has it. */
	readonly came: readonly string[];
	/** Whether what is claimed of it does not hold. */
	readonly failed: boolean;
}
