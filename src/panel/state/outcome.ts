import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import type { Effect } from "./effect.ts";
import type { PanelState } from "./state.ts";

/** What came of an event: a new state and things to do, or a refusal. */
export interface Outcome {
	readonly state: PanelState;
	readonly effects: readonly Effect[];
	/** Why nothing that is programmed has changed; null when it was done. */
	readonly refusal: Refusal | null;
}

/** A rule of the panel that an event runs against. */
export interface Refusal {
	readonly code: DiagnosticCode;
	/** One line for people; it quotes no secrets. */
	readonly message: string;
	readonly hint: string | null;
	/** Name of the parameter that is at fault, as commands call it; null for the whole. */
	readonly parameter: string | null;
}

export const nothingToDo: readonly Effect[] = [];

export function done(
	state: PanelState,
	effects: readonly Effect[] = nothingToDo,
): Outcome {
	return { state, effects, refusal: null };
}

export function refused(
	state: PanelState,
	code: DiagnosticCode,
	message: string,
	parameter: string | null,
	hint: string | null = null,
): Outcome {
	return refusedBy(state, refusal(code, message, parameter, hint));
}

/** A rule of the panel, as it stands against an event. */
export function refusal(
	code: DiagnosticCode,
	message: string,
	parameter: string | null,
	hint: string | null = null,
): Refusal {
	return { code, message, hint, parameter };
}

/** Nothing is done, because a rule is against it. */
export function refusedBy(state: PanelState, refusal: Refusal): Outcome {
	return { state, effects: nothingToDo, refusal };
}
