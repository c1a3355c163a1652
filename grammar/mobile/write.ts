import type { Wording } from "../message/message.ts";

/**
 * `WORD:KEYWORD,CODE,p1,p2,…` without a blank to spare. The texts have to be
 * as `read` gives them: trimmed, and without commas.
 */
export function write({ keyword, code, word, slots }: Wording): string {
	return `${word}:${[keyword, code, ...slots].join(",")}`;
}
