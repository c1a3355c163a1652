import { closest, distance } from "fastest-levenshtein";

/** Wrong letters up to which a name counts as a typing error. */
const FARTHEST = 2;

/** Letters from which on the beginning of a name stands for it: `jablotron` for `jablotron-gd04`. */
const BEGUN = 3;

/** Nothing of ours has a longer name; to compare takes as long as both together. */
const LONGEST = 200;

/**
 * The name that the writer probably meant: one that is near, else the only one that begins
 * so; null where there is none.
 * @param farthest wrong letters that are allowed; short names are near to
 *   anything, so half of the letters have to be right where nothing is said
 */
export function nearestName(
	written: string,
	names: readonly string[],
	farthest = Math.min(FARTHEST, written.length / 2),
): string | null {
	if (names.length === 0 || written.length > LONGEST) return null;
	const nearest = closest(written, names);
	if (distance(written, nearest) <= farthest) return nearest;
	const begun = names.filter((name) => name.startsWith(written));
	return written.length >= BEGUN && begun.length === 1
		? (begun[0] ?? null)
		: null;
}
