import type { Wording } from "../message/message.ts";

/**
 * `PWORD CODE WORD:p1,p2,…` without a blank to spare. No slots, no colon. The
 * texts have to be as `read` gives them: trimmed, the keyword without blanks,
 * the slots without commas.
 */
export function write({ keyword, code, word, slots }: Wording): string {
	const head = `${keyword} ${code} ${word}`;
	return slots.length === 0 ? head : `${head}:${slots.join(",")}`;
}
