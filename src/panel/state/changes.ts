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
	const olds = children(from);
	const news = children(to);
	if (olds === null && news === null) {
		found.push({ path, from: from ?? null, to: to ?? null });
		return;
	}
	const keys = new Set([...(olds?.keys() ?? []), ...(news?.keys() ?? [])]);
	for (const key of keys) {
		const old = olds?.get(key);
		const fresh = news?.get(key);
		// Most parts are alike, and need no path.
		if (!Object.is(old, fresh))
			compare(path === "" ? key : `${path}.${key}`, old, fresh, found);
	}
}

/** Members of an object, or of a list by id; null for a leaf. */
function children(value: unknown): ReadonlyMap<string, unknown> | null {
	if (typeof value !== "object" || value === null) return null;
	if (!Array.isArray(value)) return new Map(Object.entries(value));
	return new Map(value.map((item, at) => [idOf(item) ?? String(at), item]));
}
