import { SECOND } from "../../time/units.ts";
import {
	hasLatch,
	modeChangeEvent,
	modeChangeSubject,
} from "../reporting/mode-reports.ts";
import { noticed } from "../reporting/notices.ts";
import { reported } from "../reporting/reports.ts";
import {
	type ArmFaultCondition,
	faultsText,
} from "../state/arm-fault-condition.ts";
import { contactIdUser } from "../state/contact-id.ts";
import { withDeadline, withoutDeadlines } from "../state/deadlines.ts";
import {
	type Cause,
	clock,
	type EventOf,
	type SetMode,
	userOf,
} from "../state/event.ts";
import {
	type ArmedMode,
	modeOfParts,
	partsOfMode,
} from "../state/fields/modes.ts";
import { logged } from "../state/log.ts";
import { find } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { Alarm, ArmedBy, ArmFault, Runtime } from "../state/runtime.ts";
import { senderKey } from "../state/sender.ts";
import type { PanelState } from "../state/state.ts";
import { armFaults, leavesOut, openWatchedZones } from "./arm-faults.ts";
import { withoutCrossing } from "./burglary.ts";
import { disarmed } from "./disarming.ts";
import { target } from "./target-mode.ts";

interface Arming extends Pick<SetMode, "force"> {
	readonly mode: ArmedMode;
	readonly by: Cause;
}

/** A mode that somebody or something wants. */
export type AskedMode = Pick<EventOf["set-mode"], "mode" | "force" | "by">;

/**
 * Changes the mode. Arming runs the exit delay of the new mode; a delay of 0 arms
 * at once. Where the panel has the mode already, or is entering it, nothing
 * happens and no countdown starts over. (inferred)
 */
export function setMode(
	state: PanelState,
	{ mode, force, by }: AskedMode,
	now: number,
): Outcome {
	if (mode === "disarm") return done(disarmed(state, by, now));
	const { runtime } = state;
	const { into, home } = partsOfMode(mode);
	if (target(runtime) === into && runtime.home === home) return done(state);
	if (runtime.entry !== null || runtime.alarms.some(isNoticeable))
		return refused(
			logged(state, now, by, "refused", mode, "arming/alarm"),
			"arming/alarm",
			"mode: there is an alarm, or an entry delay is running",
			"mode",
			"disarm first",
		);
	const faults = armFaults(state, mode);
	const asked = { mode, force, by };
	if (faults.length === 0) return done(armed(state, asked, [], now));
	switch (consentTo(state, asked, now)) {
		case "given":
			return done(forced(state, asked, faults, now));
		case "none":
			return refused(
				logged(state, now, by, "arm-fault", faults),
				"arming/fault",
				`mode: ${faultsText(faults)}`,
				"mode",
				"force it, or mend what is named",
			);
		case "by-repetition":
			return faultTold(state, asked, faults, now);
	}
}

/**
 * Whether it arms in spite of faults, or how it would. A contact or the clock cannot
 * confirm, so they do. Over MQTT a program repeats what it likes: only a word of its
 * own forces.
 */
function consentTo(
	{ options, runtime }: PanelState,
	{ mode, force, by }: Arming,
	now: number,
): "given" | "none" | "by-repetition" {
	const isPerson = by.via === "keypad" || by.via === "sms";
	if (options.armFault === "direct" || force === true) return "given";
	if (!isPerson) return by.via === "mqtt" ? "none" : "given";
	if (force === false) return "none";
	return isRepeat(runtime.guard.armFault, mode, by, now)
		? "given"
		: "by-repetition";
}

/** The person is told of the faults, and may say it once more. */
function faultTold(
	state: PanelState,
	{ mode, by }: Arming,
	faults: readonly ArmFaultCondition[],
	now: number,
): Outcome {
	const via = by.via === "keypad" ? "keypad" : "sms";
	const { faultKeypad, faultSms } = state.timers;
	const seconds = via === "keypad" ? faultKeypad : faultSms;
	const until = now + seconds * SECOND;
	const armFault: ArmFault = { mode, via, from: senderKey(by), until };
	const { runtime } = state;
	const guard = { ...runtime.guard, armFault };
	const waiting = { ...state, runtime: { ...runtime, guard } };
	return {
		...refused(
			logged(waiting, now, by, "arm-fault", faults),
			"arming/fault",
			`mode: ${faultsText(faults)}`,
			"mode",
			`once more within ${seconds} s arms in spite of it`,
		),
		effects: [{ type: "beep", times: 2 }],
	};
}

/** Arms in spite of faults, without the zones that cannot be watched, and reports it. */
function forced(
	state: PanelState,
	asked: Arming,
	faults: readonly ArmFaultCondition[],
	now: number,
): PanelState {
	const { by } = asked;
	const told = logged(state, now, by, "forced", faults);
	const out = faults.filter(leavesOut).map(({ zone }) => zone);
	return reported(armed(told, asked, withZones([], out), now), {
		at: now,
		event: "arm-fault",
		qualifier: "event",
		subject: contactIdUser(userOf(by)),
	});
}

/** Whether people at the panel may know of it: a silent one must not show in a refusal. */
function isNoticeable({ kind }: Alarm): boolean {
	return kind !== "silent-panic";
}

/** The end of the exit delay: the mode is entered. */
export function exitExpired(state: PanelState, at: number): PanelState {
	const { into, home } = state.runtime;
	return into === null ? state : modeEntered(state, into, home, clock, at);
}

/** Ends the exit delay before its time. */
export function exitEnded(
	state: PanelState,
	by: Cause,
	now: number,
): PanelState {
	const { into, home, deadlines } = state.runtime;
	if (into === null) return state;
	const runtime = {
		...state.runtime,
		deadlines: withoutDeadlines(deadlines, "exit"),
	};
	return modeEntered({ ...state, runtime }, into, home, by, now);
}

/** Milliseconds of the exit delay of a mode. */
export function exitTime(
	{ timers }: PanelState,
	into: "away" | "home",
): number {
	return (into === "away" ? timers.exitAway : timers.exitHome) * SECOND;
}

/** @param leftOut zones; what the arming before left out is watched again, as its faults are over. */
function armed(
	state: PanelState,
	{ mode, by }: Pick<Arming, "mode" | "by">,
	leftOut: readonly number[],
	now: number,
): PanelState {
	const { into, home } = partsOfMode(mode);
	const delay = exitTime(state, into);
	const present = withoutCrossing(state);
	const deadlines = withoutDeadlines(present.runtime.deadlines, "exit");
	const runtime: Runtime = {
		...present.runtime,
		home,
		armedBy: armedBy(state, into, by),
		memory: [],
		leftOut,
		deadlines,
		guard: { ...present.runtime.guard, armFault: null },
	};
	if (delay === 0)
		return modeEntered({ ...state, runtime }, into, home, by, now);
	const arming: Runtime = {
		...runtime,
		mode: "arming",
		into,
		deadlines: withDeadline(deadlines, "exit", now + delay),
	};
	return logged({ ...state, runtime: arming }, now, by, "arming", mode);
}

/**
 * Enters the mode. Zones that still stand open or are lost are reported and left
 * out until the next disarming or arming. (H86)
 */
function modeEntered(
	state: PanelState,
	into: "away" | "home",
	home: 1 | 2 | 3,
	by: Cause,
	at: number,
): PanelState {
	const { runtime } = state;
	const mode = modeOfParts({ into, home });
	const open = openWatchedZones(state, mode).map(({ id }) => id);
	const lost = runtime.troubles
		.filter(
			({ name, zone }) =>
				name === "supervision" && find(state.zones, zone)?.bypass === "none",
		)
		.map(({ zone }) => zone);
	const out = withZones([], [...open, ...lost]).filter(
		(zone) => !runtime.leftOut.includes(zone),
	);
	const present = logged(
		{
			...state,
			runtime: {
				...runtime,
				mode: into,
				into: null,
				leftOut: withZones(runtime.leftOut, out),
			},
		},
		at,
		by,
		"armed",
		mode,
	);
	const left = out.reduce(
		(now, zone) =>
			reported(logged(now, at, clock, "left-out", zone), {
				at,
				event: "open-at-exit",
				qualifier: "event",
				subject: zone,
			}),
		present,
	);
	return closing(entered(left, into, by, at), at);
}

/**
 * Tells people that the panel armed as asked by SMS; without an exit delay the
 * answer said so. Where it armed with nobody there and leaves zones out, they are
 * told of that.
 */
function entered(
	state: PanelState,
	what: "away" | "home",
	by: Cause,
	at: number,
): PanelState {
	const { armedBy, leftOut } = state.runtime;
	const isTold =
		(armedBy?.afar === true && by.via !== "sms") ||
		(armedBy !== null && isUnattended(armedBy) && leftOut.length > 0);
	return !isTold
		? state
		: noticed(state, "results", {
				at,
				about: "entered",
				what,
				subject: 0,
				zones: leftOut,
				by: "",
			});
}

/** Whether the clock or a contact armed, so that nobody saw what is left out. */
function isUnattended({ event, user }: ArmedBy): boolean {
	return (
		event === "by-clock" ||
		event === "set-unset" ||
		(event === "home" && user === 0)
	);
}

/** The report that somebody has armed. */
function closing(state: PanelState, at: number): PanelState {
	const { armedBy } = state.runtime;
	if (armedBy === null || !armedBy.latch) return state;
	const { event, user: subject } = armedBy;
	return reported(state, { at, event, qualifier: "restore", subject });
}

function armedBy(state: PanelState, into: "away" | "home", by: Cause): ArmedBy {
	return {
		event: into === "home" ? "home" : modeChangeEvent(by),
		user: modeChangeSubject(by),
		latch: hasLatch(state, by),
		// An arming at a time that somebody texted carries that number.
		afar:
			by.via === "sms" || (by.via === "clock" && (by.for?.from ?? "") !== ""),
	};
}

function isRepeat(
	fault: ArmFault | null,
	mode: ArmedMode,
	by: Cause,
	now: number,
): boolean {
	return (
		fault !== null &&
		fault.mode === mode &&
		fault.via === by.via &&
		fault.from === senderKey(by) &&
		now < fault.until
	);
}

function withZones(
	zones: readonly number[],
	more: readonly number[],
): readonly number[] {
	return [...new Set([...zones, ...more])].sort((a, b) => a - b);
}
