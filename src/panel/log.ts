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
	const kept = log.length < LOG_CAPACITY ? log : log.slice(1 - LOG_CAPACITY);
	// Every message ends up here, with a state of any shape that V8 knows. Written
	// out, what leaves has one shape, and copying is several times faster.
	return {
		model: state.model,
		credentials: state.credentials,
		users: state.users,
		zones: state.zones,
		timers: state.timers,
		options: state.options,
		schedules: state.schedules,
		reporting: state.reporting,
		remote: state.remote,
		stored: state.stored,
		runtime: { ...state.runtime, log: [...kept, entry] },
	};
}

/** The latest instant that the panel knows of: time never runs backwards. */
export function latest(state: PanelState): number {
	return state.runtime.log.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
}
