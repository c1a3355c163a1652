import type { Heard } from "../state/event.ts";
import { type PanelState, withRuntime } from "../state/state.ts";

/** Texts that are remembered as done; a network repeats within minutes. */
export const SEEN_CAPACITY = 100;

/** Whether this very text was heard before: the network sends some twice. */
export function isRepeat(state: PanelState, fingerprint: string): boolean {
	return state.runtime.guard.seen.includes(fingerprint);
}

/** Remembers that a text was heard. */
export function remembered(
	state: PanelState,
	{ fingerprint }: Heard,
): PanelState {
	if (fingerprint === null) return state;
	const { guard } = state.runtime;
	const seen = [...guard.seen, fingerprint].slice(-SEEN_CAPACITY);
	return withRuntime(state, {
		...state.runtime,
		guard: { ...guard, seen },
	});
}
