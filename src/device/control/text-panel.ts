import type { ExchangeReport } from "../../firmware/answer/exchange-report.ts";
import type { JournalEntry } from "../../firmware/answer/journal.ts";
import { reportOn } from "../../firmware/answer/report-on.ts";
import type { ReceivedSms } from "../../firmware/answer/response.ts";
import { newMessages } from "../../firmware/outbox/new-messages.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import type { Panel } from "../panel.ts";

/** The result of a text, as plain data that can cross a socket. */
export interface TextResult {
	readonly report: ExchangeReport;
	/** The steps that people are told of. */
	readonly remarks: readonly Remark[];
	/** Texts to others that it caused; they wait in the outbox for the modem. */
	readonly told: readonly Outgoing[];
}

export type Remark = Extract<
	JournalEntry,
	{ readonly step: "refused" | "ignored" | "effects" }
>;

/** Texts a panel in this process. */
export async function textPanel(
	panel: Panel,
	sms: ReceivedSms,
	showSecrets: boolean,
): Promise<TextResult> {
	const before = panel.state;
	const exchange = await panel.text(sms);
	return {
		told: newMessages(before, exchange.response.state),
		report: reportOn(exchange, showSecrets),
		remarks: exchange.journal.filter(
			(entry): entry is Remark =>
				entry.step === "refused" ||
				entry.step === "ignored" ||
				entry.step === "effects",
		),
	};
}
