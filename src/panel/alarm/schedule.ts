import { DAY, HOUR } from "../../time/units.ts";
import { reported } from "../reporting/reports.ts";
import { withDeadline, withoutDeadlines } from "../state/deadlines.ts";
import { clock } from "../state/event.ts";
import { partsOfMode } from "../state/fields/modes.ts";
import { logged } from "../state/log.ts";
import type { Deadline } from "../state/runtime.ts";
import type { PanelState, Schedule } from "../state/state.ts";
import { LATE, LONGEST_DAY, nextTimeOfDay } from "../state/wall-clock.ts";
import { setMode } from "./arming.ts";
import { notArmed, type PreventedBy } from "./not-armed.ts";
import { target } from "./target-mode.ts";

/** Times of day and test reports that were missed longer ago than this are skipped. */
const LONGEST_ABSENCE = 10 * 365.25 * DAY;

/**
 * Gives every time of day and the test report its deadline, and drops deadlines
 * of what is no longer programmed. Returns the same state where all of them fit.
 */
export function regular(state: PanelState, now: number): PanelState {
	const { deadlines, cutAt } = state.runtime;
	if (cutAt !== null) return state;
	return hasRegulars(state) || deadlines.some(isRegular)
		? redated(state, now)
		: state;
}

function redated(state: PanelState, now: number): PanelState {
	const { runtime } = state;
	const wanted = regulars(state);
	const kept = runtime.deadlines.filter(
		(deadline) =>
			!isRegular(deadline) || wanted.some((one) => isDated(one, deadline)),
	);
	let deadlines: readonly Deadline[] =
		kept.length === runtime.deadlines.length ? runtime.deadlines : kept;
	for (const one of wanted) {
		if (kept.some((deadline) => isDated(one, deadline))) continue;
		const due = one.first(now);
		if (due !== null)
			deadlines = withDeadline(deadlines, one.kind, due, one.about);
	}
	return deadlines === runtime.deadlines
		? state
		: { ...state, runtime: { ...runtime, deadlines } };
}

/** Drops the deadlines of times of day and of the test report; `regular` makes new ones. */
export function withoutRegular(state: PanelState): PanelState {
	const deadlines = withoutDeadlines(
		state.runtime.deadlines,
		"schedule",
		"check-in",
	);
	return { ...state, runtime: { ...state.runtime, deadlines } };
}

/**
 * A time of day has come: the panel arms, in spite of faults. It never lowers away
 * to home. People are told where it cannot arm. `regular` makes the next deadline.
 */
export function scheduleExpired(
	state: PanelState,
	at: number,
	about: string,
): PanelState {
	const schedule = state.schedules.find(
		(one) => scheduleText(state, one) === about,
	);
	if (schedule === undefined) return state;
	const { mode } = schedule;
	if (target(state.runtime) === "away" && mode !== "away") {
		const why = "arming/watchful";
		return regular(logged(state, at, clock, "refused", mode, why), at);
	}
	const { state: after, refusal } = setMode(state, { mode, by: clock }, at);
	const told =
		refusal === null
			? after
			: notArmed(after, partsOfMode(mode).into, "alarm", at);
	return regular(told, at);
}

/**
 * Times of day passed while the panel could not arm. They are not made up for, and
 * people are told where the panel is less watchful than it should be.
 */
export function schedulesMissed(
	state: PanelState,
	why: PreventedBy,
	now: number,
): PanelState {
	const missed = state.runtime.deadlines.filter(
		({ kind, due }) => kind === "schedule" && due <= now,
	);
	return missed.reduce((present, { about }) => {
		const schedule = present.schedules.find(
			(one) => scheduleText(present, one) === about,
		);
		if (schedule === undefined) return present;
		const { id, mode } = schedule;
		const into = partsOfMode(mode).into;
		const there = target(present.runtime);
		if (there === "away" || there === into) return present;
		const told = logged(
			present,
			now,
			clock,
			"schedule-missed",
			`schedules.${id}`,
		);
		return notArmed(told, into, why, now);
	}, state);
}

/**
 * The panel's clock was set. Times of day that it skipped by more than an hour are
 * missed; one that it shows again arms once that day.
 */
export function schedulesAfterClockSet(
	state: PanelState,
	now: number,
): PanelState {
	const isKept = ({ kind, due }: Deadline) =>
		kind !== "schedule" || (now - due <= LATE && due - now <= LONGEST_DAY);
	const { runtime } = state;
	const gone = runtime.deadlines.filter((deadline) => !isKept(deadline));
	const missed = schedulesMissed(
		{ ...state, runtime: { ...runtime, deadlines: gone } },
		"clock",
		now,
	);
	const deadlines = runtime.deadlines
		.filter(isKept)
		// Skipped by minutes: it arms now, with its whole exit delay.
		.map((deadline) =>
			deadline.kind === "schedule"
				? { ...deadline, due: Math.max(deadline.due, now) }
				: deadline,
		);
	return { ...missed, runtime: { ...missed.runtime, deadlines } };
}

/** The periodic test report. The first comes after the offset, then each period. (ZW41) */
export function checkInExpired(
	state: PanelState,
	at: number,
	about: string,
): PanelState {
	const { checkIn } = state.reporting;
	if (checkIn === 0 || about !== checkInText(state)) return state;
	const told = { at, event: "test", qualifier: "event", subject: 0 } as const;
	const present = reported(state, told);
	const { runtime } = present;
	const due = at + checkIn * HOUR;
	return {
		...present,
		runtime: {
			...runtime,
			deadlines: withDeadline(runtime.deadlines, "check-in", due, about),
		},
	};
}

/** Skips ahead where catching up day by day would take too long. */
export function notTooLate(deadline: Deadline, now: number): Deadline {
	return isRegular(deadline) && now - deadline.due > LONGEST_ABSENCE
		? { ...deadline, due: now - LONGEST_ABSENCE }
		: deadline;
}

function isRegular({ kind }: Deadline): boolean {
	return kind === "schedule" || kind === "check-in";
}

interface Regular {
	readonly kind: "schedule" | "check-in";
	readonly about: string;
	readonly first: (now: number) => number | null;
}

/** Whether there is a time of day or a test report. */
export function hasRegulars({ schedules, reporting }: PanelState): boolean {
	return schedules.length > 0 || reporting.checkIn > 0;
}

function regulars(state: PanelState): readonly Regular[] {
	const { schedules, reporting, options } = state;
	const times = schedules.map(
		(schedule): Regular => ({
			kind: "schedule",
			about: scheduleText(state, schedule),
			first: (now) =>
				nextTimeOfDay(schedule.hour, schedule.minute, options.timeZone, now),
		}),
	);
	if (reporting.checkIn === 0) return times;
	const checkIn: Regular = {
		kind: "check-in",
		about: checkInText(state),
		first: (now) => now + reporting.checkInOffset * HOUR,
	};
	return [...times, checkIn];
}

/** All that the deadline of a time of day depends on; when it changes, a new deadline is made. */
function scheduleText({ options }: PanelState, schedule: Schedule): string {
	const { id, hour, minute, mode } = schedule;
	return `${id} ${hour}:${minute} ${options.timeZone} ${mode}`;
}

function checkInText({ reporting }: PanelState): string {
	return `${reporting.checkIn} h after ${reporting.checkInOffset} h`;
}

/** Whether a deadline belongs to this time of day or test report as programmed now. */
function isDated({ kind, about }: Regular, deadline: Deadline): boolean {
	return deadline.kind === kind && deadline.about === about;
}
