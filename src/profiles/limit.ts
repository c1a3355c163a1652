import type { PanelState } from "../panel/state/state.ts";

/** What a standard allows for a setting. A breach is reported, never corrected. */
export interface Limit {
	/** Where the setting stands in the configuration: `timers.exitAway`, `users.*.latch`. */
	readonly path: string;
	/** What is allowed, in words: `45 to 255 s`. */
	readonly allowed: string;
	readonly why: string;
	/** The standard's clause, or the manual that states it; "unverified" where neither was at hand. */
	readonly source: string;
	/** The settings of a panel that break the limit. */
	readonly breaches: (state: PanelState) => readonly Breach[];
}

/** A setting that a limit does not allow. */
export interface Breach {
	/** Where it stands, with ids: `users.3.latch`. */
	readonly path: string;
	/** What it is, in words; "****" for a secret. */
	readonly value: string;
}

type Section = "timers" | "options" | "reporting";

type Reason = Pick<Limit, "why" | "source">;

/** A number that must lie in a range, both ends included. */
export function within<S extends Section>(
	section: S,
	name: keyof PanelState[S] & string,
	[least, most]: readonly [number, number],
	unit: "s" | "min" | "h" | "times",
	told: Reason,
): Limit {
	const path = `${section}.${name}`;
	return {
		path,
		allowed: `${least} to ${most} ${unit}`,
		...told,
		breaches: (state) => {
			const value = state[section][name];
			return typeof value === "number" && value >= least && value <= most
				? []
				: [{ path, value: `${value} ${unit}` }];
		},
	};
}

/** A setting that must have one value. */
export function exactly<S extends Section, N extends keyof PanelState[S]>(
	section: S,
	name: N & string,
	allowed: PanelState[S][N] & (string | boolean),
	told: Reason,
): Limit {
	const path = `${section}.${name}`;
	return {
		path,
		allowed: inWords(allowed),
		...told,
		breaches: (state) => {
			const value = state[section][name];
			return value === allowed ? [] : [{ path, value: inWords(value) }];
		},
	};
}

/** A rule for each thing in a list. */
export function each<L extends "users" | "zones" | "schedules">(
	list: L,
	name: string,
	allowed: string,
	told: Reason,
	/** What is there instead, in words; null where it is allowed. */
	instead: (thing: PanelState[L][number], state: PanelState) => string | null,
): Limit {
	const tail = name === "" ? "" : `.${name}`;
	return {
		path: `${list}.*${tail}`,
		allowed,
		...told,
		breaches: (state) => {
			const things: readonly PanelState[L][number][] = state[list];
			return things.flatMap((thing) => {
				const value = instead(thing, state);
				return value === null
					? []
					: [{ path: `${list}.${thing.id}${tail}`, value }];
			});
		},
	};
}

/** A limit that holds only where something else is set. */
export function when(
	applies: (state: PanelState) => boolean,
	limit: Limit,
): Limit {
	return {
		...limit,
		breaches: (state) => (applies(state) ? limit.breaches(state) : []),
	};
}

function inWords(value: unknown): string {
	if (typeof value === "boolean") return value ? "on" : "off";
	return String(value);
}
