import { nearestName } from "../derive/nearest-name.ts";
import { idOf } from "../panel/state/numbered.ts";
import type { PanelState } from "../panel/state/state.ts";

/**
 * The value at a path of the state; lists are addressed by id: `users.1.name`.
 * Null where there is none.
 */
export function valueAt(state: PanelState, path: string): unknown {
	let value: unknown = state;
	for (const key of path.split(".")) value = memberOf(value, key);
	return value ?? null;
}

/**
 * What is wrong with a path that leads nowhere, with the nearest one; null for one
 * that leads to a value, or to an item of a list that is not there now.
 */
export function pathFault(state: PanelState, path: string): string | null {
	let parent: unknown = state;
	const keys = path.split(".");
	for (const [at, key] of keys.entries()) {
		const known = namesOf(parent);
		if (known === null) return null;
		const isThere = Array.isArray(parent)
			? /^\d+$/.test(key)
			: known.includes(key);
		if (!isThere) {
			const near = nearestName(key, known);
			const right = [...keys.slice(0, at), near].join(".");
			const hint = near === null ? "" : `; did you mean ${right}?`;
			return `path: there is no ${keys.slice(0, at + 1).join(".")}${hint}`;
		}
		parent =
			memberOf(parent, key) ?? (Array.isArray(parent) ? parent[0] : null);
	}
	return null;
}

/** What may stand behind a value in a path; null where that is not known. */
function namesOf(parent: unknown): readonly string[] | null {
	if (Array.isArray(parent)) return parent.flatMap((item) => idOf(item) ?? []);
	if (typeof parent === "object")
		return parent === null ? null : Object.keys(parent);
	return parent === undefined ? null : [];
}

/** Whether a value is what a claim says. A text is compared as text. */
export function isAsClaimed(claimed: unknown, value: unknown): boolean {
	if (typeof value === "string" && !Array.isArray(claimed))
		return (
			value ===
			(typeof claimed === "string" ? claimed : JSON.stringify(claimed))
		);
	return isSame(claimed, value);
}

/** Whether two values of JSON are the same; the order of members says nothing. */
function isSame(one: unknown, other: unknown): boolean {
	if (!isCompound(one) || !isCompound(other)) return Object.is(one, other);
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const members = Object.entries(one);
	const others = new Map(Object.entries(other));
	return (
		members.length === others.size &&
		members.every(
			([key, value]) => others.has(key) && isSame(value, others.get(key)),
		)
	);
}

function isCompound(value: unknown): value is object {
	return typeof value === "object" && value !== null;
}

function memberOf(parent: unknown, key: string): unknown {
	if (Array.isArray(parent))
		return parent.find((item) => idOf(item) === key) ?? byPosition(parent, key);
	if (typeof parent !== "object" || parent === null) return undefined;
	return Object.getOwnPropertyDescriptor(parent, key)?.value;
}

/** Items without ids, such as the deadlines, are counted from 0. */
function byPosition(list: readonly unknown[], key: string): unknown {
	const first = list[0];
	return /^\d+$/.test(key) && idOf(first) === null
		? list[Number(key)]
		: undefined;
}
