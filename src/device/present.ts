import { clock } from "../panel/state/event.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";

/**
 * A state as it is at `now`: deadlines that fell due while nobody looked are
 * caught up. For looking only; nothing is written.
 */
export function present(state: PanelState, now: number): PanelState {
	return transition(state, { type: "time", by: clock }, now).state;
}
