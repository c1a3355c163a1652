import type { ExchangeReport } from "../../firmware/answer/exchange-report.ts";
import type { JournalEntry } from "../../firmware/answer/journal.ts";
import { reportOn } from "../../firmware/answer/report-on.ts";
import type { ReceivedSms } from "../../firmware/answer/response.ts";
import { newMessages } from "../../firmware/outbox/new-messages.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import type { Panel } from "../panel.ts";

/** What came of a text, as plain data that also crosses a socket. */
export interface HandedOver {
	readonly report: ExchangeReport;
	/** The steps that led there, as far as people are told of them. */
	readonly remarks: readonly Remark[];
	/** What others are told because of it, or a script texts; it waits until a modem sends it. */
	readonly told: readonly Outgoing[];
}

export type Remark = Extract<
	JournalEntry,
	{ readonly step: "refused" | "ignored" | "effects" }
>;

/** Hands a text to a panel in this process. */
export async function handOver(
	panel: Panel,
	sms: ReceivedSms,
	showSecrets: boolean,
): Promise<HandedOver> {
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
