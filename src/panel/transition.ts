import { exitExpired, setMode } from "./arming.ts";
import { setAccessCode, setCredentials } from "./credentials.ts";
import { deleteDestination, setDestination } from "./destinations.ts";
import type { PanelEvent } from "./event.ts";
import { countWrongCode } from "./guard.ts";
import { heard } from "./hearing.ts";
import { latest, logged } from "./log.ts";
import { queueText, textFailed, textSent } from "./mail.ts";
import { done, type Outcome } from "./outcome.ts";
import { setTimers, store } from "./settings.ts";
import type { Deadline, PanelState } from "./state.ts";
import { deleteUser, setUser } from "./users.ts";
import { addDevice, removeDevice, setZone } from "./zones.ts";

/**
 * The panel: what a state becomes when something happens at an instant.
 * Pure and total. Deadlines that fell due by `now` are caught up first, in
 * order and each at its own instant. A refused event changes nothing that is
 * programmed, no mode and no timer.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z; an instant before the
 *   latest one that the panel knows of counts as that latest one.
 */
export function transition(
	state: PanelState,
	event: PanelEvent,
	now: number,
): Outcome {
	const instant = Math.max(now, latest(state));
	const present = caughtUp(state, instant);
	return apply(present, event, instant);
}

/** The instant at which the panel next does something by itself, or null. */
export function nextDeadline(state: PanelState): number | null {
	return state.runtime.deadlines[0]?.due ?? null;
}

function caughtUp(state: PanelState, now: number): PanelState {
	let present = state;
	for (;;) {
		const [first, ...rest] = present.runtime.deadlines;
		if (first === undefined || first.due > now) return present;
		const without = {
			...present,
			runtime: { ...present.runtime, deadlines: rest },
		};
		present = expired[first.kind](without, first.due);
	}
}

const expired: {
	readonly [K in Deadline["kind"]]: (
		state: PanelState,
		at: number,
	) => PanelState;
} = { exit: exitExpired };

function apply(state: PanelState, event: PanelEvent, now: number): Outcome {
	switch (event.type) {
		case "set-user":
			return programmed(
				setUser(state, event),
				event,
				now,
				`users.${event.user}`,
			);
		case "delete-user":
			return programmed(
				deleteUser(state, event.user),
				event,
				now,
				`users.${event.user}`,
			);
		case "set-credentials":
			return programmed(
				setCredentials(state, event),
				event,
				now,
				"credentials",
			);
		case "set-access-code":
			return programmed(
				setAccessCode(state, event.index, event.code),
				event,
				now,
				`credentials.accessCodes.${event.index}`,
			);
		case "set-mode":
			return setMode(state, event, now);
		case "set-zone":
			return programmed(
				setZone(state, event),
				event,
				now,
				`zones.${event.zone}`,
			);
		case "add-device":
			return programmed(addDevice(state, event), event, now, "zones");
		case "remove-device":
			return programmed(
				removeDevice(state, event.zone),
				event,
				now,
				`zones.${event.zone}`,
			);
		case "set-timers":
			return programmed(setTimers(state, event), event, now, "timers");
		case "set-destination":
			return programmed(
				setDestination(state, event),
				event,
				now,
				`reporting.destinations.${event.destination}`,
			);
		case "delete-destination":
			return programmed(
				deleteDestination(state, event.destination),
				event,
				now,
				`reporting.destinations.${event.destination}`,
			);
		case "store":
			return programmed(
				store(state, event),
				event,
				now,
				`stored.${event.section}`,
			);
		case "act":
			return done(logged(state, now, event.by, event.act), [
				{ type: event.act },
			]);
		case "wrong-code":
			return done(countWrongCode(state, event.by, now));
		case "refuse":
			return done(
				logged(state, now, event.by, "refused", `${event.word} ${event.why}`),
			);
		case "heard":
			return done(heard(state, event, now));
		case "queue-text":
			return done(queueText(state, event.to, event.text));
		case "text-sent":
			return textSent(state, event.id);
		case "text-failed":
			return textFailed(state, event.id, event.by, now);
		case "time":
			return done(state);
	}
}

/** Logs a change of what is programmed, and that it was refused if it was. */
function programmed(
	outcome: Outcome,
	{ by }: PanelEvent,
	now: number,
	about: string,
): Outcome {
	const { state, refusal } = outcome;
	return refusal === null
		? { ...outcome, state: logged(state, now, by, "programmed", about) }
		: {
				...outcome,
				state: logged(state, now, by, "refused", `${about} ${refusal.code}`),
			};
}
