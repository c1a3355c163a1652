import type { IToken } from "chevrotain";
import { isBlank } from "./characters.ts";
import type { Part } from "./message.ts";

/**
 * The part of `text` from `from` to `to`, blanks at both ends left off. Where
 * nothing but blanks stands there the part is empty and lies at `from`.
 */
export function partBetween(text: string, from: number, to: number): Part {
	let start = from;
	let end = to;
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	if (start === end) return { text: "", start: from, end: from };
	while (isBlank(text.charCodeAt(end - 1))) end--;
	return { text: text.slice(start, end), start, end };
}

/** The part that `token` carries behind a separator of `skip` characters. */
export function partOf(text: string, token: IToken, skip: number): Part {
	// Chevrotain's lexer leaves the end out where it tracks offsets only.
	const end = token.endOffset ?? token.startOffset + token.image.length - 1;
	return partBetween(text, token.startOffset + skip, end + 1);
}
