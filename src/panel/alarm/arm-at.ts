import { noticed } from "../reporting/notices.ts";
import { withDeadline, withoutDeadlines } from "../state/deadlines.ts";
import { type Cause, clock, phoneOf, userOf } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { ArmAt } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";
import { nextTimeOfDay } from "../state/wall-clock.ts";
import { setMode } from "./arming.ts";
import { disarmed } from "./disarming.ts";

/**
 * Has the panel arm away at the next time that its clock shows so, once. One
 * such arming waits; a newer one takes its place.
 */
export function armAt(
	state: PanelState,
	{ hour, minute }: { readonly hour: number; readonly minute: number },
	by: Cause,
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
 * Takes back what waits for its time, and ends an exit delay that runs: the
 * panel is disarmed then. Whoever is in an armed mode already stays there.
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

/** Its time has come: the panel arms, in spite of faults, because nobody is asked. */
export function armAtExpired(state: PanelState, at: number): PanelState {
	const { armAt } = state.runtime;
	if (armAt === null) return state;
	const by: Cause = { via: "clock", for: armAt };
	const outcome = setMode(withoutArmAt(state), { mode: "away", by }, at);
	return outcome.refusal === null ? outcome.state : notArmed(outcome.state, at);
}

/**
 * The power is back. What should have armed meanwhile does not any more: nobody
 * expects it at another time.
 */
export function armAtMissed(state: PanelState, now: number): PanelState {
	const due = armingPlanned(state);
	return due === null || due > now
		? state
		: notArmed(logged(withoutArmAt(state), now, clock, "arm-at-missed"), now);
}

function notArmed(state: PanelState, at: number): PanelState {
	return noticed(state, "results", {
		at,
		about: "not-entered",
		what: "away",
		subject: 0,
		zones: [],
		by: "",
	});
}

function withoutArmAt(state: PanelState): PanelState {
	const { runtime } = state;
	const deadlines = withoutDeadlines(runtime.deadlines, "arm-at");
	return { ...state, runtime: { ...runtime, armAt: null, deadlines } };
}
