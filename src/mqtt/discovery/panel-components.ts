import type { Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { deviceName, type MqttSettings } from "../settings.ts";
import { happenedTypes } from "../state/happened.ts";
import type { MqttTopics } from "../topics.ts";
import {
	COMMAND_EXPIRY,
	type MqttComponent,
	type MqttComponents,
	slug,
} from "./component.ts";
import { armingFeatures } from "./panel-modes.ts";
import { onWhen } from "./zone-components.ts";

/** The entities of the panel itself. */
export function panelComponents(
	model: Model,
	{ remote }: Pick<PanelState, "remote">,
	topics: MqttTopics,
	settings: MqttSettings,
): MqttComponents {
	const { id, currency } = settings;
	const of = (name: string) => `alarmpanel_${id}_${name}`;
	const diagnostic = { ent_cat: "diagnostic" } as const;
	const { troubles, line, sms, credit, mode } = topics;
	return {
		panel: alarmPanel(model, of("panel"), topics, settings),
		siren: {
			p: "binary_sensor",
			uniq_id: of("siren"),
			name: "Siren",
			dev_cla: "sound",
			stat_t: mode,
			val_tpl: onWhen("value_json.siren"),
		},
		trouble: {
			p: "binary_sensor",
			uniq_id: of("trouble"),
			name: "Trouble",
			dev_cla: "problem",
			...diagnostic,
			stat_t: troubles,
			val_tpl: onWhen("value_json.list"),
			json_attr_t: troubles,
		},
		mains: {
			p: "binary_sensor",
			uniq_id: of("mains"),
			name: "Mains",
			dev_cla: "power",
			...diagnostic,
			stat_t: troubles,
			val_tpl: "{{ 'OFF' if 'mains' in value_json.list else 'ON' }}",
		},
		network: {
			p: "binary_sensor",
			uniq_id: of("network"),
			name: "Mobile network",
			dev_cla: "connectivity",
			...diagnostic,
			stat_t: line,
			val_tpl: onWhen("value_json.registered"),
			json_attr_t: line,
		},
		signal: {
			p: "sensor",
			uniq_id: of("signal"),
			name: "Signal",
			dev_cla: "signal_strength",
			unit_of_meas: "dBm",
			stat_cla: "measurement",
			...diagnostic,
			stat_t: line,
			val_tpl: "{{ value_json.dbm }}",
		},
		...(currency === undefined
			? {}
			: {
					credit: {
						p: "sensor",
						uniq_id: of("credit"),
						name: "Credit",
						dev_cla: "monetary",
						unit_of_meas: currency,
						...diagnostic,
						stat_t: credit,
						val_tpl: "{{ value_json.amount }}",
					},
				}),
		...(remote.creditCode === ""
			? {}
			: { check_credit: askCredit(of, topics) }),
		last_sms: {
			p: "sensor",
			uniq_id: of("last_sms"),
			name: "Last SMS",
			dev_cla: "timestamp",
			...diagnostic,
			stat_t: sms,
			val_tpl: "{{ value_json.at }}",
			json_attr_t: sms,
		},
		happened: {
			p: "event",
			uniq_id: of("event"),
			name: "Event",
			stat_t: topics.event,
			evt_typ: happenedTypes,
		},
	};
}

function alarmPanel(
	model: Model,
	uniq_id: string,
	topics: MqttTopics,
	settings: MqttSettings,
): MqttComponent {
	const id = slug(deviceName(settings));
	return {
		p: "alarm_control_panel",
		uniq_id,
		name: null,
		...(id === "" ? {} : { def_ent_id: `alarm_control_panel.${id}` }),
		stat_t: topics.mode,
		val_tpl: "{{ value_json.state }}",
		json_attr_t: topics.mode,
		cmd_t: topics.command.mode,
		cmd_tpl: "{{ {'action': action, 'code': code} | tojson }}",
		msg_exp_int: COMMAND_EXPIRY,
		sup_feat: armingFeatures(model).map(({ feature }) => feature),
		// Digits, which Home Assistant passes on and does not know.
		code: "REMOTE_CODE",
		cod_arm_req: !settings.armWithoutCode,
		cod_dis_req: true,
	};
}

function askCredit(
	of: (name: string) => string,
	topics: MqttTopics,
): MqttComponent {
	return {
		p: "button",
		uniq_id: of("check_credit"),
		name: "Ask for credit",
		ent_cat: "diagnostic",
		cmd_t: topics.command.credit,
		pl_prs: "ASK",
		msg_exp_int: COMMAND_EXPIRY,
	};
}
