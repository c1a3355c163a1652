import { DirectPanel } from "../simulation/direct-panel.ts";
import { LibraryPanel } from "../simulation/library-panel.ts";
import { PanelOnNetwork } from "../simulation/panel-on-network.ts";
import { started } from "../simulation/run-conversation.ts";
import type { SimulatedPanel } from "../simulation/simulated-panel.ts";
import { panelBeginning } from "./panel-beginning.ts";
import type { PanelOptions } from "./panel-options.ts";
import { simulatedChannel } from "./simulated-channel.ts";

/**
 * Makes a panel for a test. It has its own time, keeps its memory to itself and
 * opens nothing: make as many as there are tests.
 *
 * @throws TypeError for what is no object, and for an option of another kind
 * @throws RangeError for an option, a model, an instant or a rule of the network that
 *   there is not, for a number that cannot be dialled, and for two options that contradict
 *   each other
 * @throws Error (`ConfigFileError`) for a snapshot or a file that does not fit, naming
 *   every path that is wrong and its rule
 */
export async function createPanel(
	options: PanelOptions = {},
): Promise<SimulatedPanel> {
	const beginning = await panelBeginning(options);
	const { channel } = options;
	const { model, number, numbering, remembered, now, rules, seed } = beginning;
	const state = started(remembered, now);
	const identity = { model, number, numbering };
	if (channel === undefined) {
		const panel = new DirectPanel(identity, state, now);
		return new LibraryPanel(identity, remembered, panel);
	}
	const panel = new PanelOnNetwork(identity, state, now, rules, seed);
	const open = simulatedChannel(channel, seed, (rules) =>
		panel.followOnly(rules),
	);
	return new LibraryPanel(identity, remembered, panel, open);
}
