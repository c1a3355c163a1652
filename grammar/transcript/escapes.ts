import type { Span } from "../message/span.ts";

/*
 * `\n` is a line end, `\u{1f600}` any character by its number, and `\` in front
 * of ASCII punctuation takes away what the punctuation would mean.
 */

/** The first escape in `written` that is none, or null. */
export function wrongEscape(written: string): Span | null {
	for (const found of written.matchAll(ESCAPE)) {
		const [sign] = found;
		if (characterOf(found) === null)
			return { start: found.index, end: found.index + sign.length };
	}
	return null;
}

/** `written` with its escapes resolved; what is no escape stays as it is. */
export function unescaped(written: string): string {
	if (!written.includes("\\")) return written;
	return written.replace(ESCAPE, (...found) => characterOf(found) ?? found[0]);
}

/**
 * A text on one line, so that `unescaped` gives it back: line ends, what does
 * not show, and blanks at the ends, which editors take away, are written as
 * escapes.
 */
export function escaped(text: string): string {
	return text
		.replaceAll("\\", "\\\\")
		.replaceAll("\n", "\\n")
		.replace(HIDDEN, numbered);
}

/** The escape of one character or lone surrogate. */
export function numbered(character: string): string {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

const ESCAPE = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|([\s\S]?))/g;

/** Blanks at the ends, and what has no picture; the joiner holds emoji together. */
const HIDDEN = /^[ \t]|[ \t]$|(?![\u200d\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function characterOf(found: readonly unknown[]): string | null {
	const [, number, sign] = found;
	if (typeof number === "string") {
		const code = Number.parseInt(number, 16);
		return code > 0x10ffff ? null : String.fromCodePoint(code);
	}
	if (sign === "n") return "\n";
	return typeof sign === "string" && /^[!-/:-@[-`{-~]$/.test(sign)
		? sign
		: null;
}
