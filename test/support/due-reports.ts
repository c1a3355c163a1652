import { dueReports } from "../../src/panel/reporting/reports.ts";
import { clock, type Happening } from "../../src/panel/state/event.ts";
import type {
	Destination,
	PanelState,
	ReportGroup,
} from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { panelWithZones } from "./panel-with-zones.ts";
import { NOON } from "./texting.ts";

/** A house that reports to some destinations. */
export function reporting(
	destinations: readonly Destination[],
	groups: readonly ReportGroup[] = [],
): PanelState {
	const plain = panelWithZones(["fire"]);
	return { ...plain, reporting: { ...plain.reporting, destinations, groups } };
}

/** What is due, as `report to destination`. */
export function due(state: PanelState, seconds: number): readonly string[] {
	return dueReports(state, NOON + seconds * 1000).map(
		({ report, destination: { id } }) => `${report.id} to ${id}`,
	);
}

export function outcome(
	state: PanelState,
	type: "report-sent" | "report-failed",
	report: number,
	to: number,
	seconds: number,
): PanelState {
	const event: Happening = { type, report, destination: to };
	return transition(state, { ...event, by: clock }, NOON + seconds * 1000)
		.state;
}
