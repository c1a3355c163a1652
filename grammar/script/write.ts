import type { Wording } from "../message/message.ts";

/**
 * `:cmd SECRET script NAME VAR=VAL` without a blank to spare, the name in
 * quotes where it needs them. The texts have to be as `read` gives them.
 */
export function write({ keyword, code, word, slots }: Wording): string {
	const name = /[ \t\r\n=]/.test(word) ? `"${word}"` : word;
	return [keyword, code, "script", name, ...slots].join(" ");
}
