import { withSiren } from "./alarm/alarm.ts";
import { armAtMissed } from "./alarm/arm-at.ts";
import { exitTime } from "./alarm/arming.ts";
import { entryTime } from "./alarm/entry.ts";
import { schedulesMissed, withoutRegular } from "./alarm/schedule.ts";
import { troublesNoticed, troubleUnnoticed } from "./alarm/trouble-signals.ts";
import {
	SETTLING,
	unseenSince,
	withOpen,
	withStanding,
	zonesNoticed,
} from "./alarm/zone-signals.ts";
import { creditKnown } from "./remote/credit.ts";
import { removePerson, setPerson } from "./remote/people.ts";
import { setRemote } from "./remote/remote-options.ts";
import {
	noticeFailed,
	noticeInDoubt,
	noticeSent,
} from "./reporting/notices.ts";
import { onTestUntil, testOver } from "./reporting/on-test.ts";
import {
	textFailed,
	textInDoubt,
	textSent,
} from "./reporting/outgoing-texts.ts";
import { reported, reportSent } from "./reporting/reports.ts";
import { inOrder, withDeadline, withoutDeadlines } from "./state/deadlines.ts";
import { clock, type EventOf, type PanelEvent } from "./state/event.ts";
import { logged } from "./state/log.ts";
import { find } from "./state/numbered.ts";
import { done, type Outcome, refused } from "./state/outcome.ts";
import type { Deadline } from "./state/runtime.ts";
import type { Options, PanelState } from "./state/state.ts";

/**
 * The power goes or comes back. Without power no deadline is met and the panel
 * hears nothing. A cut always loses the window of an arm fault; the restart
 * profile says what becomes of the countdowns, the siren and a cross zone's
 * wait. Everything else is kept.
 */
export function power(
	state: PanelState,
	{ on, by }: EventOf["power"],
	now: number,
): Outcome {
	const { runtime } = state;
	if (on === (runtime.cutAt === null)) return done(state);
	if (!on) {
		const cut = logged(state, now, by, "power-cut");
		return done({ ...cut, runtime: { ...cut.runtime, cutAt: now } });
	}
	const { cutAt, guard } = runtime;
	const off = Math.max(0, now - (cutAt ?? now));
	const running: PanelState = {
		...state,
		runtime: {
			...runtime,
			cutAt: null,
			guard: { ...guard, armFault: null },
		},
	};
	const restarted = restart[state.options.restart](running, now, off);
	const awake = logged(restarted, now, by, "restarted");
	// A test that ended meanwhile holds nothing back any more.
	const ended = onTestUntil(awake);
	const untested =
		ended !== null && ended <= now
			? testOver(awake, clock, now, reported)
			: awake;
	const told = reported(untested, {
		at: now,
		event: "restart",
		qualifier: "event",
		subject: 0,
	});
	const missed = schedulesMissed(armAtMissed(told, "power", now), "power", now);
	const present = troublesNoticed(withoutRegular(missed), now);
	return zonesNoticed(present, unseenSince(runtime, cutAt ?? now), now);
}

/** What an event does to a panel without power: only facts about the house are kept. */
export function withoutPower(
	state: PanelState,
	event: PanelEvent,
	now: number,
): Outcome {
	switch (event.type) {
		case "power":
			return power(state, event, now);
		case "zone-signal": {
			const { zone, signal } = event;
			const known = find(state.zones, zone) !== undefined;
			const opens = signal === "open" || signal === "found-open";
			// In the instant of the cut it came after the cut: it was not noticed.
			const at = Math.max(now, (state.runtime.cutAt ?? now) + 1);
			return done(
				known &&
					signal !== "trip" &&
					opens !== state.runtime.open.includes(zone)
					? signal === "found-open"
						? withStanding(state, zone, true)
						: withOpen(state, zone, opens, at)
					: state,
			);
		}
		case "trouble":
			return done(troubleUnnoticed(state, event, now));
		// A text may have been on its way out when the power went.
		case "text-sent":
			return textSent(state, event);
		case "text-failed":
			return textFailed(state, event, now);
		case "text-in-doubt":
			return textInDoubt(state, event, now);
		case "report-sent":
			return reportSent(state, { ...event, bySms: false }, now);
		case "credit-known":
			return done(creditKnown(state, event.to, event.text));
		case "notice-sent":
			return noticeSent(state, event);
		case "notice-failed":
			return noticeFailed(state, event, now);
		case "notice-in-doubt":
			return noticeInDoubt(state, event, now);
		// The owner may edit the file at any time.
		case "set-person":
			return event.by.via === "local" ? setPerson(state, event) : off(state);
		case "remove-person":
			return event.by.via === "local" ? removePerson(state, event) : off(state);
		case "set-remote":
			return event.by.via === "local" ? setRemote(state, event) : off(state);
		case "clock-set":
		case "time":
			return done(state);
		default:
			return off(state);
	}
}

function off(state: PanelState): Outcome {
	return refused(
		state,
		"power/off",
		"the panel has no power",
		null,
		"power restore",
	);
}

const restart: {
	readonly [P in Options["restart"]]: (
		state: PanelState,
		now: number,
		off: number,
	) => PanelState;
} = {
	/** A running countdown starts over, the siren stays off. (inferred) */
	climax: (state, now) => silent(countdownsAnew(state, now)),
	/** The mode, the bypasses and the sensors are CP-01's; that countdowns go on is inferred. */
	resume(state, now, off) {
		const goneOn = withDates(state, (deadline) =>
			volatile.has(deadline.kind)
				? { ...deadline, due: deadline.due + off }
				: deadline,
		);
		const { runtime } = goneOn;
		const deadlines = withDeadline(
			withoutDeadlines(runtime.deadlines, "settle"),
			"settle",
			now + SETTLING,
		);
		return { ...goneOn, runtime: { ...runtime, deadlines } };
	},
	/** As Alarmo does it: a siren that sounded sounds again at once. */
	"restart-countdown"(state, now) {
		const wasSounding = state.runtime.siren;
		const present = silent(countdownsAnew(state, now));
		return wasSounding ? withSiren(present, now) : present;
	},
};

const volatile: ReadonlySet<Deadline["kind"]> = new Set([
	"exit",
	"entry",
	"siren",
	"cross-zone",
]);

function countdownsAnew(state: PanelState, now: number): PanelState {
	const { into, entry } = state.runtime;
	const exit = into === null ? 0 : exitTime(state, into);
	const zone = entry === null ? undefined : find(state.zones, entry.zone);
	const delay = entryTime(state, zone?.entryDelay ?? 1);
	const anew = withDates(state, (deadline) => {
		if (deadline.kind === "exit") return { ...deadline, due: now + exit };
		if (deadline.kind === "entry") return { ...deadline, due: now + delay };
		return deadline;
	});
	const deadlines = withoutDeadlines(
		anew.runtime.deadlines,
		"cross-zone",
		"settle",
	);
	return { ...anew, runtime: { ...anew.runtime, crossing: null, deadlines } };
}

function silent(state: PanelState): PanelState {
	const deadlines = withoutDeadlines(state.runtime.deadlines, "siren");
	return { ...state, runtime: { ...state.runtime, siren: false, deadlines } };
}

function withDates(
	state: PanelState,
	date: (deadline: Deadline) => Deadline,
): PanelState {
	const deadlines = state.runtime.deadlines.map(date).sort(inOrder);
	return { ...state, runtime: { ...state.runtime, deadlines } };
}
