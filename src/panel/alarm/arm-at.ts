import { withDeadline, withoutDeadlines } from "../state/deadlines.ts";
import {
	type Cause,
	clock,
	type EventOf,
	phoneOf,
	userOf,
} from "../state/event.ts";
import { logged } from "../state/log.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { ArmAt } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";
import {
	LATE,
	LONGEST_DAY,
	nextTimeOfDay,
	wallTime,
} from "../state/wall-clock.ts";
import { setMode } from "./arming.ts";
import { disarmed } from "./disarming.ts";
import { notArmed, type PreventedBy } from "./not-armed.ts";

/**
 * Plans to arm away once, at the next time that the panel's clock shows this hour
 * and minute. At most one such arming waits; a newer one replaces it.
 */
export function armAt(
	state: PanelState,
	{ hour, minute, by }: EventOf["arm-at"],
	now: number,
): Outcome {
	const due = nextTimeOfDay(hour, minute, state.options.timeZone, now);
	if (due === null)
		return refused(state, "arming/never", "time: dates end before it", "time");
	const { runtime } = withoutArmAt(state);
	const waiting: ArmAt = { from: phoneOf(by), user: userOf(by) ?? 0 };
	const planned: PanelState = {
		...state,
		runtime: {
			...runtime,
			armAt: waiting,
			deadlines: withDeadline(runtime.deadlines, "arm-at", due),
		},
	};
	return done(logged(planned, now, by, "arm-at", hour, minute));
}

/** The instant at which the panel is to arm, or null. */
export function armingPlanned({ runtime }: PanelState): number | null {
	return runtime.deadlines.find(({ kind }) => kind === "arm-at")?.due ?? null;
}

/**
 * Drops the planned arming, and ends a running exit delay: the panel is then
 * disarmed. A panel that is armed already stays armed.
 */
export function armingCancelled(
	state: PanelState,
	by: Cause,
	now: number,
): PanelState {
	const { armAt, mode } = state.runtime;
	const present =
		armAt === null
			? state
			: logged(withoutArmAt(state), now, by, "arm-at-cancelled");
	return mode === "arming" ? disarmed(present, by, now) : present;
}

/** The time has come: the panel arms in spite of faults, because it can ask nobody. */
export function armAtExpired(state: PanelState, at: number): PanelState {
	const { armAt } = state.runtime;
	if (armAt === null) return state;
	const by: Cause = { via: "clock", for: armAt };
	const outcome = setMode(withoutArmAt(state), { mode: "away", by }, at);
	return outcome.refusal === null
		? outcome.state
		: notArmed(outcome.state, "away", "alarm", at);
}

/**
 * The panel's clock was set. The arming stays at the time that the clock shows,
 * and is dropped where the clock skipped that time by more than an hour.
 */
export function armAtAfterClockSet(state: PanelState, now: number): PanelState {
	const due = armingPlanned(state);
	if (due === null) return state;
	if (now - due > LATE) return armAtMissed(state, "clock", now);
	const { timeZone } = state.options;
	const { hour, minute } = wallTime(due, timeZone);
	const next =
		due - now <= LONGEST_DAY
			? Math.max(due, now)
			: nextTimeOfDay(hour, minute, timeZone, now);
	if (next === null) return state;
	const { runtime } = state;
	const others = withoutDeadlines(runtime.deadlines, "arm-at");
	const deadlines = withDeadline(others, "arm-at", next);
	return { ...state, runtime: { ...runtime, deadlines } };
}

/**
 * Drops an arming whose time passed while the panel could not arm: nobody expects
 * it at another time.
 */
export function armAtMissed(
	state: PanelState,
	why: PreventedBy,
	now: number,
): PanelState {
	const due = armingPlanned(state);
	return due === null || due > now
		? state
		: notArmed(
				logged(withoutArmAt(state), now, clock, "arm-at-missed"),
				"away",
				why,
				now,
			);
}

function withoutArmAt(state: PanelState): PanelState {
	const { runtime } = state;
	const deadlines = withoutDeadlines(runtime.deadlines, "arm-at");
	return { ...state, runtime: { ...runtime, armAt: null, deadlines } };
}
