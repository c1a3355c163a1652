import type { Wording } from "../../grammar/message/message.ts";

/**
 * The same language in one loop over the characters, as fast as we know how to
 * write it, without places and without an idea of what went wrong.
 */
export function read(text: string): Wording | null {
	const length = text.length;

	let at = 0;
	while (at < length && isBlank(text.charCodeAt(at))) at++;
	const keywordStart = at;
	while (at < length && !isBlank(text.charCodeAt(at))) at++;
	const keywordEnd = at;
	if (keywordEnd === keywordStart) return null;

	while (at < length && isBlank(text.charCodeAt(at))) at++;
	const codeStart = at;
	let c = 0;
	while (at < length) {
		c = text.charCodeAt(at);
		if (c < 48 || c > 57) break;
		at++;
	}
	const codeEnd = at;
	if (codeEnd === codeStart || at === length || !isBlank(c)) return null;

	while (at < length && isBlank(text.charCodeAt(at))) at++;
	const wordStart = at;
	while (at < length) {
		c = text.charCodeAt(at);
		if (!((c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 63)) break;
		at++;
	}
	const wordLength = at - wordStart;
	if (wordLength === 0 || wordLength > 8) return null;

	const slots: string[] = [];
	if (at < length) {
		if (c === 58) {
			let from = at + 1;
			for (;;) {
				const comma = text.indexOf(",", from);
				let end = comma === -1 ? length : comma;
				while (from < end && isBlank(text.charCodeAt(from))) from++;
				while (from < end && isBlank(text.charCodeAt(end - 1))) end--;
				slots.push(text.substring(from, end));
				if (comma === -1) break;
				from = comma + 1;
			}
		} else if (c > 127 || (c >= 97 && c <= 122)) {
			return null;
		}
	}
	return {
		keyword: text.substring(keywordStart, keywordEnd),
		code: text.substring(codeStart, codeEnd),
		word: text.substring(wordStart, wordStart + wordLength),
		slots,
	};
}

function isBlank(c: number): boolean {
	return c === 32 || c === 10 || c === 13 || c === 9;
}
