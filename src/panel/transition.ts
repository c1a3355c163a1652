import { muted, sirenExpired } from "./alarm/alarm.ts";
import { armAt, armAtExpired, armingCancelled } from "./alarm/arm-at.ts";
import { exitExpired } from "./alarm/arming.ts";
import { crossZoneExpired } from "./alarm/burglary.ts";
import {
	atKeypad,
	duressReported,
	modeByCode,
	remoteAtKeypad,
} from "./alarm/codes.ts";
import { entryExpired } from "./alarm/entry.ts";
import { overMqtt } from "./alarm/mqtt-mode.ts";
import {
	checkInExpired,
	notTooLate,
	regular,
	scheduleExpired,
} from "./alarm/schedule.ts";
import { troubleExpired, troubleSignal } from "./alarm/trouble-signals.ts";
import { settledDown, zoneSignal } from "./alarm/zone-signals.ts";
import { clockSet, wasSetBack } from "./clock-set.ts";
import { power, withoutPower } from "./power.ts";
import { setAccessCode, setCredentials } from "./programming/credentials.ts";
import {
	deleteSchedule,
	setOptions,
	setReporting,
	setSchedule,
} from "./programming/options.ts";
import { setTimers, store } from "./programming/settings.ts";
import { deleteUser, setUser } from "./programming/users.ts";
import {
	addDevice,
	bypassZone,
	removeDevice,
	setZone,
} from "./programming/zones.ts";
import { askCode, codeUsed, dropRequest } from "./remote/code-requests.ts";
import { courtesyShown } from "./remote/courtesies.ts";
import { creditAsked, creditKnown } from "./remote/credit.ts";
import { countWrongCode } from "./remote/guard.ts";
import { counted } from "./remote/hourly-count.ts";
import { removePerson, setPerson } from "./remote/people.ts";
import { testPhone } from "./remote/phone-tests.ts";
import { remoteDone } from "./remote/remote-actions.ts";
import { setRemote } from "./remote/remote-options.ts";
import { remembered } from "./remote/repeats.ts";
import { unknownSender } from "./remote/unknown-senders.ts";
import { deleteDestination, setDestination } from "./reporting/destinations.ts";
import { modemTold } from "./reporting/doubts.ts";
import {
	noticeFailed,
	noticeInDoubt,
	noticeSent,
} from "./reporting/notices.ts";
import { onTest, testOver, testReported } from "./reporting/on-test.ts";
import {
	queueText,
	textFailed,
	textInDoubt,
	textSent,
} from "./reporting/outgoing-texts.ts";
import {
	reported,
	reportFailed,
	reportInDoubt,
	reportSent,
	untoldExpired,
} from "./reporting/reports.ts";
import { FARTHEST, withinReach } from "./state/deadlines.ts";
import {
	type Cause,
	clock,
	type EventOf,
	type PanelEvent,
	phoneOf,
} from "./state/event.ts";
import { latest, logged } from "./state/log.ts";
import type { SettingPath } from "./state/log-subject.ts";
import { done, type Outcome } from "./state/outcome.ts";
import type { DeadlineKind } from "./state/runtime.ts";
import { senderKey } from "./state/sender.ts";
import type { PanelState } from "./state/state.ts";

/**
 * The panel: what a state becomes when something happens at an instant.
 * Pure and total. Deadlines that fell due by `now` are caught up first, in
 * order and each at its own instant. A refused event changes nothing that is
 * programmed, no mode and no timer.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z. Where it lies before what
 *   the panel has seen, its clock was set back: delays keep what was left of them.
 */
export function transition(
	state: PanelState,
	event: PanelEvent,
	now: number,
): Outcome {
	const timed = inTime(state, event, within(now));
	const instant = within(Math.max(now, latest(timed)));
	const present = caughtUp(timed, instant);
	const outcome =
		present.runtime.cutAt === null
			? apply(present, event.type, event, instant)
			: withoutPower(present, event, instant);
	const after = regular(outcome.state, instant);
	const { siren } = after.runtime;
	if (siren === state.runtime.siren)
		return after === outcome.state ? outcome : { ...outcome, state: after };
	const effects = [...outcome.effects, { type: "siren", on: siren } as const];
	return { ...outcome, state: after, effects };
}

/** The state by a clock that shows `now`. */
function inTime(state: PanelState, event: PanelEvent, now: number): PanelState {
	if (event.type === "clock-set") {
		const { difference } = event;
		return clockSet(caughtUp(state, now - difference), difference, now);
	}
	return wasSetBack(state, now)
		? clockSet(state, now - latest(state), now)
		: state;
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
	settle: settledDown,
	trouble: troubleExpired,
	schedule: scheduleExpired,
	"arm-at": armAtExpired,
	"check-in": checkInExpired,
	// It only wakes the sender: the outbox says what is due.
	report: (state) => state,
	untold: untoldExpired,
	"on-test": (state, at) => testOver(state, clock, at, reported),
};

/** The nearest instant that dates can hold, with room for every delay. */
function within(instant: number): number {
	if (Number.isNaN(instant)) return 0;
	return Math.min(Math.max(Math.trunc(instant), -LATEST), LATEST);
}

/** A thousand years from the farthest that dates reach. */
const LATEST = FARTHEST - 3.2e13;

type Applied<K extends PanelEvent["type"]> = (
	state: PanelState,
	event: EventOf[K],
	now: number,
) => Outcome;

function apply<K extends PanelEvent["type"]>(
	state: PanelState,
	type: K,
	event: EventOf[K],
	now: number,
): Outcome {
	return applied[type](state, event, now);
}

/** What each event does to a panel that has power: a function of state, event and instant. */
const applied: { readonly [K in PanelEvent["type"]]: Applied<K> } = {
	"set-user": programs(setUser, ({ user }) => `users.${user}`),
	"delete-user": programs(deleteUser, ({ user }) => `users.${user}`),
	"set-credentials": programs(setCredentials, () => "credentials"),
	"set-access-code": programs(
		setAccessCode,
		({ index }) => `credentials.accessCodes.${index}`,
	),
	"set-zone": programs(setZone, ({ zone }) => `zones.${zone}`),
	"add-device": programs(addDevice, () => "zones"),
	"remove-device": programs(removeDevice, ({ zone }) => `zones.${zone}`),
	"set-timers": programs(setTimers, () => "timers"),
	"set-options": programs(setOptions, () => "options"),
	"set-schedule": programs(
		setSchedule,
		({ schedule }) => `schedules.${schedule.id}`,
	),
	"delete-schedule": programs(
		deleteSchedule,
		({ schedule }) => `schedules.${schedule}`,
	),
	"set-reporting": programs(setReporting, () => "reporting"),
	"set-destination": programs(
		setDestination,
		({ destination }) => `reporting.destinations.${destination}`,
	),
	"delete-destination": programs(
		deleteDestination,
		({ destination }) => `reporting.destinations.${destination}`,
	),
	"set-person": programs(setPerson, ({ person }) =>
		person === null ? "remote.people" : `remote.people.${person}`,
	),
	"remove-person": programs(
		removePerson,
		({ person }) => `remote.people.${person}`,
	),
	"set-remote": programs(setRemote, () => "remote"),
	store: programs(store, ({ section }) => `stored.${section}`),

	"set-mode": modeByCode,
	"arm-at": armAt,
	"cancel-arming": (state, { by }, now) =>
		done(armingCancelled(state, by, now)),
	bypass: bypassZone,
	mute: (state, { by }, now) => done(muted(state, by, now)),
	duress: (state, _, now) => done(duressReported(state, now)),
	act: (state, { by, act }, now) =>
		done(logged(state, now, by, act), [{ type: act }]),

	"zone-signal": zoneSignal,
	trouble: troubleSignal,
	keypad: atKeypad,
	"keypad-remote": remoteAtKeypad,
	"mqtt-mode": overMqtt,
	power,

	heard: (state, event, now) =>
		done(counted(remembered(state, event), event, now)),
	"wrong-code": (state, { by, listed }, now) =>
		done(countWrongCode(state, by, listed, now)),
	refuse: (state, { by, word, why }, now) =>
		done(logged(state, now, by, "refused", word, why)),
	"ask-code": (state, event, now) =>
		done(askCode(state, event, senderKey(event.by), now)),
	"drop-request": (state, { by }) => done(dropRequest(state, senderKey(by))),
	"code-used": codeUsed,
	"script-run": (state, { by, script }, now) =>
		done(logged(state, now, by, "script", script)),
	"remote-done": remoteDone,
	courtesy: (state, { by }, now) =>
		done(courtesyShown(state, senderKey(by), now)),
	"unknown-sender": (state, { by }, now) => done(unknownSender(state, by, now)),
	"ask-credit": (state, { by }) => done(creditAsked(state, phoneOf(by))),
	"credit-known": (state, { to, text }) => done(creditKnown(state, to, text)),

	"report-sent": reportSent,
	"report-failed": reportFailed,
	"report-in-doubt": reportInDoubt,
	"on-test": (state, event, now) => onTest(state, event, now, reported),
	"test-report": testReported,
	"queue-text": (state, { to, text, inWords }, now) =>
		done(queueText(state, to, text, inWords ? now : undefined)),
	"test-phone": testPhone,
	"text-sent": (state, event, now) => textSent(modemTold(state, now), event),
	"text-failed": textFailed,
	"text-in-doubt": textInDoubt,
	"notice-sent": (state, event, now) =>
		noticeSent(modemTold(state, now), event),
	"notice-failed": noticeFailed,
	"notice-in-doubt": noticeInDoubt,
	// `inTime` has moved the deadlines.
	"clock-set": (state) => done(state),
	time: (state) => done(state),
};

/**
 * What an event does that changes what is programmed. The log says that it
 * changed something or that it was refused.
 *
 * @param change makes the new state
 * @param about the path of what it changes, for the log
 */
function programs<E>(
	change: (state: PanelState, event: E) => Outcome,
	about: (event: E) => SettingPath,
): (
	state: PanelState,
	event: E & { readonly by: Cause },
	now: number,
) => Outcome {
	return (state, event, now) => {
		const outcome = change(state, event);
		const { effects, refusal } = outcome;
		const after =
			refusal === null
				? logged(outcome.state, now, event.by, "programmed", about(event))
				: logged(
						outcome.state,
						now,
						event.by,
						"refused",
						about(event),
						refusal.code,
					);
		// Written out: V8 copies by spread slowly where there are many shapes.
		return { state: after, effects, refusal };
	};
}
