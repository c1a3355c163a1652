/** What Home Assistant's MQTT integration knows, as far as the panel uses it. */

export type Json =
	| string
	| number
	| boolean
	| null
	| readonly Json[]
	| { readonly [key: string]: Json };

/** const.py and abbreviations.py; those of `device` and `origin` with `dev.` before them. */
export const abbreviations: Readonly<Record<string, string>> = {
	"dev.hw": "hw_version",
	"dev.ids": "identifiers",
	"dev.mdl": "model",
	"dev.mdl_id": "model_id",
	"dev.mf": "manufacturer",
	"dev.sn": "serial_number",
	"dev.sw": "sw_version",
	avty_t: "availability_topic",
	cmd_t: "command_topic",
	cmd_tpl: "command_template",
	cmps: "components",
	cod_arm_req: "code_arm_required",
	cod_dis_req: "code_disarm_required",
	def_ent_id: "default_entity_id",
	dev: "device",
	dev_cla: "device_class",
	en: "enabled_by_default",
	ent_cat: "entity_category",
	evt_typ: "event_types",
	ic: "icon",
	json_attr_t: "json_attributes_topic",
	msg_exp_int: "message_expiry_interval",
	o: "origin",
	ops: "options",
	p: "platform",
	pl_prs: "payload_press",
	stat_cla: "state_class",
	stat_t: "state_topic",
	sup_feat: "supported_features",
	uniq_id: "unique_id",
	unit_of_meas: "unit_of_measurement",
	val_tpl: "value_template",
};

export const rootKeys: ReadonlySet<string> = new Set([
	"availability_topic",
	"command_topic",
	"components",
	"device",
	"encoding",
	"message_expiry_interval",
	"origin",
	"payload_available",
	"payload_not_available",
	"qos",
	"state_topic",
]);

const common = [
	"availability_topic",
	"default_entity_id",
	"enabled_by_default",
	"entity_category",
	"icon",
	"json_attributes_topic",
	"message_expiry_interval",
	"name",
	"qos",
];

export const platforms: Readonly<
	Record<
		string,
		{
			readonly required: readonly string[];
			readonly known: ReadonlySet<string>;
		}
	>
> = {
	alarm_control_panel: platform(
		["state_topic", "command_topic"],
		[
			"code",
			"code_arm_required",
			"code_disarm_required",
			"command_template",
			"supported_features",
			"value_template",
		],
	),
	binary_sensor: platform(["state_topic"], ["device_class", "value_template"]),
	button: platform(["command_topic"], ["payload_press", "device_class"]),
	event: platform(["state_topic", "event_types"], ["device_class"]),
	sensor: platform(
		["state_topic"],
		[
			"device_class",
			"options",
			"state_class",
			"unit_of_measurement",
			"value_template",
		],
	),
	switch: platform(["command_topic"], ["state_topic", "value_template"]),
};

function platform(required: readonly string[], others: readonly string[]) {
	return { required, known: new Set([...common, ...required, ...others]) };
}

export const alarmStates: ReadonlySet<string> = new Set([
	"armed_away",
	"armed_custom_bypass",
	"armed_home",
	"armed_night",
	"armed_vacation",
	"arming",
	"disarmed",
	"disarming",
	"pending",
	"triggered",
]);

export const binaryClasses: ReadonlySet<string> = new Set([
	...["battery", "battery_charging", "carbon_monoxide", "cold"],
	...["connectivity", "door", "garage_door", "gas", "heat", "light", "lock"],
	...["moisture", "motion", "moving", "occupancy", "opening", "plug", "power"],
	...["presence", "problem", "running", "safety", "smoke", "sound", "tamper"],
	...["update", "vibration", "window"],
]);

export const sensorClasses: ReadonlySet<string> = new Set([
	"enum",
	"monetary",
	"signal_strength",
	"timestamp",
]);
