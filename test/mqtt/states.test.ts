import { expect, test } from "vitest";
import { entity, mqttHouse, ROOT } from "../support/mqtt-house.ts";
import { panelWithZones } from "../support/panel-with-zones.ts";

const house = panelWithZones(
	["entry", "burglar", "fire", "silent-panic", "personal-attack"],
	{},
	{ exitAway: 30, entry1: 20 },
);
const unopened = {
	type: "open-failed",
	reason: "it is not there",
	again: 1000,
} as const;
const armed = { ...house, model: "mz-8" };

test.each([
	["disarmed", [], { mode: "disarm", until: null, zone: null }],
	[
		"arming",
		["keypad 1234 away"],
		{ mode: "away", into: "away", until: "2026-11-20T12:00:30Z" },
	],
	[
		"armed_away",
		["keypad 1234 away", 30],
		{ mode: "away", into: null, by: "keypad user 1" },
	],
	["armed_home", ["keypad 1234 home", 30], { mode: "home-1" }],
	["armed_night", ["keypad 1234 home 2", 30], { mode: "home-2" }],
	["armed_custom_bypass", ["keypad 1234 home 3", 30], { mode: "home-3" }],
	[
		"pending",
		["keypad 1234 away", 30, "zone 1 open"],
		{ until: "2026-11-20T12:00:50Z", zone: 1, by: "zone 1" },
	],
	[
		"triggered",
		["keypad 1234 away", 30, "zone 2 open"],
		{ alarm: "burglar", zone: 2, siren: true },
	],
	["triggered", ["zone 3 open"], { alarm: "fire", zone: 3, mode: "disarm" }],
	["triggered", ["zone 5 trip"], { alarm: "panic", zone: 5 }],
	["disarmed", ["zone 4 open"], { alarm: null, siren: false, faults: [] }],
	["disarmed", ["zone 2 open"], { ready: false, faults: [2] }],
] as const)("%s after %j", async (word, steps, said) => {
	const at = await mqttHouse({ state: armed });
	for (const step of steps)
		if (typeof step === "number") await at.pass(step);
		else await at.happens(step);
	expect(at.home.state(entity("panel"))).toBe(word);
	expect(at.told("state/mode")).toMatchObject(said);
	expect(at.home.faults).toEqual([]);
});

test("zones, troubles and siren are entities that follow the panel", async () => {
	const at = await mqttHouse({ state: armed });
	await at.happens(
		...["zone 2 open", "zone 1 tamper", "zone 3 battery low", "zone 2 lost"],
		...["mains fail", "zone 3 open"],
	);
	expect(at.home.states()).toMatchObject({
		zone_1: "off",
		zone_2: "on",
		zone_3: "on",
		zone_1_tamper: "on",
		zone_3_battery: "on",
		zone_2_supervision: "on",
		mains: "off",
		trouble: "on",
		siren: "on",
		last_sms: "unknown",
		signal: "unknown",
	});
	expect(at.told("state/troubles")).toEqual({
		list: [
			...["zone 1 tamper", "zone 3 low-battery", "zone 2 supervision", "mains"],
		],
		since: "2026-11-20T12:00:00Z",
	});
	await at.happens("mains restore", "zone 2 close");
	expect(at.home.states()).toMatchObject({ mains: "on", zone_2: "off" });
	expect(at.told("state/zone/4")).toEqual({
		open: null,
		tamper: false,
		battery_low: false,
		supervision: true,
		bypassed: false,
		since: null,
	});
});

test("the last text is told without what it says and with its number masked", async () => {
	const at = await mqttHouse();
	await at.panel.text({
		from: "+33612345678",
		text: "PROG 7982 USRS:2,4711,X",
	});
	expect(at.told("state/sms")).toEqual({
		at: "2026-11-20T12:00:00Z",
		from: "+33…78",
		outcome: "done",
	});
	await at.panel.text({ from: "+33612345678", text: "PROG 1111 USRS:2,4711" });
	expect(at.told("state/sms").outcome).toBe("silence");
	expect(JSON.stringify(at.broker.published)).not.toMatch(/4711|7982|612345/);
});

test("the network is told as the modem tells it, and a modem that is gone", async () => {
	const at = await mqttHouse();
	at.panel.modem.note({ type: "started", name: "m" });
	at.panel.modem.note({
		type: "coverage",
		state: "found",
		registration: "home",
		advice: null,
	});
	at.panel.modem.note({ type: "operator", name: "Orange" });
	at.panel.modem.note({ type: "signal", dbm: -79 });
	expect(at.told("state/line")).toEqual({
		modem: true,
		registered: true,
		operator: "Orange",
		dbm: -79,
	});
	at.panel.modem.note({ type: "lost", name: "m", reason: "gone" });
	expect(at.told("state/line")).toEqual({
		modem: false,
		registered: false,
		operator: null,
		dbm: null,
	});
	expect(at.home.states()).toMatchObject({ network: "off", signal: "unknown" });
});

test("a modem that is gone for ten minutes is told as a trouble, until it is back", async () => {
	const at = await mqttHouse();
	at.panel.modem.note(unopened);
	await at.pass(300);
	at.panel.modem.note(unopened);
	await at.pass(299);
	expect(at.home.states().trouble).toBe("off");
	await at.pass(1);
	expect(at.home.states().trouble).toBe("on");
	expect(at.told("state/troubles").list).toEqual(["modem"]);
	at.panel.modem.note({ type: "started", name: "m" });
	expect(at.home.states().trouble).toBe("off");
	expect(
		at.home.events.map(({ event_type, what }) => [event_type, what]),
	).toEqual([
		["trouble", "modem"],
		["trouble_end", "modem"],
	]);
	at.panel.modem.note({ type: "lost", name: "m", reason: "gone" });
	await at.pass(599);
	at.panel.modem.note({ type: "started", name: "m" });
	await at.pass(60);
	expect(at.home.states().trouble).toBe("off");
});

test("credit is asked for by a button and told as an amount", async () => {
	const state = { ...house, remote: { ...house.remote, creditCode: "*100#" } };
	const at = await mqttHouse({ state, mqtt: { currency: "EUR" } });
	at.home.send(entity("check_credit"), "ASK");
	await at.pass(1);
	expect(at.panel.state.runtime.creditFor).toEqual([""]);
	const text = "Credit: 12,50 EUR until 01.03.2027";
	await at.panel.happens({
		type: "credit-known",
		to: "",
		text,
		by: { via: "clock" },
	});
	expect(at.told("state/credit")).toEqual({
		amount: 12.5,
		currency: "EUR",
		at: "2026-11-20T12:00:01Z",
	});
	expect(at.panel.state.runtime.outgoing).toEqual([]);
	expect(at.home.states().credit).toBe("12.5");
});

test("what happens is told once, as an event that is not retained", async () => {
	const at = await mqttHouse();
	await at.happens("keypad 1111 away", "keypad 1234 away");
	await at.pass(30);
	await at.happens("zone 2 open", "zone 2 close", "keypad 1234 disarm");
	await at.happens("mains fail", "mains restore");
	expect(
		at.home.events.map(({ event_type, what, zone, by }) => [
			...[event_type, what, zone, by],
		]),
	).toEqual([
		["wrong_code", null, null, "keypad"],
		["arm", "away", null, "clock"],
		["alarm", "burglar", 2, "site"],
		["restore", "burglar", 2, null],
		["disarm", null, null, "keypad user 1"],
		["trouble", "mains", null, "site"],
		["trouble_end", "mains", null, "site"],
	]);
	expect(at.home.events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
	expect(at.broker.retained.has(`${ROOT}/event`)).toBe(false);
});

test("outputs tie siren and mode to topics", async () => {
	const at = await mqttHouse({
		mqtt: {
			outputs: {
				siren: { topic: "plug/set", on: "ON", off: "OFF", retain: false },
				mode: {
					topic: "led/mode",
					values: { armed_away: "red" },
					retain: true,
				},
			},
		},
	});
	await at.happens("keypad 1234 away");
	await at.pass(30);
	await at.happens("zone 2 open", "keypad 1234 disarm");
	const of = (topic: string) =>
		at.broker.published
			.filter((each) => each.topic === topic)
			.map(({ payload }) => payload);
	expect(of("plug/set")).toEqual(["OFF", "ON", "OFF"]);
	expect(of("led/mode")).toEqual([
		...["disarmed", "arming", "red", "triggered", "disarmed"],
	]);
	expect(at.broker.retained.get("led/mode")).toBe("disarmed");
});

test("a state is told when it changes, and only that", async () => {
	const at = await mqttHouse();
	const before = at.broker.published.length;
	await at.happens("zone 2 open");
	expect(
		at.broker.published
			.slice(before)
			.map(({ topic, retain }) => [topic, retain]),
	).toEqual([
		[`${ROOT}/state/mode`, true],
		[`${ROOT}/state/zone/2`, true],
	]);
	await at.happens("zone 2 open");
	expect(at.broker.published.length).toBe(before + 2);
});
