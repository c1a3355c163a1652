import { MINUTE } from "../../time/units.ts";
import { reported } from "../reporting/reports.ts";
import { alarmKinds } from "../state/alarm-kinds.ts";
import type { Effect } from "../state/effect.ts";
import { type Cause, type EventOf, site } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { find, put } from "../state/numbered.ts";
import { done, type Outcome } from "../state/outcome.ts";
import type { Runtime } from "../state/runtime.ts";
import type { PanelState, Zone } from "../state/state.ts";
import { raised, restored } from "./alarm.ts";
import { exitEnded, setMode } from "./arming.ts";
import { burglary } from "./burglary.ts";
import { awaited, entered } from "./entry.ts";
import { noDevice } from "./no-device.ts";
import { isAlways, reactionOf, reactions } from "./reactions.ts";

const DOOR_CONTACT = 1;

/**
 * A device is set off or comes back to rest. A zone that is open does not open
 * again; a signal of a zone without a device is refused and only logged.
 */
export function zoneSignal(
	state: PanelState,
	{ zone: id, signal, by }: EventOf["zone-signal"],
	now: number,
): Outcome {
	const zone = find(state.zones, id);
	if (zone === undefined) return noDevice(state, id, by, now);
	const wasOpen = state.runtime.open.includes(id);
	switch (signal) {
		case "open":
			return wasOpen
				? done(state)
				: setOff(withOpen(state, id, true, now), zone, by, now);
		case "trip":
			return wasOpen
				? done(state)
				: setOff(withOpen(state, id, false, now), zone, by, now);
		case "close":
			return wasOpen
				? atRest(withOpen(state, id, false, now), zone, by, now)
				: done(state);
		case "found-open":
			return done(wasOpen ? state : foundOpen(state, zone, by, now));
		case "found-closed":
			return done(
				wasOpen ? restored(withStanding(state, id, false), id, now) : state,
			);
	}
}

/**
 * A zone is heard again and stands open. Nobody knows when it opened, so that it
 * sets nothing off; where it would have, the log says so.
 */
function foundOpen(
	state: PanelState,
	{ id, attribute, bypass }: Zone,
	by: Cause,
	now: number,
): PanelState {
	const present = withStanding(state, id, true);
	const reaction = reactionOf(attribute, state.runtime);
	const isWatched =
		bypass === "none" &&
		!state.runtime.leftOut.includes(id) &&
		(reaction === "alarm" || reaction === "entry" || reaction === "wait");
	return isWatched ? logged(present, now, by, "found-open", id) : present;
}

/** How a zone stands, where nobody knows since when. */
export function withStanding(
	state: PanelState,
	zone: number,
	open: boolean,
): PanelState {
	const { changed } = state.runtime;
	const present = withOpen(state, zone, open, 0);
	const others = changed.filter(({ id }) => id !== zone);
	return { ...present, runtime: { ...present.runtime, changed: others } };
}

/** Keeps the fact only: without power the panel does not notice it. */
export function withOpen(
	state: PanelState,
	zone: number,
	open: boolean,
	at: number,
): PanelState {
	const { runtime } = state;
	const others = runtime.open.filter((id) => id !== zone);
	return {
		...state,
		runtime: {
			...runtime,
			open: open ? [...others, zone].sort((a, b) => a - b) : others,
			changed: put(runtime.changed, { id: zone, at }),
		},
	};
}

/**
 * The panel looks at its zones again: what opened since an instant and still
 * stands open sets them off now, and what came to rest ends their alarms. While
 * it does not hear sensors yet, it looks when it does.
 */
export function zonesNoticed(
	state: PanelState,
	since: number,
	now: number,
): Outcome {
	const changed = state.runtime.changed
		.filter(({ at }) => at > since)
		.map(({ id }) => id);
	const { open } = state.runtime;
	const effects: Effect[] = [];
	let present = state;
	for (const id of changed) {
		const zone = find(state.zones, id);
		if (zone === undefined) continue;
		const isOpen = open.includes(id);
		// It looks again when it hears its sensors: as if the zone had changed now.
		if (isSettling(state)) present = withOpen(present, id, isOpen, now);
		if (!isOpen) present = restored(present, id, now);
		// A key switch that was turned in a power cut neither arms nor disarms.
		else if (zone.attribute !== "set-unset") {
			const outcome = setOff(present, zone, site, now);
			present = outcome.state;
			for (const effect of outcome.effects) effects.push(effect);
		}
	}
	return done(present, effects);
}

/** The panel hears its sensors again after a restart. */
export function settledDown(state: PanelState, at: number): PanelState {
	return zonesNoticed(state, beforeSettling(at), at).state;
}

/**
 * Since when the panel has not looked at its zones, after a power cut. Where the
 * power went while it did not hear them yet, it has not looked since before that.
 */
export function unseenSince({ deadlines }: Runtime, cutAt: number): number {
	const settle = deadlines.find(({ kind }) => kind === "settle");
	return settle === undefined ? cutAt : beforeSettling(settle.due);
}

function beforeSettling(end: number): number {
	return end - SETTLING - 1;
}

/** The panel ignores sensors for this long after a total loss of power. (CP-01) */
export const SETTLING = MINUTE;

function setOff(
	state: PanelState,
	zone: Zone,
	by: Cause,
	now: number,
): Outcome {
	const { attribute, id } = zone;
	const reaction = reactionOf(attribute, state.runtime);
	if (reaction === "none" || isSettling(state)) return done(state);
	if (zone.bypass !== "none")
		return done(logged(state, now, by, "bypassed", id));
	if (state.runtime.leftOut.includes(id) && !isAlways(attribute))
		return done(logged(state, now, by, "omitted", id));
	switch (reaction) {
		case "alarm": {
			const kind = reactions[attribute].alarm;
			return done(
				alarmKinds[kind].burglar
					? burglary(state, kind, zone, by, now)
					: raised(state, kind, id, by, now),
			);
		}
		case "entry":
			return done(entered(state, zone, by, now));
		case "wait":
			return done(awaited(state, id));
		case "chime":
			return done(
				state,
				state.options.chime ? [{ type: "chime", zone: id }] : [],
			);
		case "note":
			return done(
				reported(logged(state, now, by, "noted", id), {
					at: now,
					event: "noted",
					qualifier: "event",
					subject: id,
				}),
			);
		case "set-unset":
			return contactTurned(state, id, "open", now);
	}
}

function atRest(
	state: PanelState,
	zone: Zone,
	by: Cause,
	now: number,
): Outcome {
	const present = restored(state, zone.id, now);
	if (zone.bypass !== "none" || isSettling(state)) return done(present);
	if (zone.attribute === "set-unset")
		return contactTurned(present, zone.id, "close", now);
	return done(
		isFinalDoor(present, zone) ? exitEnded(present, by, now) : present,
	);
}

/** In the exit countdown of away: a door contact with the attribute entry. (CR11, ZW41) */
function isFinalDoor({ options, runtime }: PanelState, zone: Zone): boolean {
	return (
		options.finalDoor &&
		runtime.into === "away" &&
		zone.attribute === "entry" &&
		zone.type === DOOR_CONTACT
	);
}

function contactTurned(
	state: PanelState,
	zone: number,
	edge: "open" | "close",
	now: number,
): Outcome {
	const disarms =
		(edge === "open") === (state.options.setUnset === "open-disarms");
	const by = { via: "zone", zone } as const;
	return setMode(state, { mode: disarms ? "disarm" : "away", by }, now);
}

/** Whether the panel still ignores sensors after a restart with the profile `resume`. */
function isSettling({ runtime }: PanelState): boolean {
	return runtime.deadlines.some(({ kind }) => kind === "settle");
}
