import { SECOND } from "../../time/units.ts";
import { withDeadline, withoutDeadlines } from "../state/deadlines.ts";
import { type Cause, clock } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { find } from "../state/numbered.ts";
import type { Entry } from "../state/runtime.ts";
import type { PanelState, Zone } from "../state/state.ts";
import { raised } from "./alarm.ts";

/**
 * Starts the entry delay of a zone. Where one runs, a delay that would end earlier
 * shortens it and one that would end later leaves it as it is; either way the panel
 * keeps both zones. A delay of 0 is an alarm at once.
 */
export function entered(
	state: PanelState,
	zone: Zone,
	by: Cause,
	now: number,
): PanelState {
	const { runtime } = state;
	const due = now + entryTime(state, zone.entryDelay);
	const running = runtime.deadlines.find(({ kind }) => kind === "entry");
	if (running !== undefined && running.due <= due)
		return alsoEntered(state, zone.id);
	const entry = enteredThrough(zone.id, runtime.entry);
	const present: PanelState = {
		...state,
		runtime: {
			...runtime,
			entry,
			deadlines: withDeadline(
				withoutDeadlines(runtime.deadlines, "entry"),
				"entry",
				due,
			),
		},
	};
	return due === now
		? entryExpired(present, now)
		: logged(present, now, by, "entry", zone.id);
}

/** The entry whose delay is a zone's now; the zone whose it was stands first among the others. */
function enteredThrough(zone: number, before: Entry | null): Entry {
	if (before === null) return { zone, waiting: [] };
	const others = [before.zone, ...(before.others ?? [])].filter(
		(id) => id !== zone,
	);
	return others.length === 0
		? { ...before, zone }
		: { ...before, zone, others };
}

/** Keeps a zone that does not shorten the delay, for the case that the others are bypassed. */
function alsoEntered(state: PanelState, zone: number): PanelState {
	const { entry } = state.runtime;
	const others = entry?.others ?? [];
	if (entry === null || entry.zone === zone || others.includes(zone))
		return state;
	return {
		...state,
		runtime: {
			...state.runtime,
			entry: { ...entry, others: [...others, zone] },
		},
	};
}

/** A follower opens in the entry delay: it raises an alarm when the delay ends. */
export function awaited(state: PanelState, zone: number): PanelState {
	const { entry } = state.runtime;
	if (entry === null || entry.waiting.includes(zone)) return state;
	const waiting = [...entry.waiting, zone];
	return {
		...state,
		runtime: { ...state.runtime, entry: { ...entry, waiting } },
	};
}

/**
 * Nobody disarmed in time: an alarm from the perimeter when armed away, from
 * the interior when armed home, then from the zones that waited. (L100) A zone
 * that was bypassed meanwhile is silent: the alarm is then of the next zone that
 * was entered through.
 */
export function entryExpired(state: PanelState, at: number): PanelState {
	const { entry, mode } = state.runtime;
	if (entry === null) return state;
	const { zone, others = [], waiting } = entry;
	const kind = mode === "away" ? "perimeter" : "interior";
	const watched = (id: number) =>
		(find(state.zones, id)?.bypass ?? "none") === "none";
	const ended: PanelState = {
		...state,
		runtime: {
			...state.runtime,
			entry: null,
			deadlines: withoutDeadlines(state.runtime.deadlines, "entry"),
		},
	};
	const through = [zone, ...others].find(watched);
	const first =
		through === undefined ? ended : raised(ended, kind, through, clock, at);
	return waiting
		.filter(watched)
		.reduce((present, id) => raised(present, "burglar", id, clock, at), first);
}

/** Milliseconds of an entry delay in the present mode. */
export function entryTime(
	{ timers, runtime }: PanelState,
	delay: 1 | 2,
): number {
	const away = runtime.mode !== "home";
	const seconds =
		delay === 1
			? away
				? timers.entry1
				: timers.entryHome1
			: away
				? timers.entry2
				: timers.entryHome2;
	return seconds * SECOND;
}
