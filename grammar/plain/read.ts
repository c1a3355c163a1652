import type { Lexer } from "chevrotain";
import type { Message } from "../message/message.ts";
import { plainParser } from "./parser.ts";
import { plainLexer } from "./tokens.ts";

let lexer: Lexer | undefined;

/**
 * `ARM`, `bypass 3`, `1234 Disarm` as a message, null if `text` is none.
 *
 * The parts are what stands between blanks (space, tab, CR, LF). The word is of
 * ASCII letters, the slots are anything; both are given in ASCII capitals,
 * whatever the case, and their spans are where they stand. Exactly four ASCII
 * digits at the beginning or the end are the PIN, the code of the message; the
 * first ones where both are. Without them the code is blank, as the keyword
 * always is. How many words make a phrase is not known here.
 *
 * Ten ASCII digits, with blanks and dashes between them at will, are the reply
 * to the question for a code: the word is blank then, and the code is the ten
 * digits alone.
 *
 * Chevrotain's own lexer is fast enough for what people text by hand.
 */
export function read(text: string): Message | null {
	lexer ??= plainLexer();
	const { tokens, errors } = lexer.tokenize(text);
	if (errors.length > 0 || tokens.length === 0) return null;
	// A PIN alone has no word, and an exception is not needed to say so.
	if (tokens.length === 1 && tokens[0]?.tokenType.name === "Pin") return null;
	return plainParser().messageOf(text, tokens);
}
