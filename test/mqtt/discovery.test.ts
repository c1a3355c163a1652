import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { models } from "../../src/models/models.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { deviceMessage } from "../../src/mqtt/discovery/device-message.ts";
import { armingFeatures } from "../../src/mqtt/discovery/panel-modes.ts";
import { mqttSettings } from "../../src/mqtt/settings.ts";
import { HomeAssistant } from "../support/home-assistant.ts";
import { aZone, panelWithZones } from "../support/panel-with-zones.ts";
import { fresh } from "../support/texting.ts";

const id = "1a2b3c4d";
const house = {
	...panelWithZones([]),
	zones: [
		{ ...aZone(1, "entry"), name: "Front door" },
		{ ...aZone(2, "burglar"), name: "Hall", type: 3 },
		{ ...aZone(3, "fire"), name: "Kitchen smoke", type: 4 },
	],
};

/** What the stand-in for Home Assistant makes of a message. */
function discovered(message: object): HomeAssistant {
	const home = new HomeAssistant(() => {});
	home.hear(
		`homeassistant/device/alarmpanel_${id}/config`,
		JSON.stringify(message),
		true,
	);
	return home;
}

test("the whole message of a panel with one zone", () => {
	const state = { ...house, zones: house.zones.slice(0, 1) };
	const root = `alarmpanel/${id}`;
	expect(deviceMessage(vst2752, state, mqttSettings(id), "0.1.0")).toEqual({
		dev: {
			ids: [`alarmpanel_${id}`],
			name: "House",
			mf: "alarmpanel",
			mdl: "Climax VST-2745 and VST-2752",
			mdl_id: "vst-2752",
			sw: "0.1.0",
			sn: id,
		},
		o: { name: "alarmpanel", sw: "0.1.0" },
		avty_t: `${root}/availability`,
		qos: 1,
		cmps: {
			panel: {
				p: "alarm_control_panel",
				uniq_id: `alarmpanel_${id}_panel`,
				name: null,
				def_ent_id: "alarm_control_panel.house",
				stat_t: `${root}/state/mode`,
				val_tpl: "{{ value_json.state }}",
				json_attr_t: `${root}/state/mode`,
				cmd_t: `${root}/command/mode`,
				cmd_tpl: "{{ {'action': action, 'code': code} | tojson }}",
				msg_exp_int: 10,
				sup_feat: ["arm_away", "arm_home"],
				code: "REMOTE_CODE",
				cod_arm_req: false,
				cod_dis_req: true,
			},
			siren: {
				p: "binary_sensor",
				uniq_id: `alarmpanel_${id}_siren`,
				name: "Siren",
				dev_cla: "sound",
				stat_t: `${root}/state/mode`,
				val_tpl: "{{ 'ON' if value_json.siren else 'OFF' }}",
			},
			trouble: {
				p: "binary_sensor",
				uniq_id: `alarmpanel_${id}_trouble`,
				name: "Trouble",
				dev_cla: "problem",
				ent_cat: "diagnostic",
				stat_t: `${root}/state/troubles`,
				val_tpl: "{{ 'ON' if value_json.list else 'OFF' }}",
				json_attr_t: `${root}/state/troubles`,
			},
			mains: {
				p: "binary_sensor",
				uniq_id: `alarmpanel_${id}_mains`,
				name: "Mains",
				dev_cla: "power",
				ent_cat: "diagnostic",
				stat_t: `${root}/state/troubles`,
				val_tpl: "{{ 'OFF' if 'mains' in value_json.list else 'ON' }}",
			},
			network: {
				p: "binary_sensor",
				uniq_id: `alarmpanel_${id}_network`,
				name: "Mobile network",
				dev_cla: "connectivity",
				ent_cat: "diagnostic",
				stat_t: `${root}/state/line`,
				val_tpl: "{{ 'ON' if value_json.registered else 'OFF' }}",
				json_attr_t: `${root}/state/line`,
			},
			signal: {
				p: "sensor",
				uniq_id: `alarmpanel_${id}_signal`,
				name: "Signal",
				dev_cla: "signal_strength",
				unit_of_meas: "dBm",
				stat_cla: "measurement",
				ent_cat: "diagnostic",
				stat_t: `${root}/state/line`,
				val_tpl: "{{ value_json.dbm }}",
			},
			last_sms: {
				p: "sensor",
				uniq_id: `alarmpanel_${id}_last_sms`,
				name: "Last SMS",
				dev_cla: "timestamp",
				ent_cat: "diagnostic",
				stat_t: `${root}/state/sms`,
				val_tpl: "{{ value_json.at }}",
				json_attr_t: `${root}/state/sms`,
			},
			happened: {
				p: "event",
				uniq_id: `alarmpanel_${id}_event`,
				name: "Event",
				stat_t: `${root}/event`,
				evt_typ: [
					...["alarm", "restore", "arm", "disarm", "trouble", "trouble_end"],
					...["found_open", "wrong_code", "report"],
				],
			},
			zone_1: {
				p: "binary_sensor",
				uniq_id: `alarmpanel_${id}_zone_1`,
				name: "Front door",
				stat_t: `${root}/state/zone/1`,
				def_ent_id: "binary_sensor.front_door",
				dev_cla: "door",
				val_tpl: "{{ 'ON' if value_json.open else 'OFF' }}",
				json_attr_t: `${root}/state/zone/1`,
			},
			zone_1_tamper: {
				p: "binary_sensor",
				uniq_id: `alarmpanel_${id}_zone_1_tamper`,
				name: "Front door tamper",
				dev_cla: "tamper",
				ent_cat: "diagnostic",
				stat_t: `${root}/state/zone/1`,
				val_tpl: "{{ 'ON' if value_json.tamper else 'OFF' }}",
			},
			zone_1_battery: {
				p: "binary_sensor",
				uniq_id: `alarmpanel_${id}_zone_1_battery`,
				name: "Front door battery",
				dev_cla: "battery",
				ent_cat: "diagnostic",
				stat_t: `${root}/state/zone/1`,
				val_tpl: "{{ 'ON' if value_json.battery_low else 'OFF' }}",
				en: false,
			},
			zone_1_supervision: {
				p: "binary_sensor",
				uniq_id: `alarmpanel_${id}_zone_1_supervision`,
				name: "Front door not heard",
				dev_cla: "problem",
				ent_cat: "diagnostic",
				stat_t: `${root}/state/zone/1`,
				val_tpl: "{{ 'ON' if not value_json.supervision else 'OFF' }}",
				en: false,
			},
			send_test_report_1: {
				p: "button",
				uniq_id: `alarmpanel_${id}_send_test_report_1`,
				name: "Send test report 1",
				ent_cat: "diagnostic",
				cmd_t: `${root}/command/report/1/test`,
				pl_prs: "TEST",
				msg_exp_int: 10,
			},
			test_report_1: {
				p: "sensor",
				uniq_id: `alarmpanel_${id}_test_report_1`,
				name: "Test report 1",
				dev_cla: "enum",
				ops: ["delivered", "sent", "failed", "unanswered"],
				ent_cat: "diagnostic",
				stat_t: `${root}/state/report/1/test`,
				val_tpl: "{{ value_json.arrival }}",
				json_attr_t: `${root}/state/report/1/test`,
			},
		},
	});
});

test.each(models.map((model) => [model.name, model] as const))(
	"%s: Home Assistant finds no fault, and the model's own modes",
	(_, model) => {
		const state = {
			...fresh(model),
			zones: house.zones,
			reporting: house.reporting,
			remote: { ...house.remote, creditCode: "*100#" },
		};
		const settings = mqttSettings(id, {
			currency: "EUR",
			allowBypass: true,
			armWithoutCode: false,
		});
		const message = deviceMessage(model, state, settings, "0.1.0");
		const home = discovered(message);
		expect(home.faults).toEqual([]);
		expect(home.entities.size).toBe(Object.keys(message.cmps).length);
		const features = armingFeatures(model).map(({ feature }) => feature);
		const panel = home.entities.get(`alarmpanel_${id}_panel`);
		expect(panel?.options.supported_features).toEqual(features);
		expect(features).toContain("arm_away");
		expect(features).not.toContain("trigger");
	},
);

test("MZ-8 has all four modes, VST-2752 and CR200 two", () => {
	const of = (name: string) => {
		const model = models.find((each) => each.name === name);
		return model && armingFeatures(model).map(({ feature }) => feature);
	};
	expect(of("mz-8")).toEqual([
		...["arm_away", "arm_home", "arm_night", "arm_custom_bypass"],
	]);
	expect(of("vst-2752")).toEqual(["arm_away", "arm_home"]);
	expect(of("cr200")).toEqual(["arm_away", "arm_home"]);
});

test("the stand-in takes the example of the reference, and finds what is wrong in others", () => {
	const text = readFileSync(
		new URL("vectors/ha-example.json", import.meta.url),
		"utf8",
	);
	const example = JSON.parse(text);
	expect(discovered(example).faults).toEqual([]);
	expect(discovered({ ...example, "~": "alarmpanel" }).faults).toHaveLength(1);
	const { panel } = example.cmps;
	const faultsWith = (changed: object) =>
		discovered({ ...example, cmps: { panel: { ...panel, ...changed } } })
			.faults;
	expect(faultsWith({ stat_topic: "a/b" })).toEqual([
		"panel: stat_topic is not known",
	]);
	expect(faultsWith({ obj_id: "house" })).toEqual([
		"panel: obj_id is not known",
	]);
	expect(faultsWith({ name: "House" })).toEqual([
		"panel: the name repeats the device's",
	]);
	expect(faultsWith({ def_ent_id: "switch.house" })).toEqual([
		"panel: default_entity_id is of switch",
	]);
});

test("ids follow neither name nor base nor zone names", () => {
	const ids = (mqtt: Parameters<typeof mqttSettings>[1], zones = house.zones) =>
		Object.values(
			deviceMessage(
				vst2752,
				{ ...house, zones },
				mqttSettings(id, mqtt),
				"0.1.0",
			).cmps,
		).map(({ uniq_id }) => uniq_id);
	const renamed = house.zones.map((zone) => ({ ...zone, name: "X" }));
	expect(ids({ name: "Cottage", base: "home/alarm" }, renamed)).toEqual(
		ids({}),
	);
});

test("no entity says how a panic button stands", () => {
	const zones = [
		{ ...aZone(1, "silent-panic"), name: "Under the desk" },
		{ ...aZone(2, "personal-attack"), name: "Bed" },
	];
	const { cmps } = deviceMessage(
		vst2752,
		{ ...house, zones },
		mqttSettings(id),
		"0.1.0",
	);
	expect(Object.keys(cmps).filter((name) => /^zone_\d$/.test(name))).toEqual(
		[],
	);
});
