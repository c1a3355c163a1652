import { noticeText } from "../firmware/notice-sms.ts";
import { clock } from "../panel/event.ts";
import { dueNotices } from "../panel/notices.ts";
import type { Panel } from "./panel.ts";

/**
 * Takes out of a panel that no modem sends for what people are to be told, and
 * behind it what scripts text.
 */
export async function takeNotices(
	panel: Panel,
): Promise<readonly { readonly to: string; readonly text: string }[]> {
	const due = dueNotices(panel.state);
	const { outgoing } = panel.state.runtime;
	const texts = due.map(({ notice, to }) => ({
		to,
		text: noticeText(panel.state, notice),
	}));
	for (const { notice } of due)
		await panel.happens({ type: "notice-sent", notice: notice.id, by: clock });
	for (const { id } of outgoing)
		await panel.happens({ type: "text-sent", id, by: clock });
	return [...texts, ...outgoing.map(({ to, text }) => ({ to, text }))];
}
