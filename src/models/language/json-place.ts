import { jsonTokens } from "../../store/json/json-tokens.ts";

/** Where a value stands in a JSON text; both are counted from 1. */
export interface JsonPlace {
	readonly line: number;
	readonly column: number;
}

/** An object or a list that is open, and where in it we are. */
interface Open {
	readonly isList: boolean;
	key: string | number;
	/** In an object: the next text is a key. */
	keyDue: boolean;
}

/**
 * The place of the value at a path, or of the nearest thing around it that is
 * there. The text has to be JSON.
 */
export function jsonPlace(
	text: string,
	path: readonly PropertyKey[],
): JsonPlace {
	const open: Open[] = [];
	let best = { depth: -1, at: 0 };
	for (const { start: index, end } of jsonTokens(text)) {
		const piece = text.slice(index, end);
		const inner = open.at(-1);
		if (piece === ",") {
			if (inner?.isList === true) inner.key = Number(inner.key) + 1;
			else if (inner !== undefined) inner.keyDue = true;
			continue;
		}
		if (piece === ":") continue;
		if (piece === "}" || piece === "]") {
			open.pop();
			continue;
		}
		if (inner?.keyDue === true) {
			inner.key = JSON.parse(piece) as string;
			inner.keyDue = false;
			continue;
		}
		const depth = open.length;
		if (depth > best.depth && depth <= path.length && isOn(open, path))
			best = { depth, at: index };
		if (depth === path.length && best.depth === depth) break;
		if (piece === "{" || piece === "[")
			open.push({
				isList: piece === "[",
				key: piece === "[" ? 0 : "",
				keyDue: piece === "{",
			});
	}
	return textPlace(text, best.at);
}

/** The place of a character that is counted from 0. */
export function textPlace(text: string, at: number): JsonPlace {
	const before = text.slice(0, at).split("\n");
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function isOn(open: readonly Open[], path: readonly PropertyKey[]): boolean {
	return open.every(({ key }, at) => String(key) === String(path[at]));
}
