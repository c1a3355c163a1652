import { writtenFaults } from "../firmware/script/written-faults.ts";
import { howMany } from "../how-many.ts";
import type { Model } from "../models/model.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { Profile } from "../profiles/profile.ts";
import { instantText } from "../time/instant.ts";
import { factoryCredentials } from "./factory-credentials.ts";
import { personWarnings } from "./person-warnings.ts";

/** Something that the panel accepts and its owner should know. */
export interface Finding {
	/** A warning can be mended by a setting; a note cannot, in this version. */
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
		...(state.remote.people.length === 0 ? [unguarded] : remoteFindings(state)),
		...clockFindings(state),
		...writtenFaults(model, state).map(({ path, rule }) =>
			advice("warning", path, rule),
		),
		...profiles.flatMap((profile) => [
			...warnings(profile, state),
			...notes(profile),
		]),
	];
}

/** Most findings that are listed: nobody reads more, and a broken file has a million. */
export const LISTED = 100;

/** The first findings; where there are more, the last entry says how many. */
export function listed(found: readonly Finding[]): readonly Finding[] {
	const rest = found.slice(LISTED);
	if (rest.length === 0) return found;
	const level = rest.some((each) => each.level === "warning")
		? "warning"
		: "note";
	const more = advice(level, "file", howMany(rest.length, "more finding"));
	return [...found.slice(0, LISTED), more];
}

/** What is unwise about how the file is kept. */
export function fileFindings(remarks: readonly string[]): readonly Finding[] {
	return remarks.map((remark) => advice("warning", "file", remark));
}

/** Whether times of day are those of the place, and whether the clock was set. */
function clockFindings({
	options,
	schedules,
	remote,
	runtime,
}: PanelState): readonly Finding[] {
	const needsZone =
		schedules.length > 0 ||
		runtime.armAt !== null ||
		remote.people.length > 0 ||
		remote.country !== "";
	const set = runtime.log.findLast(({ event }) => event === "clock-set");
	return [
		...(needsZone && options.timeZone === "UTC"
			? [
					advice(
						"warning",
						"options.timeZone",
						"it is UTC, so times of day, as in ARM AT, may not be those of the place: alarmpanel config set options.timeZone Europe/Paris sets another",
					),
				]
			: []),
		...(set === undefined
			? []
			: [
					advice(
						"note",
						"runtime.log",
						`the clock was set ${set.about} at ${instantText(set.at)}; running delays kept what was left`,
					),
				]),
	];
}

const unguarded = advice(
	"note",
	"runtime.guard",
	"wrong codes in installer messages are counted but never lock a sender out: no manual states a lockout",
);

/** Minutes between two remote actions where one number controls a panel. (AndroidAPS SMS commands) */
const LONE_DELAY = 15;

function numbersOf({ people }: PanelState["remote"]): number {
	return people
		.filter(({ enabled }) => enabled)
		.reduce((count, { numbers }) => count + numbers.length, 0);
}

/** What is unwise once somebody may control the panel from afar. */
function remoteFindings(state: PanelState): readonly Finding[] {
	const { remote, options } = state;
	return [
		...(options.keypadGuard === 0
			? [
					advice(
						"warning",
						"options.keypadGuard",
						"wrong codes never lock the keypad; 3 is usual",
					),
				]
			: []),
		...(remote.installer === "anyone"
			? [
					advice(
						"warning",
						"remote.installer",
						"installer messages from any number, listed or not, can change the mode",
					),
				]
			: []),
		...(remote.minimumDelay < LONE_DELAY && numbersOf(remote) < 2
			? [
					advice(
						// 0 is the factory's, and says that no delay is wanted.
						remote.minimumDelay === 0 ? "note" : "warning",
						"remote.minimumDelay",
						`${remote.minimumDelay} min with one number on the list: whoever has that phone may act as often; ${LONE_DELAY} min, or a second person who is told`,
					),
				]
			: []),
		...(remote.people.some(({ can }) => can.includes("program"))
			? []
			: [
					advice(
						"note",
						"remote.people",
						"nobody has the right to program: the panel ignores installer messages that change the mode",
					),
				]),
		...remote.people
			.flatMap((person) => personWarnings(state, person))
			// Several people may share a user.
			.filter(({ message }, at, all) =>
				all.slice(0, at).every((other) => other.message !== message),
			)
			.map(({ path, message }) => advice("warning", path, message)),
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
