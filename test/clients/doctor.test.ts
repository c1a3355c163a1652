import { expect } from "vitest";
import { brokerTrial } from "../../src/doctor/mqtt-trial.ts";
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
		const tried = async (password: string, topic: string, user = "panel") => {
			const trial = brokerTrial({
				url: `mqtts://127.0.0.1:${broker.port}`,
				...{ ca: broker.ca, user, password, topic },
			});
			const why = await trial.connect();
			const came = why === null ? await trial.roundTrip(topic) : null;
			await trial.close();
			return why ?? came;
		};
		const own = "alarmpanel/1a2b3c4d/command/self-test";
		const { panel, homeassistant } = passwords;
		expect(await tried(panel, own)).toBe("arrived");
		expect(await tried("wrong", own)).toBe(
			"user or password is wrong, or the broker lets nobody of that name in",
		);
		// Another panel's topic, and one that may be written and not read.
		expect(await tried(panel, "alarmpanel/ffffffff/command/self-test")).toBe(
			"refused",
		);
		expect(await tried(panel, "alarmpanel/1a2b3c4d/event")).toBe("lost");
		expect(await tried(homeassistant, own, "homeassistant")).toBe("arrived");
		await broker.stop();
		await started.stop();
	},
);
