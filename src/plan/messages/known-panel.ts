import type { PanelState } from "../../panel/state/state.ts";
import type { Value } from "../../parameters/kind.ts";
import type { Site, Thing } from "../site/site.ts";
import { pathOfThing } from "../site/site.ts";

/** What is known of a member of a thing: its value, that the thing is not there, or nothing. */
export type Known = { readonly value: Value } | "absent" | "unknown";

/** The thing in a state; undefined where it is not there. */
export function thingIn(
	state: PanelState,
	{ part, id }: Thing,
): object | undefined {
	const found = part.split(".").reduce<unknown>(memberOf, state);
	if (id === null) return isObject(found) ? found : undefined;
	if (!Array.isArray(found)) return undefined;
	const list: readonly unknown[] = found;
	return list.find(
		(each): each is object => isObject(each) && memberOf(each, "id") === id,
	);
}

/** A member of a thing in a state; undefined where the thing is not there. */
export function valueIn(
	state: PanelState,
	thing: Thing,
	member: string,
): Value | undefined {
	const value = memberOf(thingIn(state, thing), member);
	return typeof value === "string" ||
		typeof value === "number" ||
		typeof value === "boolean"
		? value
		: undefined;
}

/** The values that a site wants, by path. */
export type Wanted = ReadonlyMap<string, Value>;

export function wantedOf({ settings }: Site): Wanted {
	return new Map(
		settings.map(({ thing, member, value }) => [
			`${pathOfThing(thing)}.${member}`,
			value,
		]),
	);
}

/**
 * What a member will be, as far as a message can rely on it: what the site wants,
 * else what the panel has.
 * @param state null where nothing is known of the panel
 */
export function knownMember(
	state: PanelState | null,
	wanted: Wanted,
	thing: Thing,
	member: string,
): Known {
	const named = wanted.get(`${pathOfThing(thing)}.${member}`);
	if (named !== undefined) return { value: named };
	if (state === null) return "unknown";
	const value = valueIn(state, thing, member);
	return value === undefined ? "absent" : { value };
}

function memberOf(value: unknown, key: string): unknown {
	return isObject(value) ? Reflect.get(value, key) : undefined;
}

function isObject(value: unknown): value is object {
	return typeof value === "object" && value !== null;
}
