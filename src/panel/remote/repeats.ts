import type { Heard } from "../state/event.ts";
import { type PanelState, withRuntime } from "../state/state.ts";

/** Most fingerprints that are kept; a network repeats a text within minutes. */
export const SEEN_CAPACITY = 100;

/** Whether this text was delivered before: networks deliver some texts twice. */
export function isRepeat(state: PanelState, fingerprint: string): boolean {
	return state.runtime.guard.seen.includes(fingerprint);
}

/** Remembers the fingerprint of a text. */
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
