import type { Span } from "./span.ts";

/*
 * The characters that the dialects tell apart, as UTF-16 code units. No loop
 * asks for a character behind the end: V8 answers that much more slowly, and
 * from then on all others at that place too.
 */

/**
 * True for what counts as blank in a message: space, tab, CR and LF. Nothing
 * else does: a no-break space is as much a character as a letter is, because
 * the panel has no notion of Unicode.
 */
export function isBlank(charCode: number): boolean {
	return (
		charCode === 32 || charCode === 10 || charCode === 13 || charCode === 9
	);
}

/** The first place from `from` on where no blank stands; at most the end. */
export function skipBlanks(text: string, from: number): number {
	const { length } = text;
	let at = from;
	while (at < length && isBlank(text.charCodeAt(at))) at++;
	return at;
}

/** The characters other than blanks at `at`, or behind the blanks there. */
export function runAt(text: string, at: number): Span {
	const start = skipBlanks(text, at);
	// Nothing but blanks up to the end: what is missing belongs right here.
	if (start === text.length) return { start: at, end: at };
	let end = start;
	while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
	return { start, end };
}

/** The first place from `from` on where no ASCII digit stands. */
export function skipDigits(text: string, from: number): number {
	const { length } = text;
	let at = from;
	while (at < length && isDigit(text.charCodeAt(at))) at++;
	return at;
}

/**
 * The end of the command word that begins at `from`: 1 to 8 of `A-Z 0-9 ?`. No
 * word (-1) is what a ninth of them, a small letter or anything outside ASCII
 * is glued to: it was meant to be one, and we cannot tell which.
 */
export function endOfWord(text: string, from: number): number {
	const end = text.length;
	let at = from;
	while (at < end && isOfWord(text.charCodeAt(at))) at++;
	const length = at - from;
	const glued = at < end && canExtendWord(text.charCodeAt(at));
	return length < 1 || length > 8 || glued ? -1 : at;
}

/**
 * `text` with the small letters of ASCII as capitals. Everything else stays as
 * it is: neither Turkish dotless i nor the long s becomes a letter of ours,
 * whose capitals they have in Unicode.
 */
export function capitals(text: string): string {
	return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

export const COMMA = 44;
export const COLON = 58;
const QUESTION = 63;

function isDigit(charCode: number): boolean {
	return charCode >= 48 && charCode <= 57;
}

function isCapital(charCode: number): boolean {
	return charCode >= 65 && charCode <= 90;
}

function isOfWord(charCode: number): boolean {
	return isCapital(charCode) || isDigit(charCode) || charCode === QUESTION;
}

/** A small letter, or anything outside ASCII. */
function canExtendWord(charCode: number): boolean {
	return (charCode >= 97 && charCode <= 122) || charCode > 127;
}
