import { jsonTokens } from "./json-tokens.ts";

/** A key that its object has already. */
export interface RepeatedKey {
	/** Keys, and positions of list items, down to it. */
	readonly path: readonly string[];
	/** Where it comes again, with its quotes, in UTF-16 code units. */
	readonly start: number;
	readonly end: number;
}

/**
 * Keys that an object of a JSON text has more than once, where they come again: the
 * last one counts, and the others are lost. Linear to the first of them, and no
 * deeper than the heap.
 *
 * @param text JSON that parses
 */
export function* repeatedKeys(text: string): Generator<RepeatedKey> {
	const open: Container[] = [];
	let key: string | null = null;
	for (const { start, end } of jsonTokens(text)) {
		const inside = open.at(-1);
		const first = text[start];
		if (first === "{" || first === "[") {
			open.push({
				name: key ?? (inside === undefined ? "" : String(inside.items)),
				keys: first === "{" ? new Set() : null,
				items: 0,
			});
			key = null;
		} else if (first === "}" || first === "]") {
			open.pop();
			key = null;
		} else if (first === ",") {
			key = null;
			if (inside !== undefined) inside.items += 1;
		} else if (first === '"' && key === null && inside?.keys) {
			key = String(JSON.parse(text.slice(start, end)));
			if (inside.keys.has(key)) yield { path: pathOf(open, key), start, end };
			inside.keys.add(key);
		}
	}
}

/**
 * The first of them; null where there is none. A text without any, as nearly every one
 * is, is only counted through: a tenth of the time.
 *
 * @param text JSON that parses, or a bare word
 * @param document what the text says
 */
export function repeatedKey(
	text: string,
	document: unknown,
): RepeatedKey | null {
	// A bare word may hold anything, and has no keys.
	if (typeof document !== "object") return null;
	if (colonsIn(text) === keysIn(document)) return null;
	const [first = null] = repeatedKeys(text);
	return first;
}

/** Colons outside strings: a key stands in front of each. */
function colonsIn(json: string): number {
	let colons = 0;
	let isQuoted = false;
	for (let at = 0; at < json.length; at += 1) {
		const code = json.charCodeAt(at);
		if (code === QUOTE) isQuoted = !isQuoted;
		else if (code === BACKSLASH) at += 1;
		else if (code === COLON && !isQuoted) colons += 1;
	}
	return colons;
}

function keysIn(document: unknown): number {
	let keys = 0;
	const open = [document];
	while (open.length > 0) {
		const value = open.pop();
		if (typeof value !== "object" || value === null) continue;
		const inner: unknown[] = Array.isArray(value)
			? value
			: Object.values(value);
		if (inner !== value) keys += inner.length;
		for (const each of inner) open.push(each);
	}
	return keys;
}

const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;

interface Container {
	/** Its key, or its position in a list. */
	readonly name: string;
	/** Those of an object; null for a list. */
	readonly keys: Set<string> | null;
	items: number;
}

function pathOf(open: readonly Container[], key: string): readonly string[] {
	return [...open.slice(1).map(({ name }) => name), key];
}
