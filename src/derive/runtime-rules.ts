import { fields } from "../panel/state/fields.ts";
import type { DeadlineKind, Runtime } from "../panel/state/runtime.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { Limits } from "./bound-command.ts";
import type { BrokenRule } from "./broken-rule.ts";

/** Contradictions in the part that the panel writes itself. */
export function runtimeRules(
	{ runtime, schedules }: PanelState,
	limits: Limits,
): readonly BrokenRule[] {
	return [
		...arming(runtime),
		...mode(runtime, limits),
		...schedules.flatMap(({ id, mode }) =>
			known(mode, limits, ["schedules", `${id}`, "mode"]),
		),
		...countdown(runtime, "entry", "entry", runtime.entry !== null),
		...countdown(runtime, "siren", "siren", runtime.siren),
		...countdown(runtime, "crossing", "cross-zone", runtime.crossing !== null),
		...countdown(runtime, "armAt", "arm-at", runtime.armAt !== null),
		...onlyWhile(runtime),
		...repeated("open", runtime.open),
		...repeated("leftOut", runtime.leftOut),
		...repeated("changed", ids(runtime.changed)),
		...repeated("trips", ids(runtime.trips)),
		...repeated("outbox", ids(runtime.outbox)),
		...repeated("failing", ids(runtime.failing)),
		...repeated("beginnings", subjects(runtime.beginnings)),
		...repeated("troubles", places(runtime.troubles)),
		...repeated("alarms", kinds(runtime.alarms)),
		...repeated("memory", kinds(runtime.memory)),
		...numbers(runtime),
		...repeated("notices", ids(runtime.notices)),
	];
}

/** An exit delay has one deadline: without it the panel would never be armed. */
function arming({ mode, into, deadlines }: Runtime): BrokenRule[] {
	const found: BrokenRule[] = [];
	const isArming = mode === "arming";
	if (isArming !== (into !== null))
		found.push({
			path: ["runtime", "into"],
			rule: "home or away while mode is arming, else null",
		});
	const exits = deadlines.filter(({ kind }) => kind === "exit").length;
	if (exits !== (isArming ? 1 : 0))
		found.push({
			path: ["runtime", "deadlines"],
			rule: `one exit while mode is arming, else none, there ${exits === 1 ? "is 1" : `are ${exits}`}`,
		});
	return found;
}

/** The model knows the mode that the panel has or is entering. */
function mode({ mode, into, home }: Runtime, limits: Limits): BrokenRule[] {
	const target = mode === "arming" ? into : mode;
	if (target === null) return [];
	const path = ["runtime", "home"];
	if (target !== "home")
		return home === 1 ? [] : [{ path, rule: `1 unless the mode is home` }];
	return known(`home-${home}`, limits, path);
}

function known(
	mode: string,
	limits: Limits,
	path: readonly string[],
): BrokenRule[] {
	const { shape } = limits[fields.mode.name] ?? fields.mode.kind;
	const words =
		shape.type === "choice" ? shape.options.map(({ value }) => value) : [];
	return words.includes(mode)
		? []
		: [{ path, rule: `this model knows ${words.join(", ")} only` }];
}

/** A running countdown has one deadline, and the deadline has a running countdown. */
function countdown(
	{ deadlines }: Runtime,
	name: keyof Runtime,
	kind: DeadlineKind,
	runs: boolean,
): BrokenRule[] {
	const ends = deadlines.filter((deadline) => deadline.kind === kind).length;
	return ends === (runs ? 1 : 0)
		? []
		: [
				{
					path: ["runtime", name],
					rule: `${runs ? "one deadline" : "no deadline"} of the kind ${kind} goes with it, there ${ends === 1 ? "is 1" : `are ${ends}`}`,
				},
			];
}

/** States that a mode rules out: a zone would stay unwatched, or the siren sound for nothing. */
function onlyWhile({
	mode,
	entry,
	crossing,
	leftOut,
	siren,
	alarms,
}: Runtime): BrokenRule[] {
	const armed = mode === "home" || mode === "away";
	const found: BrokenRule[] = [];
	if (entry !== null && !armed)
		found.push({
			path: ["runtime", "entry"],
			rule: "null unless the mode is home or away",
		});
	if (crossing !== null && !armed)
		found.push({
			path: ["runtime", "crossing"],
			rule: "null unless the mode is home or away",
		});
	if (leftOut.length > 0 && mode === "disarm")
		found.push({
			path: ["runtime", "leftOut"],
			rule: "empty while the mode is disarm",
		});
	if (siren && alarms.length === 0)
		found.push({
			path: ["runtime", "siren"],
			rule: "false while there is no alarm",
		});
	return found;
}

function repeated(
	name: keyof Runtime,
	keys: readonly (string | number)[],
): BrokenRule[] {
	return new Set(keys).size === keys.length
		? []
		: [{ path: ["runtime", name], rule: "has each entry only once" }];
}

function ids(list: readonly { readonly id: number }[]): number[] {
	return list.map(({ id }) => id);
}

function places(troubles: Runtime["troubles"]): string[] {
	return troubles.map(({ name, zone }) => `${name} ${zone}`);
}

function subjects(beginnings: Runtime["beginnings"]): string[] {
	return beginnings.map(({ event, subject }) => `${event} ${subject}`);
}

function kinds(alarms: Runtime["alarms"]): string[] {
	return alarms.map(({ kind, zone }) => `${kind} ${zone}`);
}

/** No report number may come again: one report could be taken for another. */
function numbers({ outbox, reports }: Runtime): BrokenRule[] {
	return outbox.every(({ id }) => id <= reports)
		? []
		: [
				{
					path: ["runtime", "reports"],
					rule: "no report in the outbox has a higher number",
				},
			];
}
