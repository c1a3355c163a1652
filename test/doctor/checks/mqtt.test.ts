import { expect, test } from "vitest";
import type { BrokerTrial } from "../../../src/mqtt/broker-trial.ts";
import { aBroker, aWorld, told } from "../../support/doctor-world.ts";

const topic = "alarmpanel/1a2b3c4d/command/self-test";

test("a wrong broker password", async () => {
	const broker = aBroker({
		type: "unreachable",
		reason:
			"user or password is wrong, or the broker lets nobody of that name in",
	});
	expect(await told(aWorld({ broker }))).toMatchInlineSnapshot(`
		"
		ok      system/node         Node 20.19.0
		ok      system/clock-set    the clock follows a time server
		ok      system/clock        the clock is not behind what the panel remembers
		ok      system/zone         time zone UTC
		ok      file/fits           panel-config.json fits, a Climax VST-2745 and VST-2752
		ok      file/kept           nobody else may open it
		warning file/lint           config check warns of credentials, users.1.pin, users.2.pin, options.timeZone
		                            → alarmpanel config check --config panel-config.json says why
		ok      file/people         somebody is listed for texts from the panel
		ok      disk/write          a file can be written, synced and renamed there
		ok      disk/speed          a write is durable after 0.2 ms
		ok      disk/room           there is room
		ok      lock/free           nobody runs the panel
		ok      port/there          /dev/serial/by-id/usb-HUAWEI-if00 is there
		ok      port/name           /dev/serial/by-id/usb-HUAWEI-if00 stays with the modem
		ok      port/access         alarm may open it
		ok      port/held           no process that can be seen from here has it open
		ok      modem/answers       it answers to AT
		ok      modem/identity      HUAWEI E1550 11.608, IMEI ***********0706
		ok      sim/ready           the SIM is ready
		ok      network/registered  registered, home network, Proximus
		ok      network/signal      the signal is excellent, -73 dBm
		ok      sms/centre          a service centre is set
		ok      sms/storage         storage SM: 3 of 30 in use
		ok      sms/arrival         it can announce texts that arrive
		ok      network/clock       the clock agrees with that of the mobile network
		ok      outbox/waiting      nothing waits to be sent
		fault   mqtt/login          the broker mqtts://broker.lan:8883/ does not let the panel in: user or password is wrong, or
		                              the broker lets nobody of that name in
		                            → correct ALARMPANEL_MQTT_USER and ALARMPANEL_MQTT_PASSWORD, or integrations.mqtt;
		                              mosquitto_passwd sets the broker's
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a topic that the panel may not publish on", async () => {
	const world = aWorld({ broker: aBroker({ type: "forbidden", topic }) });
	expect(await told(world)).toMatchInlineSnapshot(`
		"
		ok      system/node         Node 20.19.0
		ok      system/clock-set    the clock follows a time server
		ok      system/clock        the clock is not behind what the panel remembers
		ok      system/zone         time zone UTC
		ok      file/fits           panel-config.json fits, a Climax VST-2745 and VST-2752
		ok      file/kept           nobody else may open it
		warning file/lint           config check warns of credentials, users.1.pin, users.2.pin, options.timeZone
		                            → alarmpanel config check --config panel-config.json says why
		ok      file/people         somebody is listed for texts from the panel
		ok      disk/write          a file can be written, synced and renamed there
		ok      disk/speed          a write is durable after 0.2 ms
		ok      disk/room           there is room
		ok      lock/free           nobody runs the panel
		ok      port/there          /dev/serial/by-id/usb-HUAWEI-if00 is there
		ok      port/name           /dev/serial/by-id/usb-HUAWEI-if00 stays with the modem
		ok      port/access         alarm may open it
		ok      port/held           no process that can be seen from here has it open
		ok      modem/answers       it answers to AT
		ok      modem/identity      HUAWEI E1550 11.608, IMEI ***********0706
		ok      sim/ready           the SIM is ready
		ok      network/registered  registered, home network, Proximus
		ok      network/signal      the signal is excellent, -73 dBm
		ok      sms/centre          a service centre is set
		ok      sms/storage         storage SM: 3 of 30 in use
		ok      sms/arrival         it can announce texts that arrive
		ok      network/clock       the clock agrees with that of the mobile network
		ok      outbox/waiting      nothing waits to be sent
		ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		fault   mqtt/round-trip     the broker forbids the panel to publish on alarmpanel/1a2b3c4d/command/self-test
		                            → in the broker's list of who may do what: topic readwrite
		                              alarmpanel/1a2b3c4d/command/self-test, and topic read alarmpanel/1a2b3c4d/command/#
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a topic that the panel may not read", async () => {
	const world = aWorld({ broker: aBroker({ type: "unheard", topic }) });
	expect(await told(world)).toMatchInlineSnapshot(`
		"
		ok      system/node         Node 20.19.0
		ok      system/clock-set    the clock follows a time server
		ok      system/clock        the clock is not behind what the panel remembers
		ok      system/zone         time zone UTC
		ok      file/fits           panel-config.json fits, a Climax VST-2745 and VST-2752
		ok      file/kept           nobody else may open it
		warning file/lint           config check warns of credentials, users.1.pin, users.2.pin, options.timeZone
		                            → alarmpanel config check --config panel-config.json says why
		ok      file/people         somebody is listed for texts from the panel
		ok      disk/write          a file can be written, synced and renamed there
		ok      disk/speed          a write is durable after 0.2 ms
		ok      disk/room           there is room
		ok      lock/free           nobody runs the panel
		ok      port/there          /dev/serial/by-id/usb-HUAWEI-if00 is there
		ok      port/name           /dev/serial/by-id/usb-HUAWEI-if00 stays with the modem
		ok      port/access         alarm may open it
		ok      port/held           no process that can be seen from here has it open
		ok      modem/answers       it answers to AT
		ok      modem/identity      HUAWEI E1550 11.608, IMEI ***********0706
		ok      sim/ready           the SIM is ready
		ok      network/registered  registered, home network, Proximus
		ok      network/signal      the signal is excellent, -73 dBm
		ok      sms/centre          a service centre is set
		ok      sms/storage         storage SM: 3 of 30 in use
		ok      sms/arrival         it can announce texts that arrive
		ok      network/clock       the clock agrees with that of the mobile network
		ok      outbox/waiting      nothing waits to be sent
		ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		fault   mqtt/round-trip     what the panel publishes on alarmpanel/1a2b3c4d/command/self-test does not arrive: it may
		                              not read there
		                            → in the broker's list of who may do what: topic readwrite
		                              alarmpanel/1a2b3c4d/command/self-test, and topic read alarmpanel/1a2b3c4d/command/#
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a broker at which Home Assistant has said that it is there", async () => {
	const trial: BrokerTrial = {
		type: "heard",
		version: "5",
		...{ took: 3, retained: [], homeAssistant: true },
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
		retained: [topic.replace("self-test", "mode")],
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
		No faults, 1 warning.
		"
	`);
});
