import { noticeText } from "../firmware/notice-sms.ts";
import { reportSms } from "../firmware/report-sms.ts";
import { clock } from "../panel/event.ts";
import { dueNotices } from "../panel/notices.ts";
import { dueReports } from "../panel/reports.ts";
import type { PanelState } from "../panel/state.ts";
import { transition } from "../panel/transition.ts";

/** A text that leaves the panel. */
export interface Outgoing {
	readonly to: string;
	readonly text: string;
}

/** Rounds after which another failed one changes nothing but the log. */
const ROUNDS_THAT_COUNT = 99;

/**
 * Sends the reports that are due, what people are told and what scripts text, as the mail room does
 * when every text gets through: a destination that has a phone number has the
 * report at once, any other has failed.
 *
 * @param sent what leaves the panel is added to it
 * @returns the panel when all that can be sent now is sent
 */
export function withReportsSent(
	state: PanelState,
	now: number,
	sent: Outgoing[],
): PanelState {
	if (!hasNews(state)) return state;
	let present = state;
	for (;;) {
		const due = nextDue(present, now);
		if (due === undefined)
			return withTextsSent(withNoticesSent(present, now, sent), now, sent);
		const { sms } = due;
		if (sms !== null) sent.push(sms);
		const event = {
			type: sms === null ? "report-failed" : "report-sent",
			report: due.report.id,
			destination: due.destination.id,
			by: clock,
		} as const;
		present = transition(present, event, now).state;
	}
}

/** Whether a panel has something to send of its own accord. */
function hasNews({ runtime }: PanelState): boolean {
	return (
		runtime.outbox.length > 0 ||
		runtime.notices.length > 0 ||
		runtime.outgoing.length > 0
	);
}

/** Tells people what they are to be told, behind the reports. */
function withNoticesSent(
	state: PanelState,
	now: number,
	sent: Outgoing[],
): PanelState {
	return dueNotices(state).reduce((present, { notice, to }) => {
		sent.push({ to, text: noticeText(present, notice) });
		const event = {
			type: "notice-sent",
			notice: notice.id,
			by: clock,
		} as const;
		return transition(present, event, now).state;
	}, state);
}

/** Texts that are neither answer nor report: what scripts text. */
function withTextsSent(
	state: PanelState,
	now: number,
	sent: Outgoing[],
): PanelState {
	return state.runtime.outgoing.reduce((present, { id, to, text }) => {
		sent.push({ to, text });
		const event = { type: "text-sent", id, by: clock } as const;
		return transition(present, event, now).state;
	}, state);
}

/**
 * Lets time pass, with a halt at each deadline for the reports that are due
 * then. A panel that has nobody to report to, and tells nobody, needs none.
 *
 * @param sent what leaves the panel is added to it
 */
export function withTimePassed(
	state: PanelState,
	until: number,
	sent: Outgoing[],
): PanelState {
	let present = state;
	const { reporting, remote } = state;
	while (reporting.destinations.length + remote.people.length > 0) {
		const halt = nextHalt(present);
		if (halt === null || halt >= until) break;
		present = transition(present, time, halt).state;
		present = withReportsSent(present, halt, sent);
	}
	present = transition(present, time, until).state;
	return withReportsSent(present, until, sent);
}

const time = { type: "time", by: clock } as const;

/** A report that no text can carry is tried for ever, but it stays as it is. */
function nextDue(state: PanelState, now: number) {
	for (const { report, destination } of dueReports(state, now)) {
		const sms = reportSms(state, report, destination);
		if (sms !== null || report.rounds < ROUNDS_THAT_COUNT)
			return { report, destination, sms };
	}
	return undefined;
}

/**
 * When the panel next does something by itself that is to be looked at, or null.
 * A report that no text can carry is tried for ever, which is no reason to halt
 * for ever.
 */
export function nextHalt({ runtime }: PanelState): number | null {
	if (runtime.cutAt !== null) return null;
	const isHopeless = (about: string) =>
		runtime.outbox.some(
			({ id, rounds }) => String(id) === about && rounds >= ROUNDS_THAT_COUNT,
		);
	const next = runtime.deadlines.find(
		({ kind, about }) => kind !== "report" || !isHopeless(about),
	);
	return next?.due ?? null;
}
