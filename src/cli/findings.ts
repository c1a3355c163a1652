import type { Model } from "../models/model.ts";
import type { PanelState } from "../panel/state.ts";
import type { Profile } from "../profiles/profile.ts";
import { factoryCredentials } from "./factory-credentials.ts";

/** Something that the panel accepts and its owner should know. */
export interface Finding {
	/** A warning can be acted upon; a note cannot, in this version. */
	readonly level: "warning" | "note";
	readonly path: string;
	readonly message: string;
	/** The standard that says so; null where it is our own advice. */
	readonly standard: Standard | null;
}

interface Standard {
	/** Name of the profile: `cp-01`. */
	readonly profile: string;
	/** What the setting is, in words; null where there is none. */
	readonly value: string | null;
	/** What it may be, in words. */
	readonly allowed: string;
	readonly source: string;
}

/** What is unwise about a configuration that fits, and what the standards do not allow. */
export function findings(
	model: Model,
	state: PanelState,
	profiles: readonly Profile[] = [],
): readonly Finding[] {
	const factory = factoryCredentials(model, state);
	return [
		...(factory === "" ? [] : [advice("warning", "credentials", factory)]),
		advice(
			"note",
			"runtime.guard",
			"wrong codes are counted, but lock nobody out in the installer language: no manual states a lockout",
		),
		...profiles.flatMap((profile) => [
			...warnings(profile, state),
			...notes(profile),
		]),
	];
}

function warnings(
	{ name: profile, limits }: Profile,
	state: PanelState,
): readonly Finding[] {
	return limits.flatMap(({ allowed, why, source, breaches }) =>
		breaches(state).map(({ path, value }) => ({
			level: "warning",
			path,
			message: `${value}; ${profile} allows ${allowed}: ${why} (${source})`,
			standard: { profile, value, allowed, source },
		})),
	);
}

function notes({ name: profile, beyond }: Profile): readonly Finding[] {
	return beyond.map(({ path, has, asked, source }) => ({
		level: "note",
		path,
		message: `${has}; ${profile} asks for ${asked} (${source})`,
		standard: { profile, value: null, allowed: asked, source },
	}));
}

function advice(
	level: Finding["level"],
	path: string,
	message: string,
): Finding {
	return { level, path, message, standard: null };
}
