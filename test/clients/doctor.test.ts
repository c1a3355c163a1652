import { expect } from "vitest";
import { openMqttBroker } from "../../src/mqtt/broker/mqtt-broker.ts";
import { tryBroker } from "../../src/mqtt/broker-trial.ts";
import { mqttSettings } from "../../src/mqtt/settings.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { clients, testWith } from "./support/installed.ts";
import { mosquitto, passwords } from "./support/mosquitto.ts";
import { programs } from "./support/programs.ts";

testWith(
	[clients.mosquitto, clients.openssl],
	"a broker that lets the panel in, one that knows another password, and topics that it forbids",
	async () => {
		const started = programs();
		const broker = await mosquitto(started, await temporaryFolder(), [
			"1a2b3c4d",
		]);
		await broker.start();
		const tried = async (password: string, id: string) => {
			const open = openMqttBroker({
				url: `mqtts://127.0.0.1:${broker.port}`,
				ca: broker.ca,
				user: "panel",
				password,
				clock: systemClock,
			});
			const settings = mqttSettings(id);
			return await tryBroker(open, settings, systemClock, 2000);
		};
		expect(await tried(passwords.panel, "1a2b3c4d")).toMatchObject({
			type: "heard",
			retained: [],
		});
		expect(await tried("wrong", "1a2b3c4d")).toEqual({
			type: "unreachable",
			reason:
				"user or password is wrong, or the broker lets nobody of that name in",
		});
		// Another panel's topics.
		expect(await tried(passwords.panel, "ffffffff")).toEqual({
			type: "forbidden",
			topic: "alarmpanel/ffffffff/command/self-test",
		});
		await broker.stop();
		await started.stop();
	},
);
