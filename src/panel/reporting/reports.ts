import { MINUTE } from "../../time/units.ts";
import { type ReportEvent, reportEventRow } from "../state/contact-id.ts";
import { withDeadline, withoutDeadline } from "../state/deadlines.ts";
import { type Cause, clock } from "../state/event.ts";
import { fields } from "../state/fields.ts";
import { logged } from "../state/log.ts";
import { find } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { Report } from "../state/runtime.ts";
import type { Destination, PanelState, ReportGroup } from "../state/state.ts";
import { noticedReport } from "./report-notices.ts";

/** Most reports that wait. The oldest status makes room, then the oldest alarm. (inferred) */
export const OUTBOX_CAPACITY = 250;

/**
 * Pause between two rounds through a group's destinations, and before the panel
 * texts a number again that it could not reach. (inferred)
 */
export const RETRY_PAUSE = MINUTE;

/** What a report says, without where it goes. */
export type ReportMatter = Pick<
	Report,
	"at" | "event" | "qualifier" | "subject"
>;

/**
 * Queues a report and the notices to people. The report goes to every essential
 * group and to the first group that takes it. An optional group gets it when the
 * group before has failed.
 */
export function reported(state: PanelState, told: ReportMatter): PanelState {
	let present = noticedReport(state, told);
	const served = servedGroups(state, told.event);
	for (const id of served)
		if (id === served[0] || groupOf(state, id).kind === "essential")
			present = queued(present, told, id, told.at);
	return present;
}

/** Reports to send now, each with its next destination. */
export function dueReports(
	state: PanelState,
	now: number,
): readonly { readonly report: Report; readonly destination: Destination }[] {
	if (state.runtime.cutAt !== null) return [];
	return state.runtime.outbox.flatMap((report) => {
		const destination =
			nextDestination(state, report) ??
			nextDestination(state, { ...report, failed: [] });
		return report.due > now || destination === undefined
			? []
			: [{ report, destination }];
	});
}

/** A destination has it: the group is served. */
export function reportSent(
	state: PanelState,
	id: number,
	destination: number,
	by: Cause,
	now: number,
): Outcome {
	const report = find(state.runtime.outbox, id);
	if (report === undefined) return unknownReport(state, id);
	return done(
		logged(taken(state, report), now, by, "reported", report.id, destination),
	);
}

/**
 * A destination could not be reached: the next one of the group is tried. When
 * all have failed, an essential group starts again after a pause, for ever; an
 * optional one as often as its retries say. A group that used up its retries
 * hands on to the optional group behind it.
 */
export function reportFailed(
	state: PanelState,
	id: number,
	destination: number,
	by: Cause,
	now: number,
): Outcome {
	const report = find(state.runtime.outbox, id);
	if (report === undefined) return unknownReport(state, id);
	const present = logged(
		state,
		now,
		by,
		"report-failed",
		report.id,
		destination,
	);
	const failed = [...report.failed, destination];
	const next = nextDestination(state, { ...report, failed });
	if (next !== undefined) return done(replaced(present, { ...report, failed }));
	const rounds = Math.min(report.rounds + 1, 99);
	const { kind, retries } = groupOf(state, report.group);
	const again = { ...report, rounds, failed: [], due: now + RETRY_PAUSE };
	const first = servedGroups(state, report.event)[0] === report.group;
	const handedOn =
		rounds === retries && report.rounds < retries
			? handOn(present, report, now)
			: present;
	// L102: group 1, which is first where it is served, is essential whatever it is set to.
	if (kind === "optional" && !first && rounds >= retries)
		return done(
			logged(
				taken(handedOn, report),
				now,
				by,
				"report-given-up",
				report.id,
				destination,
			),
		);
	const retried = replaced(handedOn, again);
	return done({
		...retried,
		runtime: {
			...retried.runtime,
			deadlines: withDeadline(
				withoutDeadline(retried.runtime.deadlines, "report", `${id}`),
				"report",
				again.due,
				`${id}`,
			),
		},
	});
}

/** Drops reports that no destination takes any more. */
export function withoutStrays(state: PanelState): PanelState {
	const { outbox } = state.runtime;
	const strays = outbox.filter(
		({ group, event }) => !servedGroups(state, event).includes(group),
	);
	return strays.reduce(taken, state);
}

/** The destinations of its group that take a report. */
export function destinationsOf(
	state: PanelState,
	{ group, event }: Pick<Report, "group" | "event">,
): readonly Destination[] {
	return state.reporting.destinations.filter(
		(destination) => destination.group === group && takes(destination, event),
	);
}

/** The first destination of the group that has not failed in this round. */
function nextDestination(
	state: PanelState,
	report: Pick<Report, "group" | "event" | "failed">,
): Destination | undefined {
	return destinationsOf(state, report).find(
		({ id }) => !report.failed.includes(id),
	);
}

function takes({ level }: Destination, event: ReportEvent): boolean {
	return level === "all" || level === reportEventRow(event).level;
}

/** Groups with a destination for the event, in order. */
function servedGroups(state: PanelState, event: ReportEvent): number[] {
	const groups = state.reporting.destinations
		.filter((destination) => takes(destination, event))
		.map(({ group }) => group);
	return [...new Set(groups)].sort((a, b) => a - b);
}

function groupOf(state: PanelState, id: number): ReportGroup {
	return (
		find(state.reporting.groups, id) ?? {
			id,
			kind: fields.groupKind.initial,
			retries: fields.groupRetries.initial,
		}
	);
}

function handOn(state: PanelState, report: Report, now: number): PanelState {
	const served = servedGroups(state, report.event);
	const next = served[served.indexOf(report.group) + 1];
	return next === undefined || groupOf(state, next).kind === "essential"
		? state
		: queued(state, report, next, now);
}

function queued(
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
	return least === undefined
		? present
		: logged(taken(present, least), at, clock, "report-dropped", least.id);
}

function replaced(state: PanelState, report: Report): PanelState {
	const outbox = state.runtime.outbox.map((old) =>
		old.id === report.id ? report : old,
	);
	return { ...state, runtime: { ...state.runtime, outbox } };
}

function taken(state: PanelState, { id }: Report): PanelState {
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

function unknownReport(state: PanelState, id: number): Outcome {
	return refused(
		state,
		"report/unknown",
		`report: there is no report ${id} in the outbox`,
		null,
	);
}
