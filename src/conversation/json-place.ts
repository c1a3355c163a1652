import type { Span } from "../../grammar/message/span.ts";
import { jsonTokens } from "../store/json/json-tokens.ts";

/**
 * The span of the value at `path` in a text of JSON, with its key if it has one.
 * Where the path ends early, the span of the longest part that exists; else the
 * whole text.
 */
export function placeIn(json: string, path: readonly PropertyKey[]): Span {
	const wanted = path.map(String);
	/** The keys of what is open; a list counts. */
	const open: { key: string; readonly isList: boolean }[] = [];
	let best: Span = { start: 0, end: json.length };
	let depth = 0;
	let beforeColon = true;
	for (const { start, end } of jsonTokens(json)) {
		const token = json.slice(start, end);
		const inner = open.at(-1);
		const isKey = inner !== undefined && !inner.isList && beforeColon;
		if (token === "}" || token === "]") {
			open.pop();
			beforeColon = false;
			continue;
		}
		if (token === ":") {
			beforeColon = false;
			continue;
		}
		if (token === ",") {
			if (inner?.isList) inner.key = String(Number(inner.key) + 1);
			beforeColon = true;
			continue;
		}
		if (isKey) inner.key = keyText(token);
		const isValueInList = inner?.isList === true;
		if (
			(isKey || isValueInList) &&
			open.length > depth &&
			open.length <= wanted.length &&
			open.every(({ key }, at) => key === wanted[at])
		) {
			depth = open.length;
			best = { start, end };
			// Nothing is longer than the whole path: what follows is not read.
			if (depth === wanted.length) break;
		}
		if (token === "{" || token === "[") {
			open.push({ key: token === "[" ? "0" : "", isList: token === "[" });
			beforeColon = true;
		}
	}
	return best;
}

function keyText(token: string): string {
	try {
		return String(JSON.parse(token));
	} catch {
		return token;
	}
}
