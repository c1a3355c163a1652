import type { Lexer } from "chevrotain";
import type { MessageParser } from "./message-parser.ts";

/** What was due in a text, and the place where something else stands. */
export interface Mismatch {
	/** Name of a token type of the dialect. */
	readonly expected: string;
	/** UTF-16 code units from the beginning; the text's length for its end. */
	readonly at: number;
}

/**
 * The first place where `text` leaves the grammar, by Chevrotain's own lexer
 * and parser; null where it never does. The lexer stops at a character that
 * fits no token and so finds the place, the parser misses a token there and so
 * finds what was due.
 */
export function firstMismatch(
	text: string,
	lexer: Lexer,
	parser: MessageParser,
): Mismatch | null {
	const { tokens, errors } = lexer.tokenize(text);
	// Chevrotain builds a stack trace into every exception; nobody reads it.
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	try {
		parser.messageOf(text, tokens);
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
	const [mismatch] = parser.errors;
	const [stop] = errors;
	if (mismatch === undefined && stop === undefined) return null;
	// At the end of the text Chevrotain's token has no place.
	const found = mismatch?.token.startOffset ?? Number.NaN;
	const end = Number.isNaN(found) ? text.length : found;
	return { expected: mismatch?.message ?? "EOF", at: stop?.offset ?? end };
}
