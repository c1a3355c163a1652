import { characterName } from "./character-name.ts";
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

/** Signs of other scripts that stand for one of ours. */
const signs: { readonly [character: string]: string } = {
	"\uff1a": "colon",
	"\uff0c": "comma",
	"\u3001": "comma",
	"\u060c": "comma",
	"\ufe50": "comma",
	"\u201a": "comma",
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
		const wrong = lookalikeFault(text.charAt(at));
		if (wrong !== null)
			return {
				...diagnostic,
				start: at,
				end: at + 1,
				message: `character: ${wrong.message}`,
				hint: TYPE_AGAIN,
			};
	}
	return diagnostic;
}

/** A message up to its parameters, which may hold any character. */
export function headOf(text: string): Span {
	const colon = text.indexOf(":", 1);
	return { start: 0, end: colon === -1 ? text.length : colon };
}

export const TYPE_AGAIN =
	"type it again; it was put in by a phone or an editor";

/** What is wrong with a character of these; null for any other. */
export function lookalikeFault(
	character: string,
): { readonly message: string; readonly isHidden: boolean } | null {
	const due = isOne(SPACE_LIKE, character) ? "space" : signs[character];
	if (due !== undefined)
		return {
			message: `a ${due} is due here, this is ${characterName(character)}`,
			isHidden: false,
		};
	if (!isOne(UNSEEN, character)) return null;
	const name = characterName(character);
	return { message: `${name} stands here, and nobody sees it`, isHidden: true };
}

function isOne(of: RegExp, character: string): boolean {
	return character.search(of) === 0;
}

/** Letters that look like those of ASCII. */
const FOREIGN =
	/[\uff21-\uff3a\uff41-\uff5a]|(?<=[A-Za-z])[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}](?=[A-Za-z])/u;

/** The first letter of another script in or beside a word of ours; null where there is none. */
export function foreignLetter(text: string): {
	readonly message: string;
	readonly hint: string;
	readonly at: Span;
} | null {
	const found = FOREIGN.exec(text);
	if (found === null) return null;
	const [letter] = found;
	return {
		message: `word: letters A to Z, this is ${characterName(letter)}`,
		hint: "letters of other scripts look alike and are different characters",
		at: { start: found.index, end: found.index + letter.length },
	};
}
