import type { Provenance } from "../../parameters/provenance.ts";
import type { AlarmKind } from "../state/alarm-kinds.ts";
import type { Attribute } from "../state/fields/attributes.ts";
import { modeOfParts, type WantedMode } from "../state/fields/modes.ts";
import type { Runtime } from "../state/runtime.ts";

/** What a panel does when a zone is set off. */
export type Reaction =
	| "none"
	/** Alarm at once. */
	| "alarm"
	/** The entry delay starts; while one runs, a shorter one shortens it. */
	| "entry"
	/** Alarm when the entry delay ends without a disarming. */
	| "wait"
	| "chime"
	/** No alarm, but an event is reported. */
	| "note"
	/** The contact changes the mode, on both edges. */
	| "set-unset";

/** The mode, or the countdown that hides it. */
export type Situation = WantedMode | "exit" | "entry";

export interface ReactionRow {
	readonly to: { readonly [S in Situation]: Reaction };
	/** The kind of its alarms; entry delays that end have their own. */
	readonly alarm: AlarmKind;
	/** Tag of `panel-commands.md` 2.2. */
	readonly source: string;
	readonly provenance: Provenance;
	/** Cells that no page states. */
	readonly inferred: readonly Situation[];
	/** Why the inferred cells are so; "" where there are none. */
	readonly reason: string;
}

/** disarm, away, home 1, home 2, home 3, exit countdown, entry countdown */
type Cells = readonly [
	Reaction,
	Reaction,
	Reaction,
	Reaction,
	Reaction,
	Reaction,
	Reaction,
];

/** Modes and countdowns, in the order of the manual's table. */
export const situations = [
	"disarm",
	"away",
	"home-1",
	"home-2",
	"home-3",
	"exit",
	"entry",
] as const satisfies readonly Situation[];

/** How a zone of each attribute reacts in each mode and countdown. */
export const reactions: { readonly [A in Attribute]: ReactionRow } = {
	burglar: row(
		["none", "alarm", "alarm", "alarm", "alarm", "none", "none"],
		"MZ30; countdowns BQ32",
	),
	"home-omit": row(
		["none", "alarm", "note", "note", "note", "none", "none"],
		"MZ30",
		["exit", "entry"],
		"countdowns as burglar",
	),
	entry: row(
		["chime", "entry", "entry", "entry", "entry", "none", "entry"],
		"MZ31, BQ32",
		["exit", "entry"],
		"one leaves and comes back through it; it does not restart the delay, but a shorter one counts",
	),
	"home-12-omit": row(
		["none", "alarm", "note", "note", "alarm", "none", "none"],
		"MZ30",
		["exit", "entry"],
		"countdowns as burglar",
	),
	"home-13-omit": row(
		["none", "alarm", "note", "alarm", "note", "none", "none"],
		"MZ30",
		["exit", "entry"],
		"countdowns as burglar",
	),
	"home-access": row(
		["none", "alarm", "entry", "entry", "entry", "none", "entry"],
		"MZ30, BQ32",
		["away", "exit", "entry"],
		"nobody comes home through it while away; countdowns as entry",
	),
	delay: row(
		["none", "alarm", "alarm", "alarm", "alarm", "none", "none"],
		"MZ30, MZ31",
		["away", "home-1", "home-2", "home-3"],
		"an alarm unless the entry delay runs",
	),
	"away-only": row(
		["none", "alarm", "none", "none", "none", "none", "none"],
		"MZ31",
	),
	"away-entry": row(
		["chime", "entry", "none", "none", "none", "none", "entry"],
		"MZ31",
		["entry"],
		"as entry: a shorter delay counts",
	),
	"24-hour": always("24-hour", "MZ31", []),
	fire: always("fire", "MZ30"),
	medical: always("medical", "MZ30"),
	water: always("water", "MZ30"),
	"silent-panic": always("silent-panic", "MZ30"),
	"personal-attack": always("panic", "MZ30"),
	"set-unset": row(
		[
			"set-unset",
			"set-unset",
			"set-unset",
			"set-unset",
			"set-unset",
			"set-unset",
			"set-unset",
		],
		"MZ30, H86",
		situations,
		"which edge arms is an option",
	),
	perimeter: row(
		["none", "alarm", "alarm", "alarm", "alarm", "alarm", "alarm"],
		"1L",
		["entry"],
		"it is instant in the exit countdown, so in the entry countdown too",
	),
	follower: row(
		["none", "alarm", "alarm", "alarm", "alarm", "none", "wait"],
		"1L",
	),
	interior: row(
		["none", "alarm", "none", "none", "none", "none", "wait"],
		"1L",
		["entry"],
		"as follower",
	),
};

/** Which column of the table holds for the panel now. */
export function situationOf({
	mode,
	home,
	entry,
}: Pick<Runtime, "mode" | "home" | "entry">): Situation {
	if (mode === "arming") return "exit";
	if (mode === "disarm") return "disarm";
	if (entry !== null) return "entry";
	return modeOfParts({ into: mode, home });
}

/** What the panel does now when a zone with this attribute is set off. */
export function reactionOf(attribute: Attribute, runtime: Runtime): Reaction {
	const { to } = reactions[attribute];
	const reaction = to[situationOf(runtime)];
	// In an entry countdown what the mode omits stays omitted.
	if (runtime.entry === null || isAlways(attribute)) return reaction;
	const armed = to[situationOf({ ...runtime, entry: null })];
	return armed === "none" ? "none" : reaction;
}

/** Whether the attribute raises an alarm in every mode, so that no arming leaves it out. */
export function isAlways(attribute: Attribute): boolean {
	return reactions[attribute].to.disarm === "alarm";
}

function row(
	cells: Cells,
	source: string,
	inferred: readonly Situation[] = [],
	reason = "",
	alarm: AlarmKind = "burglar",
): ReactionRow {
	const [disarm, away, home1, home2, home3, exit, entry] = cells;
	return {
		to: {
			disarm,
			away,
			"home-1": home1,
			"home-2": home2,
			"home-3": home3,
			exit,
			entry,
		},
		alarm,
		source,
		provenance: "family",
		inferred,
		reason,
	};
}

function always(
	kind: AlarmKind,
	source: string,
	inferred: readonly Situation[] = situations,
): ReactionRow {
	const cells: Cells = [
		"alarm",
		"alarm",
		"alarm",
		"alarm",
		"alarm",
		"alarm",
		"alarm",
	];
	const reason = inferred.length === 0 ? "" : "active in every mode";
	return row(cells, source, inferred, reason, kind);
}
