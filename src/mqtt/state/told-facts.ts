import type { ReportTested } from "../../device/panel.ts";
import type { ModemEvent } from "../../modem/link/modem-event.ts";
import { maskedNumber } from "./masked-number.ts";

/** What is known of the mobile network; null where nothing is known yet. */
export interface LineState {
	/** Whether there is a modem that answers. */
	readonly modem: boolean | null;
	readonly registered: boolean | null;
	readonly operator: string | null;
	readonly dbm: number | null;
}

/** The SIM's credit, as the network told it last. */
export interface CreditState {
	readonly amount: number | null;
	readonly currency: string | null;
	/** ISO 8601. */
	readonly at: string | null;
}

/** The text that came last: not what it says, which may be a PIN. */
export interface LastSms {
	readonly at: string | null;
	/** Masked. */
	readonly from: string | null;
	readonly outcome: "done" | "refused" | "silence" | null;
}

/** What a panel tells that is no part of its state. */
export interface ToldFacts {
	readonly line: LineState;
	readonly credit: CreditState;
	readonly sms: LastSms;
	/** The last test report of each destination, by its number. */
	readonly tests: ReadonlyMap<number, ReportTested>;
	/** Whether there has been no modem for ten minutes. */
	readonly isModemGone: boolean;
}

export const nothingTold: ToldFacts = {
	line: { modem: null, registered: null, operator: null, dbm: null },
	credit: { amount: null, currency: null, at: null },
	sms: { at: null, from: null, outcome: null },
	tests: new Map(),
	isModemGone: false,
};

/** What is known of the network after a modem's driver has told something. */
export function lineAfter(line: LineState, news: ModemEvent): LineState {
	switch (news.type) {
		case "started":
			return { ...line, modem: true };
		case "lost":
		case "open-failed":
		case "start-failed":
			return { modem: false, registered: false, operator: null, dbm: null };
		case "coverage":
			return { ...line, registered: news.state === "found" };
		case "signal":
			return { ...line, dbm: news.dbm };
		case "operator":
			return { ...line, operator: news.name };
		default:
			return line;
	}
}

/** @param at ISO 8601 */
export function lastSms(
	at: string,
	{
		from,
		isAccepted,
		isSilent,
	}: {
		readonly from: string;
		readonly isAccepted: boolean;
		readonly isSilent: boolean;
	},
): LastSms {
	const outcome = isSilent ? "silence" : isAccepted ? "done" : "refused";
	return { at, from: maskedNumber(from), outcome };
}
