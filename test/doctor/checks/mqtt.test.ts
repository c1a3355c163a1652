import { expect, test } from "vitest";
import type { BrokerTrial } from "../../../src/mqtt/broker-trial.ts";
import {
	aBroker,
	aWorld,
	changedReport,
	told,
} from "../../support/doctor-world.ts";

const topic = "alarmpanel/1a2b3c4d/command/self-test";

test("a wrong broker password", async () => {
	const broker = aBroker({
		type: "unreachable",
		reason:
			"user or password is wrong, or the broker lets nobody of that name in",
	});
	expect(await changedReport(aWorld({ broker }))).toMatchInlineSnapshot(`
		"
		+ fault   mqtt/login          the broker mqtts://broker.lan:8883/ does not let the panel in: user or password is wrong, or
		+                               the broker lets nobody of that name in
		+                             → correct ALARMPANEL_MQTT_USER and ALARMPANEL_MQTT_PASSWORD, or integrations.mqtt;
		+                               mosquitto_passwd sets the broker's
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});

test("a topic that the panel may not publish on", async () => {
	const world = aWorld({ broker: aBroker({ type: "forbidden", topic }) });
	expect(await changedReport(world)).toMatchInlineSnapshot(`
		"
		+ ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		+ fault   mqtt/round-trip     the broker forbids the panel to publish on alarmpanel/1a2b3c4d/command/self-test
		+                             → in the broker's list of who may do what: topic readwrite
		+                               alarmpanel/1a2b3c4d/command/self-test, and topic read alarmpanel/1a2b3c4d/command/#
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});

test("a topic that the panel may not read", async () => {
	const world = aWorld({ broker: aBroker({ type: "unheard", topic }) });
	expect(await changedReport(world)).toMatchInlineSnapshot(`
		"
		+ ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		+ fault   mqtt/round-trip     what the panel publishes on alarmpanel/1a2b3c4d/command/self-test does not arrive: it may
		+                               not read there
		+                             → in the broker's list of who may do what: topic readwrite
		+                               alarmpanel/1a2b3c4d/command/self-test, and topic read alarmpanel/1a2b3c4d/command/#
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});

test("a broker at which Home Assistant has said that it is there", async () => {
	const trial: BrokerTrial = {
		type: "heard",
		version: "5",
		took: 3,
		retained: [],
		homeAssistant: true,
	};
	const broker = aBroker(trial);
	expect(
		await told(aWorld({ broker }), { only: ["mqtt"] }),
	).toMatchInlineSnapshot(`
		"
		ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		ok      mqtt/round-trip     what the panel publishes arrives after 3 ms
		ok      mqtt/home-assistant Home Assistant has said there that it is online
		Nothing of this is wrong.
		"
	`);
	const unseen = aBroker({
		...trial,
		homeAssistant: false,
		retained: [
			topic.replace("self-test", "mode"),
			topic.replace("self-test", "$(id)"),
		],
	});
	expect(
		await told(aWorld({ broker: unseen }), { only: ["mqtt"] }),
	).toMatchInlineSnapshot(`
		"
		ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		ok      mqtt/round-trip     what the panel publishes arrives after 3 ms
		ok      mqtt/home-assistant Home Assistant has left no word there: its birth message is not retained, or it has another
		                              prefix or broker
		warning mqtt/retained       a retained command lies on alarmpanel/1a2b3c4d/command/mode; it is never carried out, and
		                              whoever sends it is set up wrong
		                            → clear it: mosquitto_pub -r -n -t alarmpanel/1a2b3c4d/command/mode; send commands without
		                              retain
		warning mqtt/retained       a retained command lies on alarmpanel/1a2b3c4d/command/$(id); it is never carried out, and
		                              whoever sends it is set up wrong
		                            → clear it: mosquitto_pub -r -n -t 'alarmpanel/1a2b3c4d/command/$(id)'; send commands
		                              without retain
		No faults, 2 warnings.
		"
	`);
});
