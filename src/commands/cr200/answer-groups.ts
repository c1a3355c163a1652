/** What stands between two groups. A name may hold any other sign. */
const BETWEEN = "),(";

/**
 * The groups of an answer, as `(1,1234,JOHN),(2,,)`: what stands in each in front of
 * its name, and the name. A group ends where the next one begins or the answer ends;
 * what is no group is passed over. The time grows with the answer's length and not
 * with its square: it comes from a panel and may be anything.
 * @param head a group up to its name, a part in parentheses for each number
 */
export function groupsIn(
	groups: string,
	head: RegExp,
): readonly (readonly string[])[] {
	const pieces = groups.split(BETWEEN);
	return pieces.flatMap((piece, at) => {
		const isLast = at === pieces.length - 1;
		// Without its end the last one is no group.
		if (isLast && !piece.endsWith(")")) return [];
		const group = `${at === 0 ? "" : "("}${isLast ? piece.slice(0, -1) : piece}`;
		const found = head.exec(group);
		if (found === null) return [];
		const [begin, ...numbers] = found;
		return [[...numbers, group.slice(found.index + begin.length)]];
	});
}
