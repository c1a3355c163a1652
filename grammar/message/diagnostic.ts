import type { Span } from "./span.ts";

/**
 * What is wrong with a message, and where. It is told beside the wire
 * (terminal, JSON, page), never in a reply.
 */
export interface Diagnostic<Code extends string = string> extends Span {
	/** Stable and hierarchical, for programs: `parameter/digits`, `message/code`. */
	readonly code: Code;
	/** One line for people, without the place: `user PIN: 4 digits, this has 5`. */
	readonly message: string;
	/** What would be right or what to do next, where that is known. */
	readonly hint: string | null;
	/** Name of the parameter that it is about, or null for the message itself. */
	readonly parameter: string | null;
}
