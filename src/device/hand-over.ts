import type { JournalEntry } from "../firmware/journal.ts";
import { noticeText } from "../firmware/notice-sms.ts";
import type { ReceivedSms } from "../firmware/response.ts";
import { dueNotices } from "../panel/notices.ts";
import type { ExchangeReport } from "./exchange-report.ts";
import type { Panel } from "./panel.ts";
import { reportOn } from "./report-on.ts";

/** What came of a text, as plain data that also crosses a socket. */
export interface HandedOver {
	readonly report: ExchangeReport;
	/** The steps that led there, as far as people are told of them. */
	readonly remarks: readonly Remark[];
	/** What others are told because of it, or a script texts; it waits until a modem sends it. */
	readonly told: readonly { readonly to: string; readonly text: string }[];
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
	const { runtime } = panel.state;
	const waiting = new Set(runtime.notices.map(({ id }) => id));
	const queued = new Set(runtime.outgoing);
	const exchange = await panel.text(sms);
	const { state } = exchange.response;
	return {
		told: [
			...dueNotices(state)
				.filter(({ notice }) => !waiting.has(notice.id))
				.map(({ notice, to }) => ({ to, text: noticeText(state, notice) })),
			...state.runtime.outgoing
				.filter((text) => !queued.has(text))
				.map(({ to, text }) => ({ to, text })),
		],
		report: reportOn(exchange, showSecrets),
		remarks: exchange.journal.filter(
			(entry): entry is Remark =>
				entry.step === "refused" ||
				entry.step === "ignored" ||
				entry.step === "effects",
		),
	};
}
