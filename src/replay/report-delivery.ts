import { reportSms } from "../firmware/report-sms.ts";
import { clock } from "../panel/event.ts";
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
 * Sends the reports that are due, as the mail room does when every text gets
 * through: a destination that has a phone number has the report at once, any
 * other has failed.
 *
 * @param sent what leaves the panel is added to it
 * @returns the panel when all that can be sent now is sent
 */
export function withReportsSent(
	state: PanelState,
	now: number,
	sent: Outgoing[],
): PanelState {
	let present = state;
	for (;;) {
		const [due] = dueReports(present, now);
		if (due === undefined) return present;
		const sms = reportSms(present, due.report, due.destination);
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

/**
 * Sends the texts that wait in the outbox: what scripts text.
 *
 * @param sent what leaves the panel is added to it
 */
export function withTextsSent(
	state: PanelState,
	now: number,
	sent: Outgoing[],
): PanelState {
	let present = state;
	for (const { id, to, text } of state.runtime.outgoing) {
		sent.push({ to, text });
		const event = { type: "text-sent", id, by: clock } as const;
		present = transition(present, event, now).state;
	}
	return present;
}

/**
 * Lets time pass, with a halt at each deadline for the reports that are due
 * then. A panel that has nobody to report to needs none.
 *
 * @param sent what leaves the panel is added to it
 */
export function withTimePassed(
	state: PanelState,
	until: number,
	sent: Outgoing[],
): PanelState {
	let present = state;
	while (present.reporting.destinations.length > 0) {
		const halt = nextHalt(present);
		if (halt === null || halt >= until) break;
		present = transition(present, time, halt).state;
		present = withReportsSent(present, halt, sent);
	}
	present = transition(present, time, until).state;
	return present.runtime.outbox.length === 0
		? present
		: withReportsSent(present, until, sent);
}

const time = { type: "time", by: clock } as const;

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
