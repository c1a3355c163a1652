import { after, next, nobody, type Outgoing } from "../firmware/outbox/next.ts";
import type { Panel } from "./panel.ts";

/**
 * Takes out of a panel that no modem sends for all that is to leave it, as if
 * every text got through at once. What no text carries has failed.
 *
 * @param now milliseconds since 1970
 */
export async function takeTexts(
	panel: Panel,
	now: number,
): Promise<readonly Outgoing[]> {
	const texts: Outgoing[] = [];
	for (;;) {
		const leaving = next(panel.state, nobody, now);
		if (leaving === null) return texts;
		const { sms } = leaving;
		if (sms !== null) texts.push(sms);
		const sending = sms === null ? "failed" : "sent";
		const { event } = after(leaving, sending, nobody, now);
		if (event !== null) await panel.happens(event);
	}
}
