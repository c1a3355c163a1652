import type { Conversation } from "./conversation.ts";
import type { CorpusFault } from "./corpus-fault.ts";

/** A conversation and where it stands. */
export interface Located {
	readonly conversation: Conversation;
	/** As it was named, or found below the folder that was named. */
	readonly file: string;
	/** Where it begins, counted from 1. */
	readonly line: number;
	/** The lines of each step; null where all of it is on one line. */
	readonly places: readonly StepPlace[] | null;
}

export interface StepPlace {
	readonly line: number;
	/** The lines of its expected replies, in order; empty for no claim. */
	readonly replies: readonly number[];
}

/** One conversation of a corpus, or a line that cannot be read. */
export type Found =
	| { readonly located: Located; readonly fault: null }
	| { readonly located: null; readonly fault: CorpusFault };

/** The line of a step. */
export function lineOf({ line, places }: Located, step: number): number {
	return places?.[step]?.line ?? line;
}
