import { type Cause, local } from "../panel/state/event.ts";
import { find } from "../panel/state/numbered.ts";
import type { Refusal } from "../panel/state/outcome.ts";
import type { Report } from "../panel/state/runtime.ts";
import type { Destination } from "../panel/state/state.ts";
import type {
	NotReceived,
	ReceiverReport,
	ReportReception,
} from "../receivers/receiver.ts";
import { readReceiverUrl } from "../receivers/receiver-address.ts";
import type { SendOutcome } from "../sms/mailbox.ts";
import type { Firmware } from "./firmware.ts";
import type { Outgoing } from "./outbox/next.ts";
import { receiverReport } from "./outbox/receiver-report.ts";
import { reportSms } from "./outbox/report-sms.ts";

/** What is known of whether a test report arrived. */
export const arrivals = [
	/** The receiver has acknowledged it. */
	"delivered",
	/** The network has taken the text; whether it arrived is not known. */
	"sent",
	/** It did not leave, or was refused. */
	"failed",
	/** It may have arrived: nothing came back. */
	"unanswered",
] as const;

export type Arrival = (typeof arrivals)[number];

/** What came of a test report. */
export interface TestedDestination {
	readonly destination: number;
	/** Why none was sent; null where one was. */
	readonly refusal: Refusal | null;
	/** Whether the other end has it: a receiver's answer, or the network's for a text. */
	readonly reached: boolean;
	readonly arrival: Arrival;
	/** What came, in one line for people; without secrets. */
	readonly said: string;
}

/** The ways out that are there now. */
export interface TestWays {
	/** Null where texts have no way. */
	readonly text: ((sms: Outgoing) => Promise<SendOutcome>) | null;
	/** Null where receivers have none. */
	readonly receiver:
		| ((
				destination: Destination,
				report: ReceiverReport,
		  ) => Promise<ReportReception>)
		| null;
}

/**
 * Sends a test report, Contact ID 602, through one destination and waits for what
 * comes. It goes beside the outbox: what waits there waits on, and it is not tried
 * again. The log says that it was sent.
 */
export async function testReport(
	firmware: Firmware,
	now: () => number,
	id: number,
	ways: TestWays,
	by: Cause = local,
): Promise<TestedDestination> {
	const event = { type: "test-report", destination: id, by } as const;
	const { state, refusal } = await firmware.happen(event);
	const told = (arrival: Arrival, said: string): TestedDestination => ({
		destination: id,
		refusal,
		reached: arrival === "delivered" || arrival === "sent",
		arrival,
		said,
	});
	if (refusal !== null) return told("failed", refusal.message);
	const destination = find(state.reporting.destinations, id);
	if (destination === undefined) return told("failed", "it is deleted");
	const report: Report = {
		event: "test",
		qualifier: "event",
		id: state.runtime.reports,
		at: now(),
		subject: 0,
		group: destination.group,
		rounds: 0,
		failed: [],
		due: now(),
	};
	const sms = reportSms(state, report, destination);
	if (sms !== null) {
		if (ways.text === null)
			return told(
				"failed",
				"texts leave through the panel's modem: alarmpanel serve has one",
			);
		const outcome = await ways.text(sms);
		if (outcome.sent)
			return told(
				"sent",
				"the network has taken it; whether it arrived is not known",
			);
		const isUnseen = outcome.unseen === true;
		return told(isUnseen ? "unanswered" : "failed", outcome.reason);
	}
	const read = readReceiverUrl(destination.url, destination.carrier);
	if (read === null) return told("failed", "this program sends nothing there");
	if (!read.ok) return told("failed", read.reason);
	if (ways.receiver === null)
		return told(
			"failed",
			"this panel reports to no receiver: alarmpanel serve does",
		);
	const reception = await ways.receiver(
		destination,
		receiverReport(state, report),
	);
	return reception.reached
		? told(
				"delivered",
				`${reception.answer} in ${Math.round(reception.milliseconds)} ms`,
			)
		: told(withoutAnswer[reception.why], reception.message);
}

/** A receiver that does not answer may have it all the same. */
const withoutAnswer: { readonly [W in NotReceived]: Arrival } = {
	"no-connection": "failed",
	"no-answer": "unanswered",
	"refused-nak": "failed",
	"refused-duh": "failed",
	closed: "unanswered",
};
