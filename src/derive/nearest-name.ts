/** Edits (insert, delete, replace) up to which a name counts as a typing error. */
const FARTHEST = 2;

/** The name that was probably meant, or null when none is near. */
export function nearestName(
	written: string,
	names: readonly string[],
): string | null {
	let nearest: string | null = null;
	// Short names are near to anything: half of the letters have to be right.
	let least = Math.min(FARTHEST, Math.floor(written.length / 2)) + 1;
	for (const name of names) {
		const distance = edits(written.toLowerCase(), name.toLowerCase());
		if (distance < least) {
			nearest = name;
			least = distance;
		}
	}
	return nearest;
}

/** Levenshtein's distance, row by row. */
function edits(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const deleted = (row[j] ?? 0) + 1;
			const inserted = (next[j - 1] ?? 0) + 1;
			next.push(Math.min(replaced, deleted, inserted));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
