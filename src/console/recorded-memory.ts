import type { PanelState } from "../panel/state/state.ts";
import { canBeSilent } from "../simulation/discreet/silence.ts";
import type { PageRecord } from "./page-panel.ts";

/**
 * What a panel in the page remembered at first, for the record of what was done with it.
 * @param memory null from the factory
 * @param showDuress whether duress and silent alarms are told
 */
export function recordedMemory(
	memory: PanelState | null,
	showDuress: boolean,
): PageRecord["config"] {
	if (memory === null || showDuress || !canBeSilent(memory)) return memory;
	return {
		why: "The panel's memory at the beginning may tell of silent alarms. Tick Show duress in the log to get it.",
	};
}
