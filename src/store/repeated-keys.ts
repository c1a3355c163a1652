/**
 * Keys that an object of a JSON text has more than once, as paths with the
 * positions of list items: of those, the last one counts, and the others are gone
 * with the next save. Linear, and no deeper than the heap.
 *
 * @param text JSON that parses
 */
export function repeatedKeys(text: string): readonly string[] {
	const found: string[] = [];
	const open: Container[] = [];
	let key: string | null = null;
	for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g)) {
		const inside = open.at(-1);
		if (token === "{" || token === "[") {
			open.push({
				name: key ?? (inside === undefined ? "" : String(inside.items)),
				keys: token === "{" ? new Set() : null,
				items: 0,
			});
			key = null;
		} else if (token === "}" || token === "]") {
			open.pop();
			key = null;
		} else if (token === ",") {
			key = null;
			if (inside !== undefined) inside.items += 1;
		} else if (token !== ":" && key === null && inside?.keys) {
			key = String(JSON.parse(token));
			if (inside.keys.has(key)) found.push(pathOf(open, key));
			inside.keys.add(key);
		}
	}
	return found;
}

interface Container {
	/** Its key, or its position in a list. */
	readonly name: string;
	/** Those of an object; null for a list. */
	readonly keys: Set<string> | null;
	items: number;
}

function pathOf(open: readonly Container[], key: string): string {
	return [...open.slice(1).map(({ name }) => name), key].join(".");
}
