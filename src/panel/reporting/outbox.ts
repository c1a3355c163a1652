import { isSilentReport, reportEventRow } from "../state/contact-id.ts";
import { withoutDeadline } from "../state/deadlines.ts";
import { clock } from "../state/event.ts";
import { logged } from "../state/log.ts";
import type { Report } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";

/** Most reports that wait. The oldest status makes room, then the oldest alarm. (inferred) */
export const OUTBOX_CAPACITY = 250;

/** What a report says, without where it goes. */
export type ReportMatter = Pick<
	Report,
	"at" | "event" | "qualifier" | "subject"
>;

/** A report waits for a group; where the outbox is full, another one makes room. */
export function queued(
	state: PanelState,
	{ at, event, qualifier, subject }: ReportMatter,
	group: number,
	due: number,
): PanelState {
	const { runtime } = state;
	const id = runtime.reports + 1;
	const report: Report = {
		id,
		at,
		event,
		qualifier,
		subject,
		group,
		rounds: 0,
		failed: [],
		due,
	};
	const full = { ...runtime, reports: id, outbox: [...runtime.outbox, report] };
	const present = { ...state, runtime: full };
	if (full.outbox.length <= OUTBOX_CAPACITY) return present;
	const least =
		full.outbox.find((one) => reportEventRow(one.event).level === "status") ??
		full.outbox[0];
	if (least === undefined) return present;
	const left = taken(present, least);
	return isSilentReport(least.event)
		? left
		: logged(left, at, clock, "report-dropped", least);
}

/** A report in place of the one with its number. */
export function replaced(state: PanelState, report: Report): PanelState {
	const outbox = state.runtime.outbox.map((old) =>
		old.id === report.id ? report : old,
	);
	return { ...state, runtime: { ...state.runtime, outbox } };
}

/** A report no longer waits. */
export function taken(state: PanelState, { id }: Report): PanelState {
	const { runtime } = state;
	return {
		...state,
		runtime: {
			...runtime,
			outbox: runtime.outbox.filter((report) => report.id !== id),
			deadlines: withoutDeadline(runtime.deadlines, "report", `${id}`),
		},
	};
}
