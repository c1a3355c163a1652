import { expect, test } from "vitest";
import { openMqttBroker } from "../../src/mqtt/broker/mqtt-broker.ts";
import { tryBroker } from "../../src/mqtt/broker-trial.ts";
import { mqttSettings } from "../../src/mqtt/settings.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { MemoryBroker } from "../support/memory-broker.ts";
import { ID, ROOT } from "../support/mqtt-house.ts";
import { settle } from "../support/scripted-line.ts";

const settings = mqttSettings(ID);

test("a message to itself comes back, names retained commands and leaves nothing", async () => {
	const broker = new MemoryBroker();
	broker.publish(`${ROOT}/command/mode`, "{}", true);
	broker.publish("homeassistant/status", "online", true);
	const clock = virtualClock(0);
	expect(await tryBroker(broker.open, settings, clock, 3000)).toEqual({
		type: "heard",
		version: "5",
		took: 0,
		retained: [`${ROOT}/command/mode`],
		homeAssistant: true,
	});
	expect([...broker.retained.keys()]).toEqual([
		`${ROOT}/command/mode`,
		"homeassistant/status",
	]);
	expect(clock.next).toBeNull();
});

test("a subscription that is silently forbidden is found out", async () => {
	const broker = new MemoryBroker();
	const clock = virtualClock(0);
	const deaf: typeof broker.open = (options) => ({
		...broker.open(options),
		subscribe: () => {},
	});
	const trial = tryBroker(deaf, settings, clock, 3000);
	await settle();
	await clock.advanceTo(3000);
	expect(await trial).toEqual({
		type: "unheard",
		topic: `${ROOT}/command/self-test`,
	});
});

test("a broker that is not there is named as such", async () => {
	const place = { user: undefined, password: undefined, ca: undefined };
	const open = openMqttBroker({
		...place,
		url: "mqtt://127.0.0.1:1",
		clock: systemClock,
	});
	expect(await tryBroker(open, settings, systemClock, 3000)).toEqual({
		type: "unreachable",
		reason: "nobody listens there (ECONNREFUSED)",
	});
});
