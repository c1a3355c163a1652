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
 * shortens it and one that would end later is ignored. A delay of 0 is an alarm
 * at once.
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
	if (running !== undefined && running.due <= due) return state;
	const entry: Entry = { waiting: [], ...runtime.entry, zone: zone.id };
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
 * that was bypassed meanwhile is silent.
 */
export function entryExpired(state: PanelState, at: number): PanelState {
	const { entry, mode } = state.runtime;
	if (entry === null) return state;
	const { zone, waiting } = entry;
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
	const first = watched(zone) ? raised(ended, kind, zone, clock, at) : ended;
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
