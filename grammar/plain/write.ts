import type { Wording } from "../message/message.ts";

/**
 * `WORD more 1234` without a blank to spare, the PIN last. The texts have to be
 * as `read` gives them: in capitals and without blanks, and without a PIN the
 * last slot is not four digits. Without a word there are no slots: the code is
 * the reply to the question for one.
 */
export function write({ code, word, slots }: Wording): string {
	return [word, ...slots, code].filter((part) => part !== "").join(" ");
}
