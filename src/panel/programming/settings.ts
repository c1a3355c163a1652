import { changed, initialValues } from "../../parameters/field-group.ts";
import type { SetTimers } from "../state/event.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";
import { type Store, stored } from "../state/stored.ts";

/**
 * Sets delays and siren time; undefined keeps. A running countdown keeps the
 * length that was announced.
 */
export function setTimers(state: PanelState, event: SetTimers): Outcome {
	// A message with one entry delay means it for every mode.
	const forHome = {
		entryHome1: event.entryHome1 ?? event.entry1,
		entryHome2: event.entryHome2 ?? event.entry2,
	};
	const timers = changed(changed(state.timers, event), forHome);
	return done({ ...state, timers });
}

/** Keeps values that the panel does not act upon; undefined keeps the old ones. */
export function store(state: PanelState, { section, values }: Store): Outcome {
	const said = Object.entries(values).filter(
		(entry): entry is [string, NonNullable<(typeof entry)[1]>] =>
			entry[1] !== undefined,
	);
	if (said.length === 0)
		return refused(state, "stored/nothing", "nothing is given to keep", null);
	const old =
		state.stored[section] ??
		(section === "language" ? {} : initialValues(stored[section]));
	return done({
		...state,
		stored: {
			...state.stored,
			[section]: { ...old, ...Object.fromEntries(said) },
		},
	});
}
