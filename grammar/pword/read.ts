import type { Message } from "../message/message.ts";
import { pwordParser } from "./parser.ts";
import { produceTokens } from "./token-producer.ts";

/**
 * `PWORD CODE WORD:p1,p2,…` as a message, null if `text` is none.
 *
 * Blanks (space, tab, CR, LF) may repeat between the three head parts, and are
 * trimmed at the ends of the message and of every parameter; inside a parameter
 * they are kept. A parameter may hold anything but a comma. No colon makes no
 * slots, a colon with nothing behind it makes one blank slot.
 *
 * Behind the word belongs a colon or the end. Blanks and then more, or any
 * other ASCII punctuation, is a stray: the word is readable all the same, and
 * the panel can answer `USRS:ERROR`. A ninth character, a small letter or
 * anything outside ASCII glued to the word leaves no readable word, so null.
 */
export function read(text: string): Message | null {
	const tokens = produceTokens(text);
	return tokens === null ? null : pwordParser().messageOf(text, tokens);
}
