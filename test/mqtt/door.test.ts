import { expect, test } from "vitest";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { MemoryBroker } from "../support/memory-broker.ts";
import { entity, ID, mqttHouse, ROOT } from "../support/mqtt-house.ts";
import { panelWithZones } from "../support/panel-with-zones.ts";

const house = panelWithZones(["entry", "burglar"]);
const discovery = `homeassistant/device/alarmpanel_${ID}/config`;

test("what there is comes first, then how it is, and only then that it is there", async () => {
	const at = await mqttHouse({ state: house });
	expect(
		at.broker.published.map(({ topic, retain }) => [topic, retain]),
	).toEqual(
		[
			...[discovery, `${ROOT}/state/mode`, `${ROOT}/state/zone/1`],
			...[`${ROOT}/state/zone/2`, `${ROOT}/state/report/1/test`],
			`${ROOT}/state/troubles`,
			...[`${ROOT}/state/line`, `${ROOT}/state/sms`, `${ROOT}/availability`],
		].map((topic) => [topic, true]),
	);
	expect(at.broker.retained.get(`${ROOT}/availability`)).toBe("online");
});

test("a Home Assistant that starts anew finds all without help", async () => {
	const at = await mqttHouse({ state: house });
	await at.happens("zone 2 open");
	const before = at.broker.published.length;
	at.listen();
	expect(at.home.states()).toMatchObject({
		panel: "disarmed",
		zone_1: "off",
		zone_2: "on",
		siren: "off",
	});
	expect(at.broker.published.length).toBe(before);
});

test("its birth brings everything again, once, after 5 to 10 seconds", async () => {
	const at = await mqttHouse({ state: house });
	const whole = at.broker.published.length;
	await at.says("homeassistant/status", "online");
	await at.says("homeassistant/status", "offline");
	await at.says("homeassistant/status", "online");
	await at.pass(5);
	expect(at.broker.published.length).toBe(whole + 3);
	await at.pass(5);
	expect(at.broker.published.length).toBe(2 * whole + 3);
	await at.pass(60);
	expect(at.broker.published.length).toBe(2 * whole + 3);
});

test("a restart of the panel in order is told, and keeps all entities", async () => {
	const at = await mqttHouse({ state: house });
	const ids = [...at.home.entities.keys()];
	await at.happens("keypad 1234 away");
	await at.door.close();
	expect(at.home.state(entity("panel"))).toBe("unavailable");
	expect(at.broker.retained.get(`${ROOT}/availability`)).toBe("offline");
	await at.restart("in order");
	expect(at.home.state(entity("panel"))).toBe("arming");
	expect([...at.home.entities.keys()]).toEqual(ids);
	expect(at.home.faults).toEqual([]);
});

test("a panel that is killed is unavailable by its will", async () => {
	const at = await mqttHouse({ state: house });
	at.broker.stop();
	expect(at.home.state(entity("panel"))).toBe("unavailable");
	// What happens meanwhile is not sent late, but is in the snapshot.
	await at.happens("zone 2 open");
	const before = at.broker.published.length;
	at.broker.start();
	await at.pass(1);
	expect(at.home.states()).toMatchObject({ panel: "disarmed", zone_2: "on" });
	expect(
		at.broker.published
			.slice(before)
			.filter(({ topic }) => topic === `${ROOT}/event`),
	).toEqual([]);
});

test("two panels on one broker do not hear each other", async () => {
	const broker = new MemoryBroker();
	const one = await mqttHouse({ state: house, broker });
	const other = await mqttHouse({ state: house, broker, id: "00000002" });
	await one.asks({ action: "ARM_AWAY" });
	expect(one.panel.state.runtime.mode).toBe("arming");
	expect(other.panel.state.runtime.mode).toBe("disarm");
	expect(other.home.state("alarmpanel_00000002_panel")).toBe("disarmed");
	expect(other.home.state(entity("panel"))).toBe("arming");
	expect(other.home.faults).toEqual([]);
});

test("a zone that is renamed keeps its entity, one that is removed takes its along", async () => {
	const at = await mqttHouse({ state: house });
	const rename = (name: string) =>
		at.panel.reprogram((state) => ({
			...state,
			zones: state.zones.map((zone) =>
				zone.id === 1 ? { ...zone, name } : zone,
			),
		}));
	await rename("Front");
	await rename("Front door");
	const configs = () =>
		at.broker.published.filter(({ topic }) => topic === discovery).length;
	expect(configs()).toBe(1);
	await at.pass(5);
	expect(configs()).toBe(2);
	expect(at.home.entities.get(entity("zone_1"))?.options.name).toBe(
		"Front door",
	);
	await at.panel.reprogram((state) => ({
		...state,
		zones: state.zones.filter(({ id }) => id !== 2),
	}));
	await at.pass(5);
	expect(at.broker.retained.has(`${ROOT}/state/zone/2`)).toBe(false);
	expect(at.home.entities.has(entity("zone_2"))).toBe(false);
	await at.pass(5);
	const { cmps } = JSON.parse(at.broker.retained.get(discovery) ?? "{}");
	expect(Object.keys(cmps).filter((name) => name.startsWith("zone_2"))).toEqual(
		[],
	);
	expect(configs()).toBe(4);
	await at.pass(60);
	expect(configs()).toBe(4);
	expect(at.home.faults).toEqual([]);
});

test("no PIN, code or text is in anything that is published or said", async () => {
	const secrets = ["4711", "9898", "7982", "8642", "5309", "PROG"];
	const state = {
		...house,
		users: [
			{ id: 1, name: "ANNA", pin: "4711", latch: true },
			{ id: 98, name: "", pin: "9898", latch: true },
		],
	};
	const at = await mqttHouse({ state, mqtt: { tellSilent: true } });
	const sent = new Set<object>();
	const ask = async (payload: object, retain = false) => {
		const before = at.broker.published.length;
		await at.asks(payload, retain);
		// What somebody else sent is not ours.
		const [own] = at.broker.published.slice(before);
		if (own !== undefined) sent.add(own);
	};
	await ask({ action: "ARM_AWAY", code: "4711" });
	await ask({ action: "DISARM", code: "8642" });
	await ask({ action: "DISARM", code: "5309", more: 1 });
	await ask({ action: "DISARM", code: "4711" }, true);
	await ask({ action: "DISARM", code: "9898" });
	for (const step of ["keypad 4711 away", "keypad 8642 disarm"]) {
		const read = readTypedEvent(step);
		if (read.ok) await at.panel.happens(read.event);
	}
	await at.panel.text({ from: "+15550101", text: "PROG 7982 USRS:2,5309,BEN" });
	await at.panel.text({ from: "+15550101", text: "PROG 7982 USRS:2,53O9,BEN" });
	await at.says("homeassistant/status", "online");
	await at.pass(10);
	const ours = at.broker.published.filter((each) => !sent.has(each));
	const all = JSON.stringify([ours, at.news]);
	expect(ours.length).toBeGreaterThan(20);
	expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
});
