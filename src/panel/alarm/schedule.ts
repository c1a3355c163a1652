import { DAY, HOUR } from "../../time/units.ts";
import { reported } from "../reporting/reports.ts";
import { withDeadline, withoutDeadlines } from "../state/deadlines.ts";
import { clock } from "../state/event.ts";
import type { Deadline } from "../state/runtime.ts";
import type { PanelState, Schedule } from "../state/state.ts";
import { LATE, LONGEST_DAY, nextTimeOfDay } from "../state/wall-clock.ts";
import { setMode } from "./arming.ts";

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
 * A time of day has come: the panel arms, in spite of faults. The next one is
 * dated by `regular`.
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
	const armed = setMode(state, { mode: schedule.mode, by: clock }, at).state;
	return regular(armed, at);
}

/**
 * The panel's clock was set. Times of day that it skipped by more than an hour are
 * missed; one that it shows again arms once that day.
 */
export function schedulesAfterClockSet(
	state: PanelState,
	now: number,
): PanelState {
	const { runtime } = state;
	const deadlines = runtime.deadlines.flatMap((deadline) => {
		const { kind, due } = deadline;
		if (kind !== "schedule") return [deadline];
		// Skipped by minutes: it arms now, with its whole exit delay.
		if (now - due <= LATE && due - now <= LONGEST_DAY)
			return [{ ...deadline, due: Math.max(due, now) }];
		return [];
	});
	return { ...state, runtime: { ...runtime, deadlines } };
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
