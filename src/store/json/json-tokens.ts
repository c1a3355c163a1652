/** A part of a JSON text: a string with its quotes, a sign, a number or a word. */
export interface JsonToken {
	/** In UTF-16 code units. */
	readonly start: number;
	readonly end: number;
}

/**
 * The tokens of a JSON text, in order. A string is stepped over by a loop: a regular
 * expression has no room for one of megabytes. Total: what is no JSON has tokens too.
 */
export function* jsonTokens(json: string): Generator<JsonToken> {
	const token = /["{}[\],:]|[^\s{}[\],:"]+/g;
	for (;;) {
		const found = token.exec(json);
		if (found === null) return;
		const { index: start } = found;
		if (found[0] === '"') token.lastIndex = stringEnd(json, start);
		yield { start, end: token.lastIndex };
	}
}

/** Behind the string that begins at a place; the text's end where it is not closed. */
function stringEnd(json: string, start: number): number {
	for (let at = start + 1; at < json.length; at += 1) {
		const code = json.charCodeAt(at);
		if (code === QUOTE) return at + 1;
		if (code === BACKSLASH) at += 1;
	}
	return json.length;
}

const QUOTE = 34;
const BACKSLASH = 92;
