import { without } from "../state/numbered.ts";
import type { FailingDestination } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";

/** A try to reach a destination has failed. */
export function destinationFailed(
	state: PanelState,
	id: number,
	now: number,
): PanelState {
	const { failing } = state.runtime;
	const known = failing.find((one) => one.id === id);
	return known === undefined
		? withFailing(state, [
				...failing,
				{ id, since: now, failures: 1, logged: false },
			])
		: withFailing(
				state,
				failing.map((one) =>
					one === known ? { ...one, failures: one.failures + 1 } : one,
				),
			);
}

/** Whether the log says already that a destination cannot be reached. */
export function isFailureLogged({ runtime }: PanelState, id: number): boolean {
	return runtime.failing.some((one) => one.id === id && one.logged);
}

/**
 * The log says from now on that a destination cannot be reached. What failed in
 * silence before is not counted.
 */
export function withFailureLogged(
	state: PanelState,
	id: number,
	now: number,
): PanelState {
	const others = without(state.runtime.failing, id);
	return withFailing(state, [
		...others,
		{ id, since: now, failures: 1, logged: true },
	]);
}

/** A destination was reached, or is another one now. */
export function withoutFailures(state: PanelState, id: number): PanelState {
	const { failing } = state.runtime;
	return failing.some((one) => one.id === id)
		? withFailing(state, without(failing, id))
		: state;
}

function withFailing(
	state: PanelState,
	failing: readonly FailingDestination[],
): PanelState {
	return { ...state, runtime: { ...state.runtime, failing } };
}
