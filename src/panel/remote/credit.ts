import { queueText } from "../reporting/outgoing-texts.ts";
import type { PanelState } from "../state/state.ts";

/** Most numbers that wait for the credit at a time. */
const CREDIT_CAPACITY = 20;

/** Remembers who asks for the credit, once per number, if there is a code to ask with. */
export function creditAsked(state: PanelState, from: string): PanelState {
	const { creditFor } = state.runtime;
	if (state.remote.creditCode === "") return state;
	if (creditFor.includes(from) || creditFor.length === CREDIT_CAPACITY)
		return state;
	return {
		...state,
		runtime: { ...state.runtime, creditFor: [...creditFor, from] },
	};
}

/**
 * Queues the answer about the credit for a number that asked; "" is the house's own
 * system, which is told otherwise.
 */
export function creditKnown(
	state: PanelState,
	to: string,
	text: string,
): PanelState {
	const { creditFor } = state.runtime;
	if (!creditFor.includes(to)) return state;
	const left = creditFor.filter((number) => number !== to);
	const asked = { ...state, runtime: { ...state.runtime, creditFor: left } };
	return to === "" ? asked : queueText(asked, to, text);
}
