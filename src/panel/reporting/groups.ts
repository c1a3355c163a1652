import { type ReportEvent, reportEventRow } from "../state/contact-id.ts";
import { fields } from "../state/fields.ts";
import { find } from "../state/numbered.ts";
import type { Report } from "../state/runtime.ts";
import type { Destination, PanelState, ReportGroup } from "../state/state.ts";
import { doubtAt } from "./doubts.ts";

/** The destinations of its group that take a report. */
export function destinationsOf(
	state: PanelState,
	{ group, event }: Pick<Report, "group" | "event">,
): readonly Destination[] {
	return state.reporting.destinations.filter(
		(destination) => destination.group === group && takes(destination, event),
	);
}

/**
 * The first destination of the group that has not failed in this round. One where the
 * report may have arrived is left out until its pause is over.
 */
export function nextDestination(
	state: PanelState,
	report: Report,
	now: number,
): Destination | undefined {
	return destinationsOf(state, report).find(
		({ id }) =>
			!report.failed.includes(id) && (doubtAt(report, id)?.due ?? now) <= now,
	);
}

/** Groups with a destination for the event, in order. */
export function servedGroups(state: PanelState, event: ReportEvent): number[] {
	const groups = state.reporting.destinations
		.filter((destination) => takes(destination, event))
		.map(({ group }) => group);
	return [...new Set(groups)].sort((a, b) => a - b);
}

/** The optional group behind that of a report, if there is one. */
export function handsOnTo(
	state: PanelState,
	{ event, group }: Report,
): number | undefined {
	const served = servedGroups(state, event);
	const next = served[served.indexOf(group) + 1];
	return next === undefined || groupOf(state, next).kind === "essential"
		? undefined
		: next;
}

/** L102: group 1, which is first where it is served, is essential whatever it is set to. */
export function givesUp(state: PanelState, { group, event }: Report): boolean {
	return (
		groupOf(state, group).kind === "optional" &&
		servedGroups(state, event)[0] !== group
	);
}

export function groupOf(state: PanelState, id: number): ReportGroup {
	return (
		find(state.reporting.groups, id) ?? {
			id,
			kind: fields.groupKind.initial,
			retries: fields.groupRetries.initial,
		}
	);
}

function takes({ level }: Destination, event: ReportEvent): boolean {
	return level === "all" || level === reportEventRow(event).level;
}
