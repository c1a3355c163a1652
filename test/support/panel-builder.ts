/** A factory panel, and what becomes of it by events. */
import type { Happening, PanelEvent } from "../../src/panel/state/event.ts";
import type { Outcome } from "../../src/panel/state/outcome.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { NOON, PHONE } from "./texting.ts";

export const factory = factoryState("vst-2752", ["network"]);

/** An event as if it had come by SMS. */
export function bySms(happening: Happening): PanelEvent {
	return { ...happening, by: { via: "sms", from: PHONE } };
}

/** What becomes of a state when something happens at noon, or seconds later. */
export function after(
	state: PanelState,
	happening: Happening,
	seconds = 0,
): Outcome {
	return transition(state, bySms(happening), NOON + seconds * 1000);
}

/** The state after several things, one a second. */
export function having(
	state: PanelState,
	...happenings: readonly Happening[]
): PanelState {
	return happenings.reduce(
		(present, happening, at) => after(present, happening, at).state,
		state,
	);
}
