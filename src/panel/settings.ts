import type { SetTimers, Store } from "./event.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { PanelState } from "./state.ts";
import { storedInitially } from "./stored.ts";

/**
 * Sets delays and siren time; undefined keeps. A countdown that is running was
 * announced with its length and keeps it.
 */
export function setTimers(state: PanelState, event: SetTimers): Outcome {
	const { timers } = state;
	return done({
		...state,
		timers: {
			exitAway: event.exitAway ?? timers.exitAway,
			exitHome: event.exitHome ?? timers.exitHome,
			entry1: event.entry1 ?? timers.entry1,
			entry2: event.entry2 ?? timers.entry2,
			siren: event.siren ?? timers.siren,
			// Who knows one entry delay only means it for every mode.
			entryHome1: event.entryHome1 ?? event.entry1 ?? timers.entryHome1,
			entryHome2: event.entryHome2 ?? event.entry2 ?? timers.entryHome2,
			crossZoneTime: event.crossZoneTime ?? timers.crossZoneTime,
			mainsReport: event.mainsReport ?? timers.mainsReport,
			faultKeypad: event.faultKeypad ?? timers.faultKeypad,
			faultSms: event.faultSms ?? timers.faultSms,
		},
	});
}

/** Keeps values that the panel does not act upon; undefined keeps the old ones. */
export function store(state: PanelState, { section, values }: Store): Outcome {
	const said = Object.entries(values).filter(
		(entry): entry is [string, NonNullable<(typeof entry)[1]>] =>
			entry[1] !== undefined,
	);
	if (said.length === 0)
		return refused(state, "stored/nothing", "nothing is given to keep", null);
	const old = state.stored[section] ?? storedInitially(section);
	return done({
		...state,
		stored: {
			...state.stored,
			[section]: { ...old, ...Object.fromEntries(said) },
		},
	});
}
