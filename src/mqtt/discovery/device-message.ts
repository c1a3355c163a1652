import type { Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { deviceName, type MqttSettings } from "../settings.ts";
import { topicsOf } from "../topics.ts";
import type { MqttComponents } from "./component.ts";
import { panelComponents } from "./panel-components.ts";
import { reportComponents } from "./report-components.ts";
import { zoneComponents } from "./zone-components.ts";

/** What Home Assistant makes a device of. It drops a message with a key more at its root. */
export interface DeviceMessage {
	readonly dev: {
		readonly ids: readonly string[];
		readonly name: string;
		readonly mf: string;
		readonly mdl: string;
		readonly mdl_id: string;
		readonly sw: string;
		readonly sn: string;
	};
	readonly o: { readonly name: string; readonly sw: string };
	readonly avty_t: string;
	readonly qos: 1;
	readonly cmps: MqttComponents;
}

/**
 * The discovery message of a panel.
 * @param version of this program
 */
export function deviceMessage(
	model: Model,
	state: Pick<PanelState, "zones" | "remote" | "reporting">,
	settings: MqttSettings,
	version: string,
): DeviceMessage {
	const { id } = settings;
	const topics = topicsOf(settings);
	return {
		dev: {
			ids: [`alarmpanel_${id}`],
			name: deviceName(settings),
			mf: "alarmpanel",
			mdl: model.title,
			mdl_id: model.name,
			sw: version,
			sn: id,
		},
		o: { name: "alarmpanel", sw: version },
		avty_t: topics.availability,
		qos: 1,
		cmps: Object.assign(
			panelComponents(model, state, topics, settings),
			...state.zones.map((zone) => zoneComponents(zone, topics, settings)),
			...state.reporting.destinations.map((way) =>
				reportComponents(way, topics, settings),
			),
		),
	};
}

/**
 * Names and platforms of the entities of an earlier message that a later one lacks.
 * A component of its platform alone takes an entity away.
 */
export function takenAway(
	before: MqttComponents,
	after: MqttComponents,
): { readonly [name: string]: { readonly p: string } } {
	return Object.fromEntries(
		Object.entries(before).flatMap(([name, { p }]) =>
			name in after ? [] : [[name, { p }]],
		),
	);
}
