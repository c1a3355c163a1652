import {
	hasLatch,
	modeChangeEvent,
	modeChangeSubject,
} from "../reporting/mode-reports.ts";
import { noticed } from "../reporting/notices.ts";
import { reported } from "../reporting/reports.ts";
import { contactIdUser } from "../state/contact-id.ts";
import { withoutDeadlines } from "../state/deadlines.ts";
import { type Cause, userOf } from "../state/event.ts";
import { logged } from "../state/log.ts";
import type { Runtime } from "../state/runtime.ts";
import type { PanelState, Zone } from "../state/state.ts";

/**
 * Disarming ends everything at once: countdowns, alarms, siren, and every bypass
 * for one arming. Alarms stay in the memory. It is never refused.
 */
export function disarmed(
	state: PanelState,
	by: Cause,
	now: number,
): PanelState {
	const { runtime } = state;
	const wasDisarmed = runtime.mode === "disarm";
	if (wasDisarmed && runtime.alarms.length === 0) return state;
	const ended: Runtime = {
		...runtime,
		mode: "disarm",
		into: null,
		home: 1,
		armedBy: null,
		entry: null,
		alarms: [],
		siren: false,
		crossing: null,
		leftOut: [],
		trips: [],
		deadlines: withoutDeadlines(
			runtime.deadlines,
			"exit",
			"entry",
			"siren",
			"cross-zone",
		),
		guard: { ...runtime.guard, armFault: null },
	};
	const zones = wasDisarmed ? state.zones : state.zones.map(watchedAgain);
	const present = { ...state, zones, runtime: ended };
	const told = wasDisarmed
		? present
		: opening(
				notEntered(logged(present, now, by, "disarmed"), runtime, by, now),
				state,
				by,
				now,
			);
	// Who had to disarm has not called help off.
	if (!runtime.alarms.some(({ kind }) => kind !== "silent-panic")) return told;
	return reported(logged(told, now, by, "cancelled"), {
		at: now,
		event: "cancel",
		qualifier: "event",
		subject: contactIdUser(userOf(by)),
	});
}

/** Tells people that an arming from afar was ended at the panel before its time. */
function notEntered(
	state: PanelState,
	{ mode, into, armedBy }: Runtime,
	by: Cause,
	at: number,
): PanelState {
	return mode !== "arming" || armedBy?.afar !== true || by.via === "sms"
		? state
		: noticed(state, "results", {
				at,
				about: "not-entered",
				what: into ?? "",
				subject: 0,
				zones: [],
				by: "",
			});
}

/** Reports the opening. Disarming in the exit delay is none: nobody was away. */
function opening(
	state: PanelState,
	before: PanelState,
	by: Cause,
	now: number,
): PanelState {
	return before.runtime.mode === "arming" || !hasLatch(state, by)
		? state
		: reported(state, {
				at: now,
				event: modeChangeEvent(by),
				qualifier: "event",
				subject: modeChangeSubject(by),
			});
}

function watchedAgain(zone: Zone): Zone {
	return zone.bypass === "once" ? { ...zone, bypass: "none" } : zone;
}
