/** A panel that is a device of a broker in memory, with a stand-in for Home Assistant. */
import { onTestFinished } from "vitest";
import type { MqttOnFile } from "../../src/derive/mqtt-settings-schema.ts";
import { startPanel } from "../../src/device/panel.ts";
import type { Model } from "../../src/models/model.ts";
import { models } from "../../src/models/models.ts";
import { MqttDoor } from "../../src/mqtt/mqtt-door.ts";
import type { MqttNews } from "../../src/mqtt/mqtt-news.ts";
import { mqttSettings } from "../../src/mqtt/settings.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { HomeAssistant } from "./home-assistant.ts";
import { MemoryBroker } from "./memory-broker.ts";
import { panelWithZones } from "./panel-with-zones.ts";
import { settle } from "./scripted-line.ts";
import { NOON, PANEL } from "./texting.ts";

export const ID = "1a2b3c4d";
export const ROOT = `alarmpanel/${ID}`;

/** The unique id of one of the panel's entities. */
export const entity = (name: string): string => `alarmpanel_${ID}_${name}`;

export async function mqttHouse(
	wanted: {
		readonly state?: PanelState;
		readonly model?: Model;
		readonly mqtt?: Partial<MqttOnFile>;
		readonly broker?: MemoryBroker;
		readonly id?: string;
		readonly onTrouble?: (error: unknown) => void;
	} = {},
) {
	const {
		state = panelWithZones(["entry", "burglar", "silent-panic"]),
		model = models.find(({ name }) => name === state.model) as Model,
		broker = new MemoryBroker(),
		id = ID,
	} = wanted;
	const clock = virtualClock(NOON);
	let kept = state;
	let isFull = false;
	const store = () => {
		const memory = memoryStore(kept);
		return {
			...memory,
			save: async (next: PanelState) => {
				if (isFull) throw new Error("the disk is full");
				await memory.save(next);
				kept = next;
			},
		};
	};
	const news: MqttNews[] = [];
	const {
		onTrouble = (error: unknown) => {
			throw error;
		},
	} = wanted;
	const start = async () => {
		const panel = await startPanel({
			model,
			number: PANEL,
			clock,
			store: store(),
			onTrouble,
		});
		const door = new MqttDoor({
			panel,
			clock,
			onTrouble,
			settings: mqttSettings(id, wanted.mqtt),
			version: "0.1.0",
			open: broker.open,
			onNews: (told) => news.push(told),
		});
		await settle();
		return { panel, door };
	};
	const home = new HomeAssistant((topic, payload) =>
		broker.publish(topic, payload),
	);
	let running = await start();
	const listen = () => {
		broker.join("homeassistant", ({ topic, payload, retain }) =>
			home.hear(topic, payload, retain),
		);
		broker.subscribe("homeassistant", ["homeassistant/#", `alarmpanel/#`]);
	};
	listen();
	onTestFinished(async () => {
		await running.door.close();
		await running.panel.close();
	});
	return {
		broker,
		home,
		clock,
		news,
		get panel() {
			return running.panel;
		},
		get door() {
			return running.door;
		},
		/** Home Assistant is started anew, and knows nothing. */
		listen,
		failToSave(fails: boolean) {
			isFull = fails;
		},
		/** Something happens at the panel, as somebody types it. */
		async happens(...steps: readonly string[]) {
			for (const step of steps) {
				const read = readTypedEvent(step);
				if (!read.ok) throw new Error(read.fault.message);
				await running.panel.happens(read.event);
				await settle();
			}
		},
		/** A message of another program. */
		async says(topic: string, payload: string, retain = false) {
			broker.publish(topic, payload, retain);
			await settle();
		},
		async asks(payload: object, retain = false) {
			broker.publish(`${ROOT}/command/mode`, JSON.stringify(payload), retain);
			await settle();
		},
		async pass(seconds: number) {
			const end = clock.now() + seconds * 1000;
			while (clock.now() < end) {
				await clock.advanceTo(Math.min(clock.now() + 1000, end));
				await settle();
			}
		},
		/** The panel's program ends in order, or is killed, and is started again. */
		async restart(how: "in order" | "killed") {
			if (how === "in order") await running.door.close();
			else broker.stop();
			await running.panel.close();
			running = await start();
		},
		/** The payload that lies at one of the panel's topics, as data. */
		told: (topic: string) =>
			JSON.parse(broker.retained.get(`${ROOT}/${topic}`) ?? "null"),
		/** What was published on one of the panel's topics, as data. */
		all: (topic: string) =>
			broker.published
				.filter((each) => each.topic === `${ROOT}/${topic}`)
				.map(({ payload }) => JSON.parse(payload)),
	};
}
