/** A panel at the end of a virtual network, which a modem of the same network texts. */
import { models } from "../../src/models/models.ts";
import type { Network } from "../../src/network/network.ts";
import { asTyped } from "../../src/panel/state/phone-number.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { DirectPanel } from "../../src/simulation/direct-panel.ts";
import { NetworkEnd } from "../../src/simulation/network-end.ts";
import { systemClock as clock } from "../../src/time/system-clock.ts";

/**
 * A factory's panel of our first model, which answers at once.
 * @returns what it hears, as it goes on
 */
export function panelBeside(
	{ network }: { readonly network: Network },
	number: string,
): string[] {
	const [model] = models;
	const panel = new DirectPanel(
		{ model, number, numbering: asTyped },
		factoryState(model.name, model.sections),
		clock.now(),
	);
	const heard: string[] = [];
	const end: NetworkEnd = new NetworkEnd(
		clock,
		network.line(number),
		({ from, text }) => {
			heard.push(text);
			panel.text(from, text);
			for (const sms of panel.sent) end.text(sms.to, sms.text);
		},
	);
	return heard;
}
