import type { Cause } from "./event.ts";
import type { LogEntry } from "./runtime.ts";
import type { PanelState } from "./state.ts";

/** Entries that are kept; the oldest make room. (inferred: no manual says) */
export const LOG_CAPACITY = 250;

/** Appends an entry to the event log. */
export function logged(
	state: PanelState,
	at: number,
	by: Cause,
	event: string,
	about = "",
): PanelState {
	const { log } = state.runtime;
	const last = log.at(-1);
	const entry: LogEntry = {
		sequence: (last?.sequence ?? 0) + 1,
		at,
		event,
		about,
		by: by.from === "" ? by.via : `${by.via} ${by.from}`,
	};
	return {
		...state,
		runtime: { ...state.runtime, log: [...log, entry].slice(-LOG_CAPACITY) },
	};
}

/** The latest instant that the panel knows of: time never runs backwards. */
export function latest(state: PanelState): number {
	return state.runtime.log.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
}
