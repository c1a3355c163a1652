import { idOf } from "./numbered.ts";

/** One difference between two states. Lists are addressed by id: `users.3.name`. */
export interface Change {
	readonly path: string;
	/** Null where there was nothing. */
	readonly from: unknown;
	/** Null where nothing is left. */
	readonly to: unknown;
}

/** Parts that nearly every event changes and nobody programs. */
const bookkeeping = new Set([
	"runtime.log",
	"runtime.guard",
	"runtime.changed",
]);

/**
 * The differences between two states, leaf by leaf, in the order of the state's
 * fields, without the event log and the guard. Parts that both states share are
 * not looked at.
 */
export function changes(before: unknown, after: unknown): readonly Change[] {
	const found: Change[] = [];
	compare("", before, after, found);
	return found;
}

function compare(
	path: string,
	from: unknown,
	to: unknown,
	found: Change[],
): void {
	if (Object.is(from, to) || bookkeeping.has(path)) return;
	if (isRecord(from) && isRecord(to)) {
		// What both share is nearly all, and gets no path.
		const compareMember = (key: string, old: unknown, now: unknown) => {
			if (!Object.is(old, now)) compare(pathOf(path, key), old, now, found);
		};
		for (const key of Object.keys(from))
			compareMember(
				key,
				from[key],
				Object.hasOwn(to, key) ? to[key] : undefined,
			);
		for (const key of Object.keys(to))
			if (!Object.hasOwn(from, key)) compareMember(key, undefined, to[key]);
		return;
	}
	const olds = children(from);
	const news = children(to);
	if (olds === null && news === null) {
		found.push({ path, from: from ?? null, to: to ?? null });
		return;
	}
	const keys = new Set([...(olds?.keys() ?? []), ...(news?.keys() ?? [])]);
	for (const key of keys)
		compare(pathOf(path, key), olds?.get(key), news?.get(key), found);
}

function pathOf(path: string, key: string): string {
	return path === "" ? key : `${path}.${key}`;
}

/** An object that is no list. */
function isRecord(
	value: unknown,
): value is { readonly [name: string]: unknown } {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Members of an object, or of a list by id; null for a leaf. */
function children(value: unknown): ReadonlyMap<string, unknown> | null {
	if (typeof value !== "object" || value === null) return null;
	if (!Array.isArray(value)) return new Map(Object.entries(value));
	return new Map(value.map((item, at) => [idOf(item) ?? String(at), item]));
}
