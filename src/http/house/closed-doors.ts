import type { Panel } from "../../device/panel.ts";
import { isReceiver } from "../../firmware/outbox/next.ts";
import type { MqttAccount } from "../../mqtt/mqtt-door.ts";
import type { PanelState } from "../../panel/state/state.ts";

/**
 * Each way out of the panel that is configured and does not work now, with the
 * reason. A panel without a modem is asked by those who need none.
 *
 * @param ways.mqtt how it goes with the broker; null where there is none
 * @param ways.told the panel's memory as it may be told
 */
export function closedDoors(
	{ modem, lostReceivers }: Pick<Panel, "modem" | "lostReceivers">,
	{
		mqtt,
		told: { reporting, runtime },
	}: { readonly mqtt: MqttAccount | null; readonly told: PanelState },
): readonly string[] {
	const reasons: string[] = [];
	const { reason } = modem.account;
	if (modem.url !== null && reason !== null)
		reasons.push(`the modem cannot be used: ${reason}`);
	if (mqtt !== null && mqtt.reason !== null)
		reasons.push(`the broker is not connected: ${mqtt.reason}`);
	for (const destination of reporting.destinations.filter(isReceiver)) {
		const { id } = destination;
		if (lostReceivers.includes(id))
			reasons.push(
				`the receiver of destination ${id} does not answer: its supervised line is lost`,
			);
		else if (runtime.failing.some((one) => one.id === id))
			reasons.push(
				`the receiver of destination ${id} did not take the last report`,
			);
	}
	return reasons;
}
