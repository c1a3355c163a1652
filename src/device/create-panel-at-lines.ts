import { messageOf } from "../error-message.ts";
import { usualAirTime } from "../network/network.ts";
import { started } from "../simulation/run-conversation.ts";
import type { SimulatedChannel } from "../simulation/simulated-panel.ts";
import type { Clock } from "../time/clock.ts";
import { virtualClock } from "../time/virtual-clock.ts";
import type {
	LineNetwork,
	LineNetworkOptions,
	WantedLine,
} from "./line-network.ts";
import { openLineNetwork } from "./open-line-network.ts";
import { PanelAtLines } from "./panel-at-lines.ts";
import { panelBeginning } from "./panel-beginning.ts";
import type { PanelOptions } from "./panel-options.ts";
import { simulatedChannel } from "./simulated-channel.ts";

/**
 * Makes a panel at a virtual modem, on a network with other lines.
 *
 * @param real the machine's clock; null for a time that is moved
 * @param showDuress whether its session has duress and silent alarms in it
 * @throws as `createPanel`, and RangeError naming a line that cannot be opened
 */
export async function createPanelAtLines(
	options: PanelOptions,
	lines: readonly WantedLine[],
	real: Clock | null,
	showDuress: boolean,
): Promise<{ panel: PanelAtLines; channel: SimulatedChannel }> {
	const beginning = await panelBeginning(options);
	const { model, number, remembered, now, rules, seed } = beginning;
	if (lines.some((line) => line.number === number))
		throw new RangeError(`lines: ${number} is the panel's own number`);
	const still = virtualClock(now);
	const clock = real ?? still;
	const air = await openLines({
		clock,
		lines,
		rules,
		seed,
		// Programs at real lines take the time of a real network.
		airTime: real === null ? 0 : usualAirTime,
	});
	const state = started(remembered, clock.now());
	const panel = await PanelAtLines.start({
		model,
		number,
		state,
		air,
		clock,
		showDuress,
		still: real === null ? still : null,
	});
	const channel = simulatedChannel(options.channel, seed, (others) =>
		air.channel.replace(others),
	);
	return { panel, channel };
}

/** @throws RangeError naming a line that cannot be opened */
export async function openLines(
	options: LineNetworkOptions,
): Promise<LineNetwork> {
	try {
		return await openLineNetwork(options);
	} catch (error) {
		throw new RangeError(messageOf(error).replace(/^--line/, "lines:"));
	}
}
