import { muted, sirenExpired } from "./alarm.ts";
import { armAt, armAtExpired, armingCancelled } from "./arm-at.ts";
import { exitExpired } from "./arming.ts";
import { crossZoneExpired } from "./burglary.ts";
import { askCode, codeUsed, dropRequest } from "./code-requests.ts";
import {
	atKeypad,
	duressReported,
	modeByCode,
	remoteAtKeypad,
} from "./codes.ts";
import { courtesyShown } from "./courtesies.ts";
import { setAccessCode, setCredentials } from "./credentials.ts";
import { FARTHEST, withinReach } from "./deadlines.ts";
import { deleteDestination, setDestination } from "./destinations.ts";
import { entryExpired } from "./entry.ts";
import type { PanelEvent } from "./event.ts";
import { countWrongCode } from "./guard.ts";
import { heard } from "./hearing.ts";
import { latest, logged } from "./log.ts";
import {
	creditAsked,
	creditKnown,
	queueText,
	textFailed,
	textSent,
} from "./mail.ts";
import { noticeFailed, noticeSent } from "./notices.ts";
import {
	deleteSchedule,
	setOptions,
	setReporting,
	setSchedule,
} from "./options.ts";
import { done, type Outcome } from "./outcome.ts";
import { removePerson, setPerson } from "./people.ts";
import { power, withoutPower } from "./power.ts";
import { remoteDone } from "./remote-actions.ts";
import { setRemote } from "./remote-options.ts";
import { reportFailed, reportSent } from "./reports.ts";
import type { DeadlineKind } from "./runtime.ts";
import {
	checkInExpired,
	notTooLate,
	regular,
	scheduleExpired,
} from "./schedule.ts";
import { setTimers, store } from "./settings.ts";
import type { PanelState } from "./state.ts";
import { troubleExpired, troubleSignal } from "./trouble-signals.ts";
import { unknownSender } from "./unknown-senders.ts";
import { deleteUser, setUser } from "./users.ts";
import { zoneSignal } from "./zone-signals.ts";
import { addDevice, bypassZone, removeDevice, setZone } from "./zones.ts";

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
	const instant = within(Math.max(now, latest(state)));
	const present = caughtUp(state, instant);
	const outcome =
		present.runtime.cutAt === null
			? apply(present, event, instant)
			: withoutPower(present, event, instant);
	const after = regular(outcome.state, instant);
	const { siren } = after.runtime;
	if (siren === state.runtime.siren)
		return after === outcome.state ? outcome : { ...outcome, state: after };
	const effects = [...outcome.effects, { type: "siren", on: siren } as const];
	return { ...outcome, state: after, effects };
}

/** The instant at which the panel next does something by itself, or null. */
export function nextDeadline(state: PanelState): number | null {
	const { cutAt, deadlines } = state.runtime;
	return cutAt === null ? (deadlines[0]?.due ?? null) : null;
}

function caughtUp(state: PanelState, now: number): PanelState {
	if (state.runtime.deadlines.length === 0) return state;
	const deadlines = withinReach(state.runtime.deadlines, now);
	let present =
		deadlines === state.runtime.deadlines || state.runtime.cutAt !== null
			? state
			: { ...state, runtime: { ...state.runtime, deadlines } };
	for (;;) {
		const { runtime } = present;
		const first = runtime.deadlines[0];
		if (first === undefined || first.due > now || runtime.cutAt !== null)
			return present;
		const rest = runtime.deadlines.slice(1);
		const without = { ...present, runtime: { ...runtime, deadlines: rest } };
		const { kind, due, about } = notTooLate(first, now);
		present = expired[kind](without, due, about);
	}
}

const expired: {
	readonly [K in DeadlineKind]: (
		state: PanelState,
		at: number,
		about: string,
	) => PanelState;
} = {
	exit: exitExpired,
	entry: entryExpired,
	siren: sirenExpired,
	"cross-zone": crossZoneExpired,
	settle: (state) => state,
	trouble: troubleExpired,
	schedule: scheduleExpired,
	"arm-at": armAtExpired,
	"check-in": checkInExpired,
	// It only wakes whoever sends: what is due is read from the outbox.
	report: (state) => state,
};

/** An instant that dates can hold, with room for every delay. */
function within(instant: number): number {
	if (Number.isNaN(instant)) return 0;
	return Math.min(Math.max(Math.trunc(instant), -LATEST), LATEST);
}

/** A thousand years from the farthest that dates reach. */
const LATEST = FARTHEST - 3.2e13;

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
			return modeByCode(state, event, event.by, now);
		case "arm-at":
			return armAt(state, event, event.by, now);
		case "cancel-arming":
			return done(armingCancelled(state, event.by, now));
		case "bypass":
			return bypassZone(state, event, event.by, now);
		case "ask-credit":
			return done(creditAsked(state, event.by.from));
		case "credit-known":
			return done(creditKnown(state, event.to, event.text));
		case "mute":
			return done(muted(state, event.by, now));
		case "duress":
			return done(duressReported(state, now));
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
		case "set-person":
			return programmed(
				setPerson(state, event),
				event,
				now,
				event.person === null
					? "remote.people"
					: `remote.people.${event.person}`,
			);
		case "remove-person":
			return programmed(
				removePerson(state, event.person),
				event,
				now,
				`remote.people.${event.person}`,
			);
		case "set-remote":
			return programmed(setRemote(state, event), event, now, "remote");
		case "store":
			return programmed(
				store(state, event),
				event,
				now,
				`stored.${event.section}`,
			);
		case "set-options":
			return programmed(setOptions(state, event), event, now, "options");
		case "set-schedule":
			return programmed(
				setSchedule(state, event),
				event,
				now,
				`schedules.${event.schedule.id}`,
			);
		case "delete-schedule":
			return programmed(
				deleteSchedule(state, event.schedule),
				event,
				now,
				`schedules.${event.schedule}`,
			);
		case "set-reporting":
			return programmed(setReporting(state, event), event, now, "reporting");
		case "zone-signal":
			return zoneSignal(state, event, event.by, now);
		case "trouble":
			return troubleSignal(state, event, event.by, now);
		case "keypad":
			return atKeypad(state, event, event.by, now);
		case "keypad-remote":
			return remoteAtKeypad(state, event, event.by, now);
		case "power":
			return power(state, event.on, event.by, now);
		case "report-sent":
			return reportSent(state, event.report, event.destination, event.by, now);
		case "report-failed":
			return reportFailed(
				state,
				event.report,
				event.destination,
				event.by,
				now,
			);
		case "act":
			return done(logged(state, now, event.by, event.act), [
				{ type: event.act },
			]);
		case "wrong-code":
			return done(countWrongCode(state, event.by, event.listed ?? false, now));
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
		case "ask-code":
			return done(askCode(state, event, event.by.from, now));
		case "drop-request":
			return done(dropRequest(state, event.by.from));
		case "code-used":
			return codeUsed(state, event.person, event.step);
		case "courtesy":
			return done(courtesyShown(state, event.by.from, now));
		case "script-run":
			return done(logged(state, now, event.by, "script", event.script));
		case "unknown-sender":
			return done(unknownSender(state, event.by.from, now));
		case "remote-done":
			return remoteDone(state, event, now);
		case "notice-sent":
			return noticeSent(state, event.notice);
		case "notice-failed":
			return noticeFailed(state, event.notice, event.by, now);
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
	const { state, effects, refusal } = outcome;
	const after =
		refusal === null
			? logged(state, now, by, "programmed", about)
			: logged(state, now, by, "refused", `${about} ${refusal.code}`);
	// Written out: V8 copies by spread slowly where there are many shapes.
	return { state: after, effects, refusal };
}
