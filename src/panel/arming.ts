import { withDeadline, withoutDeadlines } from "./deadlines.ts";
import { type Cause, clock, type SetMode } from "./event.ts";
import { logged } from "./log.ts";
import { done, type Outcome } from "./outcome.ts";
import type { PanelState, Runtime, Zone } from "./state.ts";

const SECOND = 1000;

/**
 * Changes the mode. Arming runs the exit delay of the mode that is entered; a
 * delay of 0 arms at once. The mode that is there already, or is being
 * entered, is done: nothing happens and no countdown starts anew. (inferred)
 */
export function setMode(
	state: PanelState,
	event: SetMode & { readonly by: Cause },
	now: number,
): Outcome {
	if (event.mode === "disarm") return done(disarm(state, event.by, now));
	const into = event.mode === "away" ? "away" : "home";
	const home = homes[event.mode];
	if (
		target(state.runtime) === into &&
		(into === "away" || state.runtime.home === home)
	)
		return done(state);
	const delay = into === "away" ? state.timers.exitAway : state.timers.exitHome;
	const deadlines = withoutDeadlines(state.runtime.deadlines, "exit");
	if (delay === 0) {
		const runtime: Runtime = {
			...state.runtime,
			mode: into,
			into: null,
			home,
			deadlines,
		};
		return done(
			logged({ ...state, runtime }, now, event.by, "armed", event.mode),
		);
	}
	const runtime: Runtime = {
		...state.runtime,
		mode: "arming",
		into,
		home,
		deadlines: withDeadline(deadlines, "exit", now + delay * SECOND),
	};
	return done(
		logged({ ...state, runtime }, now, event.by, "arming", event.mode),
	);
}

/** The end of the exit delay: the mode is entered. */
export function exitExpired(state: PanelState, at: number): PanelState {
	const { into, home } = state.runtime;
	if (into === null) return state;
	return logged(
		{ ...state, runtime: { ...state.runtime, mode: into, into: null } },
		at,
		clock,
		"armed",
		into === "away" ? "away" : `home-${home}`,
	);
}

/** The mode that the panel is in or, while it arms, the one that it enters. */
export function target(runtime: Runtime): "disarm" | "home" | "away" {
	if (runtime.mode !== "arming") return runtime.mode;
	return runtime.into ?? "disarm";
}

/** Disarming ends a countdown, and every bypass that was for one arming. */
function disarm(state: PanelState, by: Cause, now: number): PanelState {
	if (state.runtime.mode === "disarm") return state;
	const runtime: Runtime = {
		...state.runtime,
		mode: "disarm",
		into: null,
		home: 1,
		deadlines: withoutDeadlines(state.runtime.deadlines, "exit"),
	};
	const zones = state.zones.map(
		(zone): Zone =>
			zone.bypass === "once" ? { ...zone, bypass: "none" } : zone,
	);
	return logged({ ...state, zones, runtime }, now, by, "disarmed");
}

const homes = { away: 1, "home-1": 1, "home-2": 2, "home-3": 3 } as const;
