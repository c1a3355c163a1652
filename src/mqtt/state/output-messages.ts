import type { PanelState } from "../../panel/state/state.ts";
import type { MqttSettings } from "../settings.ts";
import { modeStateOf } from "./mode-state.ts";

/** What a device that follows the panel is told. */
export interface OutputMessage {
	readonly topic: string;
	readonly payload: string;
	readonly retain: boolean;
}

/** How the devices are to be that follow the panel's siren and mode. */
export function outputMessages(
	panel: PanelState,
	{ outputs }: Pick<MqttSettings, "outputs">,
): readonly OutputMessage[] {
	const { siren, mode } = outputs;
	const { state } = modeStateOf(panel);
	return [
		...(siren === undefined
			? []
			: [
					{
						topic: siren.topic,
						retain: siren.retain,
						payload: panel.runtime.siren ? siren.on : siren.off,
					},
				]),
		...(mode === undefined
			? []
			: [
					{
						topic: mode.topic,
						retain: mode.retain,
						payload: mode.values[state] ?? state,
					},
				]),
	];
}
