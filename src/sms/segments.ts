/**
 * How a text is laid out over SMS: which alphabet carries it, how much fits
 * into one, and where a longer text is cut (3GPP TS 23.040, 9.2.3.24.1).
 */
import { isGsm7, septetCount } from "./gsm7.ts";

/** The alphabets that a text can be sent in; GSM-7 wherever it can carry all of it. */
export type TextAlphabet = "gsm-7" | "ucs-2";

/**
 * How the SMS of one text are tied together: by a concatenation reference of
 * 8 or 16 bits in a user data header, or not at all, each standing alone.
 */
export type Tie = "8-bit" | "16-bit" | "none";

/** The most parts that a concatenated message can have: its numbers are octets. */
export const maximumParts = 255;

// 140 octets, less the octets of the header: 6 or 7 with its length octet.
const limits: Record<TextAlphabet, { single: number } & Record<Tie, number>> = {
	"gsm-7": { single: 160, none: 160, "8-bit": 153, "16-bit": 152 },
	"ucs-2": { single: 70, none: 70, "8-bit": 67, "16-bit": 66 },
};

/** Most characters of a text: in the most parts, and in GSM-7. (9.2.3.24.1) */
export const LONGEST_TEXT = maximumParts * limits["gsm-7"]["8-bit"];

/** What a text costs. */
export interface Measure {
	/**
	 * As phones and price lists count: in GSM-7 septets, so an extension
	 * character (`€`, `[` …) is 2; in UCS-2 16-bit units, so an emoji is 2 or more.
	 */
	readonly characters: number;
	readonly alphabet: TextAlphabet;
	/** SMS that it takes, at least 1. More than {@link maximumParts} cannot be sent as one. */
	readonly parts: number;
}

/** One SMS worth of a text. */
export interface Segment {
	readonly text: string;
	/** Of the whole text: all segments of a text share one alphabet. */
	readonly alphabet: TextAlphabet;
	/** 1 for the first. */
	readonly number: number;
	readonly total: number;
}

/**
 * What sending a text takes. The text stays whole in one SMS up to 160
 * characters (70 in UCS-2), else each part holds 153 (67), or 152 (66) with a
 * 16-bit reference.
 * @param cut at most so many characters in an SMS, where that is less than the
 * standard allows; a whole number, at least 2 (a pair must fit).
 */
export function measure(text: string, cut?: number, tie?: Tie): Measure {
	const alphabet = alphabetFor(text);
	return {
		characters: width(text, alphabet),
		alphabet,
		parts: cutText(text, alphabet, cut, tie).length,
	};
}

/**
 * The text in segments that joined give the text again; one empty segment for
 * an empty text. Neither an escape pair nor a surrogate pair is ever cut in two.
 * @param cut as for {@link measure}.
 */
export function splitText(text: string, cut?: number, tie?: Tie): Segment[] {
	const alphabet = alphabetFor(text);
	const pieces = cutText(text, alphabet, cut, tie);
	return pieces.map((piece, index) => ({
		text: piece,
		alphabet,
		number: index + 1,
		total: pieces.length,
	}));
}

/** GSM-7 if it can carry the whole text, else UCS-2. */
export function alphabetFor(text: string): TextAlphabet {
	return isGsm7(text) ? "gsm-7" : "ucs-2";
}

function width(text: string, alphabet: TextAlphabet): number {
	return alphabet === "gsm-7" ? septetCount(text) : text.length;
}

function cutText(
	text: string,
	alphabet: TextAlphabet,
	cut = Number.POSITIVE_INFINITY,
	tie: Tie = "8-bit",
): string[] {
	if (!(cut >= 2)) throw new RangeError(`a cut of ${cut} holds no pair`);
	const limit = limits[alphabet];
	if (width(text, alphabet) <= Math.min(cut, limit.single)) return [text];
	const room = Math.min(cut, limit[tie]);
	const pieces: string[] = [];
	let piece = "";
	let used = 0;
	// Iterating a string yields code points, so a surrogate pair stays together.
	for (const character of text) {
		const taken = width(character, alphabet);
		if (used + taken > room) {
			pieces.push(piece);
			piece = "";
			used = 0;
		}
		piece += character;
		used += taken;
	}
	return [...pieces, piece];
}
