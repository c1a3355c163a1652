import { expect, test } from "vitest";
import { describeMqttNews } from "../../src/mqtt/mqtt-news.ts";
import { entity, ID, mqttHouse, ROOT } from "../support/mqtt-house.ts";
import { panelWithZones } from "../support/panel-with-zones.ts";

const house = panelWithZones(["entry", "burglar"], {}, { exitAway: 30 });
const done = { ok: true, why: null, until: null, faults: [] };

test("arming needs no PIN, disarming needs one", async () => {
	const at = await mqttHouse({ state: house });
	const panel = entity("panel");
	expect(at.home.press(panel, "ARM_AWAY")).toBe(true);
	await at.pass(31);
	expect(at.home.state(panel)).toBe("armed_away");
	// Without a PIN Home Assistant sends nothing.
	expect(at.home.press(panel, "DISARM")).toBe(false);
	// A script that sends it all the same is refused, and that is no wrong code.
	await at.asks({ action: "DISARM", code: null });
	await at.asks({ action: "DISARM" });
	expect(at.all("answer").at(-1)).toEqual({
		command: "mode",
		ok: false,
		why: "a code is needed",
		until: null,
		faults: [],
	});
	expect(at.panel.state.runtime.guard.mqtt).toBeNull();
	expect(at.home.press(panel, "DISARM", "1234")).toBe(true);
	await at.pass(1);
	expect(at.home.state(panel)).toBe("disarmed");
	expect(at.all("answer").at(-1)).toEqual({ command: "mode", ...done });
	expect(at.told("state/mode").by).toBe("mqtt user 1");
});

test("wrong PINs shut this way for a while, also after a restart, and never the keypad", async () => {
	const at = await mqttHouse({ state: house });
	await at.happens("keypad 1234 away");
	for (const code of ["1111", "7982", "2222"])
		await at.asks({ action: "DISARM", code });
	expect(at.all("answer").map(({ why }) => why)).toEqual([
		...["wrong code", "wrong code", "wrong code"],
	]);
	expect(at.all("answer").at(-1).until).toBe("2026-11-20T12:01:30Z");
	await at.restart("in order");
	await at.asks({ action: "DISARM", code: "1234" });
	expect(at.all("answer").at(-1)).toEqual({
		command: "mode",
		ok: false,
		why: "too many wrong codes",
		until: "2026-11-20T12:01:30Z",
		faults: [],
	});
	await at.happens("keypad 1234 disarm");
	expect(at.home.state(entity("panel"))).toBe("disarmed");
	await at.happens("keypad 1234 away");
	await at.pass(90);
	await at.asks({ action: "DISARM", code: "1234" });
	expect(at.home.state(entity("panel"))).toBe("disarmed");
	expect(at.panel.state.runtime.guard.mqtt).toBeNull();
});

test("a refused ARM names its faults however often it comes; force is a word of its own, with a PIN", async () => {
	const at = await mqttHouse({ state: house });
	await at.happens("zone 2 open");
	const faults = [{ zone: 2, what: "open" }];
	const refused = { command: "mode", ok: false, why: "faults", until: null };
	for (let time = 0; time < 4; time++)
		await at.asks({ action: "ARM_AWAY", code: time % 2 ? "1234" : null });
	expect(at.all("answer")).toEqual(Array(4).fill({ ...refused, faults }));
	await at.asks({ action: "FORCE_ARM_AWAY" });
	expect(at.all("answer").at(-1).why).toBe("a code is needed");
	await at.asks({ action: "FORCE_ARM_AWAY", code: "9999" });
	expect(at.all("answer").at(-1).why).toBe("wrong code");
	expect(at.home.state(entity("panel"))).toBe("disarmed");
	await at.asks({ action: "FORCE_ARM_AWAY", code: "1234" });
	expect(at.all("answer").at(-1)).toEqual({ command: "mode", ...done });
	expect(at.told("state/zone/2").bypassed).toBe(true);
});

test("a setting makes arming take a PIN", async () => {
	const at = await mqttHouse({ state: house, mqtt: { armWithoutCode: false } });
	expect(at.home.press(entity("panel"), "ARM_AWAY")).toBe(false);
	await at.asks({ action: "ARM_AWAY" });
	expect(at.all("answer").at(-1).why).toBe("a code is needed");
	expect(at.home.press(entity("panel"), "ARM_AWAY", "1234")).toBe(true);
	await at.pass(1);
	expect(at.home.state(entity("panel"))).toBe("arming");
});

test("a retained command is never carried out, neither before nor while the panel is there", async () => {
	const at = await mqttHouse({ state: house });
	await at.asks({ action: "ARM_AWAY" }, true);
	expect(at.home.state(entity("panel"))).toBe("disarmed");
	// It lies at the broker now: a restart and a reconnect find it.
	await at.restart("in order");
	at.broker.stop();
	at.broker.start();
	await at.pass(1);
	expect(at.home.state(entity("panel"))).toBe("disarmed");
	expect(at.all("answer")).toEqual([]);
	expect(at.news.filter(({ type }) => type === "ignored")).toEqual([
		{
			type: "ignored",
			topic: `${ROOT}/command/mode`,
			reason: `a retained command is never carried out; clear it: mosquitto_pub -r -n -t ${ROOT}/command/mode`,
		},
	]);
	// That it is cleared is no command either.
	await at.says(`${ROOT}/command/mode`, "", true);
	expect(at.all("state/mode").every(({ state }) => state === "disarmed")).toBe(
		true,
	);
});

test("a command that the broker sends again is carried out once", async () => {
	const at = await mqttHouse({ state: house });
	const disarm = { action: "DISARM", code: "1234" };
	await at.asks(disarm);
	await at.asks({ action: "ARM_AWAY" });
	const topic = `${ROOT}/command/mode`;
	at.broker.sayAgain(`alarmpanel-${ID}`, topic, JSON.stringify(disarm));
	await at.pass(1);
	expect(at.home.state(entity("panel"))).toBe("arming");
	expect(at.news.map(describeMqttNews)).toEqual([
		`MQTT: a message on ${topic} is ignored: the broker sends it again, and it was heard before`,
	]);
});

test("what stands in a topic is told in one line, and as one word of the command that clears it", async () => {
	const at = await mqttHouse({ state: house });
	await at.says(`${ROOT}/command/$(id)\n'x`, "ARM", true);
	expect(at.news.map(describeMqttNews).slice(-1)).toEqual([
		`MQTT: a message on ${ROOT}/command/$(id)␊'x is ignored: a retained command is never carried out; clear it: mosquitto_pub -r -n -t '${ROOT}/command/$(id)␊'\\''x'`,
	]);
});

const longest = JSON.stringify({ action: "ARM_AWAY", code: "1".repeat(1024) });

test.each([
	["ARM_AWAY", "it is no JSON"],
	["[]", "an object with action and code, both texts, and no more"],
	['{"action":"ARM_AWAY","code":1234}', "an object with"],
	['{"action":"ARM_AWAY","force":true}', "an object with"],
	['{"action":"TRIGGER"}', "the panel knows no such action"],
	['{"action":"ARM_VACATION"}', "the panel knows no such action"],
	['{"action":"ARM_NIGHT"}', "the panel knows no such action"],
	['{"action":"FORCE_DISARM","code":"1234"}', "the panel knows no such action"],
	['{"action":"DISARM","code":"12 34"}', "the code has blanks or is too long"],
	[longest, "it is longer than 1 kB"],
])("%.50s is no command", async (payload, why) => {
	const at = await mqttHouse({ state: house });
	await at.says(`${ROOT}/command/mode`, payload);
	await at.says(`${ROOT}/command/mode`, payload);
	// It is said once.
	expect(at.news.slice(1).map(describeMqttNews)).toEqual([]);
	expect(at.news).toHaveLength(1);
	expect(at.news.map(describeMqttNews).join()).toContain(why);
	expect(at.all("answer")).toEqual([]);
	expect(at.told("state/mode").state).toBe("disarmed");
});

test.each(["/command/zone/1/bypas", "/command/zone/0/bypass", "/command/x"])(
	"nothing is heard on %s",
	async (topic) => {
		const at = await mqttHouse({ state: house, mqtt: { allowBypass: true } });
		await at.says(`${ROOT}${topic}`, "ON");
		expect(at.news.map(describeMqttNews)).toEqual([
			`MQTT: a message on ${ROOT}${topic} is ignored: nothing is heard on this topic`,
		]);
	},
);

test("the doctor's self-test is neither carried out nor told of", async () => {
	const at = await mqttHouse({ state: house });
	await at.says(`${ROOT}/command/self-test`, "nonce");
	expect(at.news).toEqual([]);
	expect(at.all("answer")).toEqual([]);
});

test("bypass takes a setting, and only while disarmed", async () => {
	const off = await mqttHouse({ state: house });
	await off.says(`${ROOT}/command/zone/2/bypass`, "ON");
	expect(off.all("answer").at(-1)).toEqual({
		command: "bypass",
		ok: false,
		why: "bypass over MQTT is not allowed",
		until: null,
		faults: [],
	});
	expect(off.home.entities.has(entity("zone_2_bypass"))).toBe(false);
});

test("bypass leaves a zone out and takes it back", async () => {
	const at = await mqttHouse({ state: house, mqtt: { allowBypass: true } });
	at.home.send(entity("zone_2_bypass"), "ON");
	await at.pass(1);
	expect(at.home.states().zone_2_bypass).toBe("on");
	await at.happens("keypad 1234 away");
	at.home.send(entity("zone_2_bypass"), "OFF");
	await at.pass(1);
	expect(at.all("answer").at(-1).why).toBe("only while the panel is disarmed");
	expect(at.home.states().zone_2_bypass).toBe("on");
});

test("a flood of commands does not pile up", async () => {
	const at = await mqttHouse({ state: house });
	for (let time = 0; time < 200; time++)
		at.broker.publish(`${ROOT}/command/mode`, '{"action":"ARM_AWAY"}');
	await at.pass(1);
	expect(at.all("answer")).toHaveLength(20);
	expect(at.news).toEqual([
		{
			type: "ignored",
			topic: `${ROOT}/command/mode`,
			reason: "too many commands at a time",
		},
	]);
});

test("what cannot be written down is not said to be done", async () => {
	const troubles: unknown[] = [];
	const at = await mqttHouse({
		state: house,
		onTrouble: (error) => troubles.push(error),
	});
	at.failToSave(true);
	await at.asks({ action: "ARM_AWAY" });
	expect(at.all("answer")).toEqual([
		{
			command: "mode",
			ok: false,
			why: "it could not be written down",
			until: null,
			faults: [],
		},
	]);
	expect(at.told("state/mode").state).toBe("disarmed");
	expect(troubles).toHaveLength(1);
	at.failToSave(false);
});

test("what came of commands is counted, and whether there is a connection", async () => {
	const at = await mqttHouse({ state: house });
	await at.asks({ action: "ARM_AWAY" });
	await at.asks({ action: "DISARM", code: "0000" });
	await at.asks({ action: "DISARM" });
	await at.asks({ action: "BREW" });
	await at.asks({ action: "DISARM", code: "1234" }, true);
	const commands = { done: 1, refused: 2, ignored: 2 };
	expect(at.door.account).toEqual({
		isConnected: true,
		reason: null,
		commands,
	});
	at.broker.stop();
	expect(at.door.account).toEqual({
		isConnected: false,
		reason: "stopped",
		commands,
	});
});
