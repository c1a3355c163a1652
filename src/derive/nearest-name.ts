import { closest, distance } from "fastest-levenshtein";

/** Wrong letters up to which a name counts as a typing error. */
const FARTHEST = 2;

/** Nothing of ours has a longer name; to compare takes as long as both together. */
const LONGEST = 200;

/**
 * The name that the writer probably meant, or null where none is near.
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
	return distance(written, nearest) <= farthest ? nearest : null;
}
