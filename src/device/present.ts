import { clock } from "../panel/state/event.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";

/**
 * A state as it is at `now`, with the deadlines caught up that have fallen due.
 * It is for display; nothing is written.
 */
export function present(state: PanelState, now: number): PanelState {
	return transition(state, { type: "time", by: clock }, now).state;
}
