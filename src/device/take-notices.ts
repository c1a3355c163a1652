import { noticeText } from "../firmware/notice-sms.ts";
import { clock } from "../panel/event.ts";
import { dueNotices } from "../panel/notices.ts";
import type { Panel } from "./panel.ts";

/** Takes what people are to be told out of a panel that no modem sends for. */
export async function takeNotices(
	panel: Panel,
): Promise<readonly { readonly to: string; readonly text: string }[]> {
	const due = dueNotices(panel.state);
	const texts = due.map(({ notice, to }) => ({
		to,
		text: noticeText(panel.state, notice),
	}));
	for (const { notice } of due)
		await panel.happens({ type: "notice-sent", notice: notice.id, by: clock });
	return texts;
}
