/**
 * Finds the SMS that a delivery report is about. The report names a reference of
 * one octet and the number, and may come before the modem has told the reference.
 */
import { decodeStatus, describeStatus } from "../../sms/status.ts";
import type { DeliveryEvent } from "../link/modem-event.ts";
import type { ReceivedReport } from "../link/stored-message.ts";

/** An SMS that was sent. */
export interface SentSms {
	readonly message: number;
	readonly to: string;
	readonly part: number;
	readonly total: number;
	/** TP-MR. */
	readonly reference: number;
}

// References repeat after 256, so older SMS are forgotten.
const mostSent = 512;
const mostEarly = 16;

export class DeliveryReports {
	private readonly sent: SentSms[] = [];
	private early: readonly ReceivedReport[] = [];

	/** An SMS is out. @returns what an early report says of it */
	add(sms: SentSms): DeliveryEvent[] {
		this.sent.push(sms);
		if (this.sent.length > mostSent) this.sent.shift();
		if (this.early.length === 0) return [];
		const own = this.early.filter((report) => isAbout(report, sms));
		this.early = this.early.filter((report) => !own.includes(report));
		return own.map((report) => eventOf(report, sms));
	}

	/**
	 * A report came.
	 * @param sending an SMS may be under way whose reference is not known yet:
	 * then a report that fits none waits for it.
	 * @returns what it says; null while it waits
	 */
	receive(report: ReceivedReport, sending: boolean): DeliveryEvent | null {
		const sms = this.sent.findLast((sms) => isAbout(report, sms));
		if (sms !== undefined) return eventOf(report, sms);
		if (!sending) return eventOf(report, null);
		this.early = [...this.early, report].slice(-mostEarly);
		return null;
	}
}

function isAbout({ reference, to }: ReceivedReport, sms: SentSms): boolean {
	return reference === sms.reference && isSameNumber(to, sms.to);
}

/** Networks write a number in another form than it was dialled in, so the ends are compared. */
function isSameNumber(one: string, other: string): boolean {
	const [a, b] = [one, other].map((number) => number.replace(/\D/g, ""));
	if (a === undefined || b === undefined || a === "" || b === "") return true;
	const digits = Math.min(a.length, b.length, 7);
	return a.slice(-digits) === b.slice(-digits);
}

function eventOf(report: ReceivedReport, sms: SentSms | null): DeliveryEvent {
	return {
		type: "delivery",
		message: sms?.message ?? null,
		to: sms?.to ?? report.to,
		part: sms?.part ?? null,
		total: sms?.total ?? null,
		reference: report.reference,
		outcome: decodeStatus(report.status),
		meaning: describeStatus(report.status).meaning,
	};
}
