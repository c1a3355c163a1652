import type { Lexer } from "chevrotain";
import { SPACE_LIKE, UNSEEN } from "../message/lookalike.ts";
import type { Message } from "../message/message.ts";
import { plainParser } from "./parser.ts";
import { plainLexer } from "./tokens.ts";

let lexer: Lexer | undefined;

/**
 * `ARM`, `bypass 3`, `1234 Disarm` as a message, null if `text` is none.
 *
 * The parts are what stands between blanks: space, tab, CR, LF, other spaces such
 * as the no-break space, and what nobody sees, such as a zero-width space. A full
 * stop and other punctuation behind a word or a digit says nothing. The word is of
 * ASCII letters, the slots are anything; both are given in ASCII capitals,
 * whatever the case, and their spans are where they stand. Exactly four ASCII
 * digits at the beginning or the end are the PIN, the code of the message; the
 * first ones where both are. Without them the code is blank, as the keyword
 * always is. How many words make a phrase is not known here.
 *
 * Ten ASCII digits, with blanks and dashes between them at will (`123456, 1234`
 * has a blank there, as punctuation says nothing), are the reply to the question
 * for a code: the word is blank then, and the code is the ten digits alone.
 *
 * Chevrotain's own lexer is fast enough for what people text by hand.
 */
export function read(text: string): Message | null {
	lexer ??= plainLexer();
	const spaced = plainly(text);
	const { tokens, errors } = lexer.tokenize(spaced);
	if (errors.length > 0 || tokens.length === 0) return null;
	// A PIN alone has no word, and an exception is not needed to say so.
	if (tokens.length === 1 && tokens[0]?.tokenType.name === "Pin") return null;
	return plainParser().messageOf(spaced, tokens);
}

/** The text with spaces, in the same places, for what says nothing. */
function plainly(text: string): string {
	return text
		.replace(SPACE_LIKE, " ")
		.replace(UNSEEN, " ")
		.replace(PUNCTUATION, (signs) => " ".repeat(signs.length));
}

/** Behind a letter or a digit, and in front of a blank or the end; not that of `p.m.` */
const PUNCTUATION =
	/(?<=[A-Za-z0-9])(?<!\.[A-Za-z])[.,;:!?\u2026]+(?![^ \t\r\n])/g;
