import {
	after,
	isHopeless,
	next,
	nobody,
	type Outgoing,
} from "../firmware/outbox/next.ts";
import { clock } from "../panel/state/event.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";

/**
 * Sends what leaves the panel now. Every text gets through at once; what no text
 * can carry fails.
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
		const leaving = next(present, nobody, now);
		if (leaving === null) return present;
		const { sms } = leaving;
		if (sms !== null) sent.push(sms);
		const sending = sms === null ? "failed" : "sent";
		const { event } = after(leaving, sending, nobody, now);
		if (event === null) return present;
		present = transition(present, event, now).state;
	}
}

/**
 * Lets time pass. It halts at each deadline to send the reports that are due
 * then; a panel without destinations and people needs no halt.
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

/**
 * The next instant at which the panel does something by itself, or null. A report
 * that no destination can take does not count.
 */
export function nextHalt(state: PanelState): number | null {
	const { cutAt, deadlines, outbox } = state.runtime;
	if (cutAt !== null) return null;
	const next = deadlines.find(
		({ kind, about }) =>
			kind !== "report" ||
			!outbox.some(
				(report) => String(report.id) === about && isHopeless(state, report),
			),
	);
	return next?.due ?? null;
}
