import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./span.ts";

/*
 * Characters that phones and other software put in and nobody sees, or that look
 * like others: a no-break space, a byte order mark, a full-width colon.
 */

/** What looks like a space and is none; all of one UTF-16 code unit. */
export const SPACE_LIKE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/** What nobody sees: zero-width characters, marks, NULs; all of one code unit. */
export const UNSEEN =
	/[\u0000\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

const names: { readonly [character: string]: string } = {
	"\u0000": "NUL",
	"\u00a0": "no-break space",
	"\u00ad": "soft hyphen",
	"\u200b": "zero-width space",
	"\u200c": "zero-width non-joiner",
	"\u200d": "zero-width joiner",
	"\u2028": "line separator",
	"\u202f": "narrow no-break space",
	"\u2060": "word joiner",
	"\u3000": "ideographic space",
	"\ufeff": "byte order mark",
};

/** Signs of other scripts that stand for one of ours. */
const signs: { readonly [character: string]: string } = {
	"\uff1a": "colon",
	"\uff0c": "comma",
	"\u3001": "comma",
	"\u060c": "comma",
};

/**
 * The reason why a text cannot be read, unless a character that nobody sees or
 * that looks like another stands in its head: then that one is the reason.
 *
 * @param head the part of the text that has to be read
 */
export function namingLookalike(
	text: string,
	head: Span,
	diagnostic: Diagnostic,
): Diagnostic {
	for (let at = head.start; at < head.end; at++) {
		const message = faultOf(text.charAt(at));
		if (message !== null)
			return {
				...diagnostic,
				start: at,
				end: at + 1,
				message,
				hint: "type it again; it was put in by a phone or an editor",
			};
	}
	return diagnostic;
}

/** A message up to its parameters, which may hold any character. */
export function headOf(text: string): Span {
	const colon = text.indexOf(":", 1);
	return { start: 0, end: colon === -1 ? text.length : colon };
}

function faultOf(character: string): string | null {
	const sign = signs[character];
	if (sign !== undefined)
		return `character: a ${sign} is due here, this is ${nameOf(character)}`;
	if (isOne(SPACE_LIKE, character))
		return `character: a space is due here, this is ${nameOf(character)}`;
	return isOne(UNSEEN, character)
		? `character: ${nameOf(character)} stands here, and nobody sees it`
		: null;
}

function isOne(of: RegExp, character: string): boolean {
	return character.search(of) === 0;
}

/** `a no-break space (U+00A0)`, or the character itself where it shows. */
function nameOf(character: string): string {
	const code = character.charCodeAt(0).toString(16).toUpperCase();
	const name = names[character] ?? signs[character];
	const number = `U+${code.padStart(4, "0")}`;
	if (name === undefined) return number;
	return signs[character] === undefined
		? `a ${name} (${number})`
		: `${character} (${number})`;
}
