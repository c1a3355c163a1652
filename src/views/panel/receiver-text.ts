import { messageOf } from "../../error-message.ts";
import type { ReceiverEvent } from "../../firmware/receiver-room.ts";
import {
	isSilentReport,
	reportEventRow,
} from "../../panel/state/contact-id.ts";
import type {
	ReceiverReport,
	ReportReception,
} from "../../receivers/receiver.ts";

/** One line for what passed between panel and receivers; null where nobody may notice it. */
export function receiverText(event: ReceiverEvent): string | null {
	switch (event.type) {
		case "report":
			return isSilentReport(event.report.event)
				? null
				: `report ${matterText(event.report)} to destination ${event.destination}: ${receptionText(event.reception)}`;
		case "supervision":
			return event.present
				? `destination ${event.destination} answers`
				: `destination ${event.destination} does not answer: its line counts as lost`;
		case "trouble":
			return `trouble: ${messageOf(event.error)}`;
	}
}

/** The same for programs. */
export function receiverJson(event: ReceiverEvent): object | null {
	switch (event.type) {
		case "report": {
			const { destination, report, reception } = event;
			if (isSilentReport(report.event)) return null;
			const { id, event: what, qualifier, subject } = report;
			return {
				report: { id, event: what, qualifier, subject, destination },
				reception,
			};
		}
		case "supervision": {
			const { destination, present } = event;
			return { supervision: { destination, present } };
		}
		case "trouble":
			return { trouble: receiverText(event) };
	}
}

/** `ACK in 4 ms`, or why it was not taken. */
function receptionText(reception: ReportReception): string {
	return reception.reached
		? `${reception.answer} in ${Math.round(reception.milliseconds)} ms`
		: reception.message;
}

function matterText({ event, qualifier, subject }: ReceiverReport): string {
	const { meaning, end } = reportEventRow(event);
	const what = qualifier === "event" ? meaning : end;
	return subject === 0 ? `"${what}"` : `"${what}" (${subject})`;
}
