import { noticeText } from "../firmware/notice-sms.ts";
import { reportSms } from "../firmware/report-sms.ts";
import { clock } from "../panel/event.ts";
import { dueNotices } from "../panel/notices.ts";
import { dueReports } from "../panel/reports.ts";
import type { Panel } from "./panel.ts";

/** A text that leaves the panel. */
export interface LeavingText {
	readonly to: string;
	readonly text: string;
}

/**
 * Takes out of a panel that no modem sends for all that is to leave it, in the
 * order of the mail room: reports, what people are to be told, and what scripts
 * text. A report to where no text goes has failed.
 *
 * @param now milliseconds since 1970
 */
export async function takeTexts(
	panel: Panel,
	now: number,
): Promise<readonly LeavingText[]> {
	const texts: LeavingText[] = [];
	for (;;) {
		const [due] = dueReports(panel.state, now);
		if (due === undefined) break;
		const sms = reportSms(panel.state, due.report, due.destination);
		if (sms !== null) texts.push(sms);
		await panel.happens({
			type: sms === null ? "report-failed" : "report-sent",
			report: due.report.id,
			destination: due.destination.id,
			by: clock,
		});
	}
	for (const { notice, to } of dueNotices(panel.state)) {
		texts.push({ to, text: noticeText(panel.state, notice) });
		await panel.happens({ type: "notice-sent", notice: notice.id, by: clock });
	}
	for (const { id, to, text } of panel.state.runtime.outgoing) {
		texts.push({ to, text });
		await panel.happens({ type: "text-sent", id, by: clock });
	}
	return texts;
}
