/** Things with an id, sorted by it. The functions return new lists. */
type Numbered = { readonly id: number };

/** The id that addresses a thing in a list; null where it has no such id. */
export function idOf(thing: unknown): string | null {
	return typeof thing === "object" &&
		thing !== null &&
		"id" in thing &&
		Number.isSafeInteger(thing.id)
		? String(thing.id)
		: null;
}

export function find<T extends Numbered>(
	list: readonly T[],
	id: number,
): T | undefined {
	return list.find((item) => item.id === id);
}

export function put<T extends Numbered>(list: readonly T[], item: T): T[] {
	const at = list.findIndex(({ id }) => id >= item.id);
	if (at === -1) return [...list, item];
	return list.toSpliced(at, list[at]?.id === item.id ? 1 : 0, item);
}

export function without<T extends Numbered>(
	list: readonly T[],
	id: number,
): readonly T[] {
	return list.some((item) => item.id === id)
		? list.filter((item) => item.id !== id)
		: list;
}
