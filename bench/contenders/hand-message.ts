import type { Message, Part } from "../../grammar/message/message.ts";

/**
 * What the reader of the product gives, in one loop over the characters: with
 * the places that its caller needs, and without a grammar.
 */
export function read(text: string): Message | null {
	const { length } = text;
	let at = 0;
	while (at < length && isBlank(text.charCodeAt(at))) at++;
	const keyword = at;
	while (at < length && !isBlank(text.charCodeAt(at))) at++;
	const keywordEnd = at;
	if (keywordEnd === keyword) return null;

	while (at < length && isBlank(text.charCodeAt(at))) at++;
	const code = at;
	let c = 0;
	while (at < length) {
		c = text.charCodeAt(at);
		if (c < 48 || c > 57) break;
		at++;
	}
	const codeEnd = at;
	if (codeEnd === code || at === length || !isBlank(c)) return null;

	while (at < length && isBlank(text.charCodeAt(at))) at++;
	const word = at;
	while (at < length) {
		c = text.charCodeAt(at);
		if (!((c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 63)) break;
		at++;
	}
	const wordEnd = at;
	if (wordEnd === word || wordEnd - word > 8) return null;

	const slots: Part[] = [];
	let stray: Part | null = null;
	if (at < length) {
		if (c === 58)
			for (let from = at + 1; ; ) {
				const comma = text.indexOf(",", from);
				slots.push(trimmed(text, from, comma === -1 ? length : comma));
				if (comma === -1) break;
				from = comma + 1;
			}
		else if (c > 127 || (c >= 97 && c <= 122)) return null;
		else {
			const rest = trimmed(text, at, length);
			if (rest.text !== "") stray = rest;
		}
	}
	return {
		keyword: part(text, keyword, keywordEnd),
		code: part(text, code, codeEnd),
		word: part(text, word, wordEnd),
		slots,
		stray,
	};
}

function part(text: string, start: number, end: number): Part {
	return { text: text.slice(start, end), start, end };
}

function trimmed(text: string, from: number, to: number): Part {
	let start = from;
	let end = to;
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	if (start === end) return { text: "", start: from, end: from };
	while (isBlank(text.charCodeAt(end - 1))) end--;
	return part(text, start, end);
}

function isBlank(c: number): boolean {
	return c === 32 || c === 10 || c === 13 || c === 9;
}
