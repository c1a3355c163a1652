import { after, next, nobody, type Outgoing } from "../firmware/outbox/next.ts";
import type { Panel } from "./panel.ts";

/**
 * Takes everything out of the outbox of a panel without a modem, as if each text
 * got through at once. A report that no text can carry counts as failed.
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
