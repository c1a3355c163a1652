import { MINUTE } from "../../time/units.ts";
import { isSilentReport } from "../state/contact-id.ts";
import { withDeadline, withoutDeadline } from "../state/deadlines.ts";
import type { Cause, EventOf } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { find } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { Report } from "../state/runtime.ts";
import type { Destination, PanelState, ReportGroup } from "../state/state.ts";
import { doubtAt, modemTold, withDoubtAt } from "./doubts.ts";
import {
	destinationFailed,
	isFailureLogged,
	withFailureLogged,
	withoutFailures,
} from "./failing.ts";
import { judged, lasting } from "./flapping.ts";
import {
	givesUp,
	groupOf,
	handsOnTo,
	nextDestination,
	servedGroups,
} from "./groups.ts";
import { isHeldBackOnTest } from "./on-test.ts";
import { queued, type ReportMatter, replaced, taken } from "./outbox.ts";
import { flappingNoticed, noticedReport } from "./report-notices.ts";

/**
 * Pause between two rounds through a group's destinations, and before the panel
 * texts a number again that it could not reach. (inferred)
 */
export const RETRY_PAUSE = MINUTE;

/**
 * Queues a report and the notices to people. The report goes to every essential
 * group and to the first group that takes it. An optional group gets it when the
 * group before has failed. What comes and goes is held back: `flapping.ts`; and so is
 * what happens on test: `on-test.ts`.
 */
export function reported(state: PanelState, told: ReportMatter): PanelState {
	if (isHeldBackOnTest(state, told)) return state;
	const { state: counted, verdict } = judged(state, told);
	if (verdict === "held-back") return counted;
	const known = madeKnown(counted, told);
	return verdict === "last" ? flappingNoticed(known, told) : known;
}

/** It has lasted until the hour was over in which it was held back. */
export function untoldExpired(
	state: PanelState,
	at: number,
	about: string,
): PanelState {
	const held = lasting(state, about);
	return held === null
		? state
		: reported(state, { ...held, at, qualifier: "event" });
}

function madeKnown(state: PanelState, told: ReportMatter): PanelState {
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
			nextDestination(state, report, now) ??
			nextDestination(state, { ...report, failed: [] }, now);
		return report.due > now || destination === undefined
			? []
			: [{ report, destination }];
	});
}

/** Which report it is, and where it went. */
type ReportLeft = Pick<EventOf["report-sent"], "report" | "destination" | "by">;

/** A destination has it: the group is served. */
export function reportSent(
	state: PanelState,
	{
		report: id,
		destination,
		bySms = false,
		by,
	}: Omit<EventOf["report-sent"], "type">,
	now: number,
): Outcome {
	const report = find(state.runtime.outbox, id);
	const isSilent = report !== undefined && isSilentReport(report.event);
	// What is silent leaves no trace, so nothing else is sent sooner for it, and it ends
	// no failure that the log tells of.
	const told = bySms && !isSilent ? modemTold(state, now) : state;
	if (report === undefined) return unknownReport(told, id);
	const left = taken(told, report);
	if (isSilent && isFailureLogged(left, destination)) return done(left);
	const reached = withoutFailures(left, destination);
	if (isSilent) return done(reached);
	return done(logged(reached, now, by, "reported", report, destination));
}

/**
 * A destination could not be reached, by any of the reports that are due there:
 * for each, the next destination of its group is tried. When all have failed, an
 * essential group starts again after a pause, for ever; an optional one as often
 * as its retries say. A group that used up its retries hands on to the optional
 * group behind it. The log names the first failure of a destination, not those
 * that follow until it is reached.
 */
export function reportFailed(
	state: PanelState,
	{ report: id, destination, by }: ReportLeft,
	now: number,
): Outcome {
	const report = find(state.runtime.outbox, id);
	if (report === undefined) return unknownReport(state, id);
	const isSilent = isSilentReport(report.event);
	const concerned = [
		report,
		...dueReports(state, now)
			.filter((due) => due.destination.id === destination)
			.map((due) => due.report)
			.filter((one) => one !== report)
			// What may be told is tried itself, as it would be without the silent one.
			.filter(({ event }) => !isSilent || isSilentReport(event)),
	];
	const failed = failureTold(
		destinationFailed(state, destination, now),
		concerned,
		destination,
		by,
		now,
	);
	return done(
		concerned.reduce(
			(present, one) => failedAt(present, one, destination, by, now),
			failed,
		),
	);
}

function failureTold(
	state: PanelState,
	concerned: readonly Report[],
	destination: number,
	by: Cause,
	now: number,
): PanelState {
	const told = concerned.find(({ event }) => !isSilentReport(event));
	if (told === undefined || isFailureLogged(state, destination)) return state;
	return logged(
		withFailureLogged(state, destination, now),
		now,
		by,
		"report-failed",
		told,
		destination,
	);
}

/**
 * A report may have arrived at a destination, which is tried again after a pause; the
 * next one of its group is tried at once. The log says so once.
 */
export function reportInDoubt(
	state: PanelState,
	{ report: id, destination, by }: ReportLeft,
	now: number,
): Outcome {
	const report = find(state.runtime.outbox, id);
	if (report === undefined) return unknownReport(state, id);
	const isNew =
		doubtAt(report, destination) === undefined && !isSilentReport(report.event);
	const told = isNew
		? logged(state, now, by, "maybe-reported", report, destination)
		: state;
	const doubtful = withDoubtAt(report, destination, now);
	return done(
		failedAt(replaced(told, doubtful), doubtful, destination, by, now),
	);
}

/** One report could not be sent to a destination. */
function failedAt(
	state: PanelState,
	report: Report,
	destination: number,
	by: Cause,
	now: number,
): PanelState {
	const failed = [...report.failed, destination];
	const next = nextDestination(state, { ...report, failed }, now);
	if (next !== undefined) return replaced(state, { ...report, failed });
	const rounds = Math.min(report.rounds + 1, 99);
	const { retries } = groupOf(state, report.group);
	const handedOn =
		rounds === retries && report.rounds < retries
			? handOn(state, report, now)
			: state;
	if (givesUp(state, report) && rounds >= retries) {
		const left = taken(handedOn, report);
		return isSilentReport(report.event)
			? left
			: logged(left, now, by, "report-given-up", report, destination);
	}
	const due = nextRound(state, report, now);
	const retried = replaced(handedOn, { ...report, rounds, failed: [], due });
	const about = `${report.id}`;
	return {
		...retried,
		runtime: {
			...retried.runtime,
			deadlines: withDeadline(
				withoutDeadline(retried.runtime.deadlines, "report", about),
				"report",
				due,
				about,
			),
		},
	};
}

/**
 * Reports of one group start their rounds together: a try is for all of them. But none
 * goes by a silent one, since when it is tried would tell of that.
 */
function nextRound(
	{ runtime }: PanelState,
	{ id, group, event }: Report,
	now: number,
): number {
	const latest = now + RETRY_PAUSE;
	const waiting = runtime.outbox
		.filter((one) => one.id !== id && one.group === group)
		.filter((one) => isSilentReport(event) || !isSilentReport(one.event))
		.map(({ due }) => due)
		.filter((due) => due > now && due < latest);
	return waiting.reduce((first, due) => Math.min(first, due), latest);
}

/**
 * Whether more rounds of a report that cannot get through lead to something: to
 * the optional group behind, or to its end.
 */
export function roundsMatter(state: PanelState, report: Report): boolean {
	if (givesUp(state, report)) return true;
	const { retries } = groupOf(state, report.group);
	return report.rounds < retries && handsOnTo(state, report) !== undefined;
}

/**
 * The destinations were changed: drops reports that no destination takes any more.
 * What the first group was not told yet goes to the group that is first now, unless
 * that one was to be told anyway: nobody else may know of it.
 */
export function withoutStrays(
	state: PanelState,
	before: PanelState,
): PanelState {
	const { outbox } = state.runtime;
	const strays = outbox.filter(
		({ group, event }) => !servedGroups(state, event).includes(group),
	);
	return strays.reduce((present, stray) => {
		const left = taken(present, stray);
		const heir = heirOf(stray, state, before);
		return heir === undefined ? left : queued(left, stray, heir, stray.at);
	}, state);
}

/** The group that a report goes to whose own has no destination any more. */
function heirOf(
	{ event, group, rounds }: Report,
	state: PanelState,
	before: PanelState,
): number | undefined {
	const [first] = servedGroups(state, event);
	const served = servedGroups(before, event);
	if (first === undefined || served[0] !== group) return undefined;
	const isTold =
		served.includes(first) &&
		(groupOf(before, first).kind === "essential" ||
			rounds >= groupOf(before, group).retries);
	return isTold ? undefined : first;
}

/**
 * A group has other retries: a report that has not been handed on is handed on
 * after so many rounds at the latest, and one that has been is not once more.
 */
export function withRetries(
	state: PanelState,
	{ id, retries }: ReportGroup,
	before: number,
): PanelState {
	if (retries === before) return state;
	const outbox = state.runtime.outbox.map((report) =>
		report.group !== id
			? report
			: {
					...report,
					rounds:
						report.rounds < before
							? Math.min(report.rounds, retries - 1)
							: Math.max(report.rounds, retries),
				},
	);
	return { ...state, runtime: { ...state.runtime, outbox } };
}

function handOn(state: PanelState, report: Report, now: number): PanelState {
	const next = handsOnTo(state, report);
	return next === undefined ? state : queued(state, report, next, now);
}

function unknownReport(state: PanelState, id: number): Outcome {
	return refused(
		state,
		"report/unknown",
		`report: there is no report ${id} in the outbox`,
		null,
	);
}
