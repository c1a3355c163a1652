import { type JsonToken, jsonTokens } from "./json-tokens.ts";

/** Where a value stands in a JSON text, by its first token. */
export interface JsonPlace {
	/** Of a member of an object; null for an item of a list. */
	readonly key: JsonToken | null;
	readonly value: JsonToken;
}

/** An object or a list that is open, and where in it we are. */
interface Open {
	readonly isList: boolean;
	name: string;
	/** The key that a value is due for, in an object. */
	key: JsonToken | null;
}

/**
 * The place of the value at a path, or of the nearest one around it that is there; null
 * where nothing of the path is. What follows the value is not read.
 *
 * @param text JSON that parses
 */
export function jsonPlace(
	text: string,
	path: readonly PropertyKey[],
): JsonPlace | null {
	const wanted = path.map(String);
	const open: Open[] = [];
	let depth = 0;
	let best: JsonPlace | null = null;
	for (const token of jsonTokens(text)) {
		if (depth === wanted.length) break;
		const inside = open.at(-1);
		const first = text[token.start];
		if (first === ":") continue;
		if (first === "}" || first === "]") {
			open.pop();
			continue;
		}
		if (first === ",") {
			if (inside?.isList) inside.name = String(Number(inside.name) + 1);
			else if (inside !== undefined) inside.key = null;
			continue;
		}
		if (inside !== undefined && !inside.isList && inside.key === null) {
			inside.key = token;
			inside.name = String(JSON.parse(text.slice(token.start, token.end)));
			continue;
		}
		if (
			open.length > depth &&
			open.length <= wanted.length &&
			open.every(({ name }, at) => name === wanted[at])
		) {
			depth = open.length;
			best = { key: inside?.key ?? null, value: token };
		}
		if (first === "{" || first === "[") {
			const isList = first === "[";
			open.push({ isList, name: isList ? "0" : "", key: null });
		}
	}
	return best;
}
