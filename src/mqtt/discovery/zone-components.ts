import type { Zone } from "../../panel/state/state.ts";
import type { MqttSettings } from "../settings.ts";
import { hasState } from "../state/zone-state.ts";
import type { MqttTopics } from "../topics.ts";
import {
	COMMAND_EXPIRY,
	type MqttComponent,
	type MqttComponents,
	slug,
} from "./component.ts";
import { zoneClass } from "./zone-class.ts";

/** The entities of a zone. Those that few want are switched off at first. */
export function zoneComponents(
	zone: Zone,
	topics: MqttTopics,
	settings: MqttSettings,
): MqttComponents {
	const key = `zone_${zone.id}`;
	const uniq_id = `alarmpanel_${settings.id}_${key}`;
	const name = zone.name === "" ? `Zone ${zone.id}` : zone.name;
	const stat_t = topics.zone(zone.id);
	const isOverMqtt = settings.inputs.some((input) => input.zone === zone.id);
	const binary = (
		part: string,
		what: string,
		dev_cla: string,
		when: string,
		isShown: boolean,
	): MqttComponents => ({
		[`${key}_${part}`]: {
			p: "binary_sensor",
			uniq_id: `${uniq_id}_${part}`,
			name: `${name} ${what}`,
			dev_cla,
			ent_cat: "diagnostic",
			stat_t,
			val_tpl: onWhen(when),
			...(isShown ? {} : { en: false }),
		},
	});
	return {
		...(hasState(zone) ? { [key]: contact(zone, uniq_id, name, stat_t) } : {}),
		...binary("tamper", "tamper", "tamper", "value_json.tamper", true),
		...binary("battery", "battery", "battery", "value_json.battery_low", false),
		...binary(
			"supervision",
			"not heard",
			"problem",
			"not value_json.supervision",
			isOverMqtt,
		),
		...(settings.allowBypass
			? { [`${key}_bypass`]: bypass(zone, uniq_id, name, topics) }
			: {}),
	};
}

function contact(
	zone: Zone,
	uniq_id: string,
	name: string,
	stat_t: string,
): MqttComponent {
	const dev_cla = zoneClass(zone);
	const id = slug(name);
	return {
		p: "binary_sensor",
		uniq_id,
		name,
		stat_t,
		...(id === "" ? {} : { def_ent_id: `binary_sensor.${id}` }),
		...(dev_cla === null ? {} : { dev_cla }),
		val_tpl: onWhen("value_json.open"),
		json_attr_t: stat_t,
	};
}

function bypass(
	{ id }: Zone,
	uniq_id: string,
	name: string,
	topics: MqttTopics,
): MqttComponent {
	return {
		p: "switch",
		uniq_id: `${uniq_id}_bypass`,
		name: `${name} bypass`,
		ent_cat: "config",
		ic: "mdi:shield-off-outline",
		en: false,
		stat_t: topics.zone(id),
		val_tpl: onWhen("value_json.bypassed"),
		cmd_t: topics.command.bypass(id),
		msg_exp_int: COMMAND_EXPIRY,
	};
}

export function onWhen(condition: string): string {
	return `{{ 'ON' if ${condition} else 'OFF' }}`;
}
