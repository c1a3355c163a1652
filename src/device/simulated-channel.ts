import type { Rule } from "../network/channel-rule.ts";
import { demandTexts } from "../simulation/demand-text.ts";
import type { SimulatedChannel } from "../simulation/simulated-panel.ts";
import { rulesOf } from "./panel-beginning.ts";
import type { PanelOptions } from "./panel-options.ts";

/**
 * The rules of a panel's network, as its holder reads and changes them.
 *
 * @param first those that it was made with
 * @param follow has the network go by these and no others
 */
export function simulatedChannel(
	first: PanelOptions["channel"],
	seed: number,
	follow: (rules: readonly Rule[]) => void,
): SimulatedChannel {
	let texts: readonly string[] = [first ?? []].flat();
	return {
		get rules() {
			return texts;
		},
		seed,
		replace(others) {
			demandTexts("channel: rules", others);
			follow(rulesOf(others));
			// A copy: the caller's list may change.
			texts = [...others];
		},
	};
}
