import { describe, expect, test } from "vitest";
import type { MqttOnFile } from "../../src/derive/mqtt-settings-schema.ts";
import { signReadings } from "../../src/mqtt/inputs/sign-reading.ts";
import { mqttSettings } from "../../src/mqtt/settings.ts";
import { entity, mqttHouse } from "../support/mqtt-house.ts";
import { panelWithZones } from "../support/panel-with-zones.ts";

const house = panelWithZones(
	["entry", "burglar", "set-unset", "fire"],
	{},
	{ exitAway: 10, entry1: 20 },
);

/** As docs/home-assistant.md has them. */
const inputs: MqttOnFile["inputs"] = mqttSettings("00000000", {
	inputs: [
		{
			zone: 1,
			topic: "zigbee2mqtt/front_door",
			open: { path: "contact", yes: [false], no: [true] },
			tamper: { path: "tamper" },
			lowBattery: { path: "battery_low" },
			availability: {
				topic: "zigbee2mqtt/front_door/availability",
				path: "state",
			},
			silence: 90_000,
		},
		{
			zone: 2,
			topic: "esphome/hall/binary_sensor/motion/state",
			open: {},
			availability: { topic: "esphome/hall/status" },
		},
		{
			zone: 3,
			topic: "homeassistant/binary_sensor/key_switch/state",
			open: {},
		},
	],
}).inputs;

const [z2m, esphome, stream] = inputs.map(({ topic }) => topic) as [
	string,
	string,
	string,
];

describe("what a message says", () => {
	test.each([
		[
			1,
			z2m,
			'{"contact":false,"battery_low":false}',
			"open yes, lowBattery no",
		],
		[1, z2m, '{"contact":true,"tamper":true}', "open no, tamper yes"],
		[1, z2m, '{"contact":null}', "open unknown"],
		[1, z2m, '{"linkquality":90}', ""],
		[1, z2m, "not JSON", ""],
		[1, z2m, "", "open unknown, tamper unknown, lowBattery unknown"],
		[1, `${z2m}/availability`, '{"state":"offline"}', "availability no"],
		[1, `${z2m}/availability`, '{"state":"online"}', "availability yes"],
		[2, esphome, "ON", "open yes"],
		[2, esphome, "OFF", "open no"],
		[2, esphome, "maybe", ""],
		[2, "esphome/hall/status", "offline", "availability no"],
		[3, stream, "on", "open yes"],
		[3, stream, "off", "open no"],
		[3, stream, "unavailable", "open unknown"],
		[3, stream, "unknown", "open unknown"],
	])("zone %i, %s: %s", (zone, topic, payload, said) => {
		const input = inputs.find((each) => each.zone === zone);
		const readings = input ? signReadings(input, topic, payload) : [];
		expect(readings.map(({ sign, says }) => `${sign} ${says}`).join(", ")).toBe(
			said,
		);
	});
});

const opened = '{"contact":false}';
const closed = '{"contact":true}';

async function armed() {
	const at = await mqttHouse({ state: house, mqtt: { inputs } });
	await at.says(z2m, closed, true);
	await at.says(esphome, "OFF", true);
	await at.happens("keypad 1234 away");
	await at.pass(10);
	return at;
}

test("a door opens, closes, is tampered with and has a low battery", async () => {
	const at = await mqttHouse({ state: house, mqtt: { inputs } });
	await at.says(z2m, closed);
	await at.says(z2m, opened);
	expect(at.home.states().zone_1).toBe("on");
	await at.says(z2m, '{"contact":true,"tamper":true,"battery_low":true}');
	expect(at.home.states()).toMatchObject({
		zone_1: "off",
		zone_1_tamper: "on",
		zone_1_battery: "on",
	});
	await at.says(z2m, '{"contact":true,"tamper":false,"battery_low":false}');
	expect(at.home.states()).toMatchObject({
		zone_1_tamper: "off",
		zone_1_battery: "off",
		trouble: "off",
	});
});

test("an opening while armed is one", async () => {
	const at = await armed();
	await at.says(z2m, opened);
	expect(at.home.state(entity("panel"))).toBe("pending");
	await at.says(esphome, "ON");
	expect(at.home.state(entity("panel"))).toBe("pending");
	await at.pass(20);
	expect(at.home.state(entity("panel"))).toBe("triggered");
});

test("the first value after a connect is a state and no trip", async () => {
	const at = await armed();
	at.broker.stop();
	at.broker.retained.set(esphome, "ON");
	at.broker.start();
	await at.pass(1);
	expect(at.home.state(entity("panel"))).toBe("armed_away");
	expect(at.home.states().zone_2).toBe("on");
	// The owner is told of it all the same.
	expect(at.home.events.at(-1)).toMatchObject({
		event_type: "found_open",
		zone: 2,
	});
	await at.says(esphome, "OFF");
	await at.says(esphome, "ON");
	expect(at.home.state(entity("panel"))).toBe("triggered");
});

test("a key switch that is heard for the first time arms nothing", async () => {
	const at = await mqttHouse({
		state: { ...house, runtime: { ...house.runtime, open: [3] } },
		mqtt: { inputs },
	});
	await at.says(stream, "off");
	expect(at.home.state(entity("panel"))).toBe("disarmed");
	await at.says(stream, "on");
	await at.says(stream, "off");
	expect(at.home.state(entity("panel"))).toBe("arming");
});

test("unavailable is lost and never closed; back open where it was open is no trip", async () => {
	const at = await mqttHouse({ state: house, mqtt: { inputs } });
	await at.says(esphome, "ON");
	await at.happens("keypad 1234 away", "keypad 1234 away");
	await at.pass(10);
	for (const lost of ["unavailable", "unknown", ""]) {
		await at.says(esphome, lost);
		expect(at.home.states()).toMatchObject({
			zone_2: "on",
			zone_2_supervision: "on",
		});
		await at.says(esphome, "ON");
		expect(at.home.states().zone_2_supervision).toBe("off");
		expect(at.home.state(entity("panel"))).toBe("armed_away");
	}
});

test("open where it was closed when it was lost is an opening", async () => {
	const at = await armed();
	await at.says(esphome, "unavailable");
	await at.says(esphome, "ON");
	expect(at.home.state(entity("panel"))).toBe("triggered");
});

test("a device that cannot be reached is lost until it can, or says how it stands", async () => {
	const at = await armed();
	await at.says("esphome/hall/status", "offline");
	expect(at.home.states().zone_2_supervision).toBe("on");
	expect(at.told("state/troubles").list).toEqual(["zone 2 supervision"]);
	await at.says("esphome/hall/status", "online");
	expect(at.home.states().zone_2_supervision).toBe("off");
	expect(at.home.state(entity("panel"))).toBe("armed_away");
});

test("silence beyond the limit is lost, and a message ends it", async () => {
	const at = await mqttHouse({ state: house, mqtt: { inputs } });
	await at.says(z2m, closed);
	await at.clock.advanceTo(at.clock.now() + 89_999_000);
	await at.pass(0.5);
	expect(at.home.states().zone_1_supervision).toBe("off");
	await at.pass(1);
	expect(at.home.states()).toMatchObject({
		zone_1: "off",
		zone_1_supervision: "on",
		zone_2_supervision: "off",
	});
	await at.says(z2m, '{"contact":true,"battery_low":true}');
	expect(at.home.states().zone_1_supervision).toBe("off");
});

test("a broker that is gone for a minute loses all devices, one that restarts none", async () => {
	const at = await armed();
	const lost = () =>
		at.panel.state.runtime.troubles.map(({ name, zone }) => `${name} ${zone}`);
	at.broker.stop();
	await at.pass(59);
	expect(lost()).toEqual([]);
	at.broker.start();
	await at.pass(300);
	expect(lost()).toEqual([]);
	at.broker.stop();
	await at.pass(60);
	expect(lost()).toEqual(["supervision 1", "supervision 2", "supervision 3"]);
	at.broker.start();
	await at.pass(1);
	// Those whose state lies at the broker are heard at once.
	expect(lost()).toEqual(["supervision 3"]);
	expect(at.home.state(entity("panel"))).toBe("armed_away");
});

test("a restart of the panel takes over how devices stand", async () => {
	const at = await armed();
	await at.says(z2m, opened, true);
	await at.happens("keypad 1234 disarm");
	await at.restart("killed");
	await at.pass(1);
	expect(at.home.states().zone_1).toBe("on");
	expect(at.panel.state.runtime.alarms).toEqual([]);
	await at.restart("in order");
	await at.says(z2m, closed, true);
	expect(at.home.states().zone_1).toBe("off");
});

test("a device that pours is heard in part, and in the end stands as it said last", async () => {
	const at = await mqttHouse({ state: house, mqtt: { inputs } });
	await at.says(esphome, "OFF");
	const before = at.all("state/zone/2").length;
	for (let times = 0; times < 5000; times += 1)
		at.broker.publish(esphome, times % 2 === 0 ? "ON" : "OFF");
	at.broker.publish(esphome, "ON");
	// Others are heard meanwhile.
	at.broker.publish(stream, "on");
	await at.pass(1);
	const told = at.all("state/zone/2").slice(before);
	expect(told).toHaveLength(99);
	expect(told.at(-1)).toMatchObject({ open: true });
	expect(at.home.states()).toMatchObject({ zone_2: "on", zone_3: "on" });
});

test("a message that is longer than any device's is not looked at", async () => {
	const at = await mqttHouse({ state: house, mqtt: { inputs } });
	await at.says(esphome, "OFF");
	await at.says(esphome, `${" ".repeat(65_535)}ON`);
	expect(at.home.states().zone_2).toBe("off");
	await at.says(esphome, `${" ".repeat(65_534)}ON`);
	expect(at.home.states().zone_2).toBe("on");
});

test("a zone without a device hears nothing", async () => {
	const { zones: _, ...rest } = house;
	const at = await mqttHouse({
		state: { ...rest, zones: [] },
		mqtt: { inputs },
	});
	await at.says(esphome, "ON");
	await at.says(esphome, "unavailable");
	expect(at.panel.state.runtime.log).toEqual([]);
});

test("zigbee2mqtt, ESPHome and the state stream through an evening with a broker restart", async () => {
	const at = await mqttHouse({ state: house, mqtt: { inputs } });
	const panel = () => at.home.state(entity("panel"));
	await at.says(z2m, closed, true);
	await at.says(esphome, "ON", true);
	await at.says(stream, "off", true);
	await at.says(esphome, "OFF", true);
	at.home.press(entity("panel"), "ARM_AWAY");
	await at.pass(11);
	expect(panel()).toBe("armed_away");
	at.broker.stop();
	await at.pass(5);
	at.broker.start();
	await at.pass(600);
	expect(panel()).toBe("armed_away");
	expect(at.panel.state.runtime.memory).toEqual([]);
	await at.says(z2m, opened, true);
	expect(panel()).toBe("pending");
	await at.says(esphome, "ON", true);
	await at.pass(20);
	expect(panel()).toBe("triggered");
	expect(at.home.states().siren).toBe("on");
	at.home.press(entity("panel"), "DISARM", "1234");
	await at.pass(1);
	expect(panel()).toBe("disarmed");
	expect(at.home.states().siren).toBe("off");
	expect(
		at.panel.state.runtime.memory.map(({ kind, zone }) => [kind, zone]),
	).toEqual([["perimeter", 1]]);
	expect(at.home.faults).toEqual([]);
});
