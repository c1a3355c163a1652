import { changed, initialValues } from "../../parameters/field-group.ts";
import type { SetTimers } from "../state/event.ts";
import {
	done,
	type Outcome,
	type Refusal,
	refusal,
	refusedBy,
} from "../state/outcome.ts";
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

/** What no panel keeps; null where it hangs on the panel. */
export function neverStored({ values }: Pick<Store, "values">): Refusal | null {
	return Object.values(values).every((value) => value === undefined)
		? refusal("stored/nothing", "nothing is given to keep", null)
		: null;
}

/** Keeps values that the panel does not act upon; undefined keeps the old ones. */
export function store(state: PanelState, event: Store): Outcome {
	const never = neverStored(event);
	if (never !== null) return refusedBy(state, never);
	const { section, values } = event;
	const said = Object.entries(values).filter(
		(entry): entry is [string, NonNullable<(typeof entry)[1]>] =>
			entry[1] !== undefined,
	);
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
