import { SECOND } from "../../time/units.ts";
import { reported } from "../reporting/reports.ts";
import type { AlarmKind } from "../state/alarm-kinds.ts";
import { withDeadline, withoutDeadlines } from "../state/deadlines.ts";
import { type Cause, clock } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { find, put } from "../state/numbered.ts";
import type { PanelState, Zone } from "../state/state.ts";
import { raised } from "./alarm.ts";
import { situationOf } from "./reactions.ts";

/**
 * A burglar alarm of a zone, unless swinger shutdown stops it. The first trip of a
 * cross zone sounds the siren, but the burglary is reported only when another
 * cross zone confirms it in time. In an exit or entry countdown one zone is enough.
 */
export function burglary(
	state: PanelState,
	kind: AlarmKind,
	zone: Zone,
	by: Cause,
	now: number,
): PanelState {
	const { swinger } = state.options;
	const count = 1 + (find(state.runtime.trips, zone.id)?.count ?? 0);
	if (swinger !== 0 && count > swinger)
		return logged(state, now, by, "swinger", zone.id);
	const { runtime } = state;
	const trips = put(runtime.trips, { id: zone.id, count });
	const counted = { ...state, runtime: { ...runtime, trips } };
	return crosses(counted, zone)
		? crossed(counted, kind, zone, by, now)
		: raised(counted, kind, zone.id, by, now);
}

/** No other cross zone confirmed the first trip in time. */
export function crossZoneExpired(state: PanelState, at: number): PanelState {
	const { crossing } = state.runtime;
	if (crossing === null) return state;
	const ended = withoutCrossing(state);
	return reported(logged(ended, at, clock, "cross-zone-timeout", crossing), {
		at,
		event: "cross-zone-timeout",
		qualifier: "event",
		subject: crossing,
	});
}

/** Ends the wait for a second cross zone. */
export function withoutCrossing(state: PanelState): PanelState {
	const { runtime } = state;
	return runtime.crossing === null
		? state
		: {
				...state,
				runtime: {
					...runtime,
					crossing: null,
					deadlines: withoutDeadlines(runtime.deadlines, "cross-zone"),
				},
			};
}

function crosses({ timers, runtime }: PanelState, zone: Zone): boolean {
	const situation = situationOf(runtime);
	return (
		zone.crossZone &&
		timers.crossZoneTime > 0 &&
		situation !== "exit" &&
		situation !== "entry"
	);
}

function crossed(
	state: PanelState,
	kind: AlarmKind,
	zone: Zone,
	by: Cause,
	now: number,
): PanelState {
	const { crossing } = state.runtime;
	if (crossing === zone.id) return state;
	if (crossing !== null)
		return raised(
			raised(withoutCrossing(state), kind, crossing, by, now),
			kind,
			zone.id,
			by,
			now,
		);
	const first = raised(state, "cross-zone", zone.id, by, now);
	const due = now + state.timers.crossZoneTime * SECOND;
	return {
		...first,
		runtime: {
			...first.runtime,
			crossing: zone.id,
			deadlines: withDeadline(first.runtime.deadlines, "cross-zone", due),
		},
	};
}
