import { type Network, virtualNetwork } from "../../../src/network/network.ts";
import { submitsOf } from "../../../src/sms/outgoing-sms.ts";
import { partOf } from "../../../src/sms/received-part.ts";
import { systemClock } from "../../../src/time/system-clock.ts";

export const panelNumber = "+15550100";
export const order = "PROG 7982 USRS:1,1234,,1";
export const confirmation = "USRS:OK";

/** A network with something at {@link panelNumber} that confirms {@link order} and nothing else. */
export function networkWithPanel(): Network {
	const network = virtualNetwork({ clock: systemClock, callingCode: "32" });
	const line = network.line(panelNumber);
	line.connect({
		deliver(tpdu, answer) {
			answer("taken");
			if (tpdu.type !== "deliver") return;
			const { from, text } = partOf(tpdu);
			if (text.trim() !== order) return;
			const submits = submitsOf({ to: from, text: confirmation, reference: 1 });
			if (submits.ok) for (const submit of submits.value) line.submit(submit);
		},
		suffer() {},
	});
	return network;
}
