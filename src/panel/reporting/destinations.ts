import type { EventOf, SetDestination } from "../state/event.ts";
import { fields } from "../state/fields.ts";
import { find, put, without } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { Destination, PanelState } from "../state/state.ts";
import { withoutFailures } from "./failing.ts";
import { withoutStrays } from "./reports.ts";

/** Says where reports go; undefined keeps what there is. */
export function setDestination(
	state: PanelState,
	event: SetDestination,
): Outcome {
	const { destinations } = state.reporting;
	const known = find(destinations, event.destination);
	const url = event.url ?? known?.url;
	if (url === undefined)
		return refused(
			state,
			"destination/no-url",
			`destination: destination ${event.destination} is new and needs one`,
			"url",
		);
	const destination: Destination = {
		id: event.destination,
		url,
		group: event.group ?? known?.group ?? fields.reportGroup.initial,
		level: event.level ?? known?.level ?? fields.reportLevel.initial,
		carrier: event.carrier ?? known?.carrier ?? "",
	};
	// Another address may be reached where this one was not.
	return withDestinations(
		withoutFailures(state, destination.id),
		put(destinations, destination),
	);
}

/** Deletes a destination; deleting one that is not there succeeds. */
export function deleteDestination(
	state: PanelState,
	{ destination: id }: EventOf["delete-destination"],
): Outcome {
	return withDestinations(
		withoutFailures(state, id),
		without(state.reporting.destinations, id),
	);
}

function withDestinations(
	state: PanelState,
	destinations: readonly Destination[],
): Outcome {
	const reporting = { ...state.reporting, destinations };
	return done(withoutStrays({ ...state, reporting }, state));
}
