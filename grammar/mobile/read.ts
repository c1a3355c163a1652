import type { Message } from "../message/message.ts";
import { mobileParser } from "./parser.ts";
import { produceTokens } from "./token-producer.ts";

/**
 * `WORD:KEYWORD,CODE,p1,p2,…` as a message, null if `text` is none.
 *
 * Blanks (space, tab, CR, LF) are trimmed at the ends of every part and may
 * stand in front of the colon; inside the keyword and inside a parameter they
 * are kept. The keyword may be blank. Nothing behind the code makes no slots,
 * a comma with nothing behind it makes one blank slot. There is never a stray:
 * whatever is glued to the code makes it unreadable, and with it the message.
 */
export function read(text: string): Message | null {
	const tokens = produceTokens(text);
	return tokens === null ? null : mobileParser().messageOf(text, tokens);
}
