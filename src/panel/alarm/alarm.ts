import { MINUTE } from "../../time/units.ts";
import { reported } from "../reporting/reports.ts";
import { type AlarmKind, alarmKinds } from "../state/alarm-kinds.ts";
import { withDeadline, withoutDeadlines } from "../state/deadlines.ts";
import type { Cause } from "../state/event.ts";
import { logged } from "../state/log.ts";
import type { Alarm } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";

/**
 * Raises an alarm: siren, report, memory. The same alarm of the same zone counts
 * as a new one: the siren sounds for its whole time again.
 */
export function raised(
	state: PanelState,
	kind: AlarmKind,
	zone: number,
	by: Cause,
	now: number,
): PanelState {
	const { event, siren } = alarmKinds[kind];
	const alarm: Alarm = { kind, zone, at: now, restored: false };
	const { runtime } = state;
	const present: PanelState = {
		...state,
		runtime: {
			...runtime,
			alarms: withAlarm(runtime.alarms, alarm),
			memory: withAlarm(runtime.memory, alarm),
		},
	};
	const sounding = siren ? withSiren(present, now) : present;
	const told = { at: now, event, qualifier: "event", subject: zone } as const;
	return reported(logged(sounding, now, by, "alarm", kind, zone), told);
}

/** Starts the siren, or starts its time anew. */
export function withSiren(state: PanelState, now: number): PanelState {
	const { runtime, timers } = state;
	return {
		...state,
		runtime: {
			...runtime,
			siren: true,
			deadlines: withDeadline(
				withoutDeadlines(runtime.deadlines, "siren"),
				"siren",
				now + timers.siren * MINUTE,
			),
		},
	};
}

/** The siren has sounded for its time; the alarm stays. */
export function sirenExpired(state: PanelState): PanelState {
	return { ...state, runtime: { ...state.runtime, siren: false } };
}

/** Somebody stops the siren. The alarm stays, and the next alarm sounds again. */
export function muted(state: PanelState, by: Cause, now: number): PanelState {
	if (!state.runtime.siren) return state;
	const silent = sirenExpired(state);
	const deadlines = withoutDeadlines(silent.runtime.deadlines, "siren");
	const runtime = { ...silent.runtime, deadlines };
	return logged({ ...silent, runtime }, now, by, "muted");
}

/** A zone is at rest again: reports the end of each of its alarms, once. */
export function restored(
	state: PanelState,
	zone: number,
	now: number,
): PanelState {
	const ended = state.runtime.memory.filter(
		(alarm) =>
			alarm.zone === zone && !alarm.restored && alarm.kind !== "tamper",
	);
	return ended.reduce(
		(present, { kind }) =>
			reported(settled(present, kind, zone), {
				at: now,
				event: alarmKinds[kind].event,
				qualifier: "restore",
				subject: zone,
			}),
		state,
	);
}

/** Marks an alarm as one whose end is reported. */
export function settled(
	state: PanelState,
	kind: AlarmKind,
	zone: number,
): PanelState {
	const mark = (alarm: Alarm) =>
		alarm.kind === kind && alarm.zone === zone
			? { ...alarm, restored: true }
			: alarm;
	const { runtime } = state;
	return {
		...state,
		runtime: {
			...runtime,
			alarms: runtime.alarms.map(mark),
			memory: runtime.memory.map(mark),
		},
	};
}

function withAlarm(alarms: readonly Alarm[], alarm: Alarm): readonly Alarm[] {
	return [
		...alarms.filter(
			({ kind, zone }) => kind !== alarm.kind || zone !== alarm.zone,
		),
		alarm,
	];
}
