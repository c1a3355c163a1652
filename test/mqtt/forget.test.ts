import { expect, test } from "vitest";
import type { OpenBroker } from "../../src/mqtt/broker/broker.ts";
import { forgetAtBroker } from "../../src/mqtt/forget.ts";
import { mqttSettings } from "../../src/mqtt/settings.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { MemoryBroker } from "../support/memory-broker.ts";
import { ID, mqttHouse, ROOT } from "../support/mqtt-house.ts";
import { settle } from "../support/scripted-line.ts";

const DISCOVERY = `homeassistant/device/alarmpanel_${ID}/config`;

/** A panel was at a broker, and is not any more. */
async function left() {
	const at = await mqttHouse({ mqtt: { currency: "EUR" } });
	await at.door.close();
	return at;
}

async function forgetting(
	at: {
		readonly broker: MemoryBroker;
		readonly panel: { readonly state: PanelState };
	},
	open: OpenBroker = at.broker.open,
) {
	const clock = virtualClock(0);
	// The currency was taken out of the settings since.
	const parts = { settings: mqttSettings(ID), state: at.panel.state };
	const forgotten = forgetAtBroker(open, parts, clock, 3000);
	await settle();
	await clock.advanceTo(3000);
	return await forgotten;
}

test("nothing of the panel is left at the broker, and what others left stays", async () => {
	const at = await left();
	const { broker } = at;
	// A zone that was removed, somebody else's panel, and a command of somebody's.
	const others = [
		["homeassistant/device/alarmpanel_ffffffff/config", "{}"],
		["alarmpanel/ffffffff/state/mode", "{}"],
		[`${ROOT}/command/mode`, "{}"],
	] as const;
	for (const [topic, payload] of others) broker.publish(topic, payload, true);
	broker.publish(`${ROOT}/state/zone/40`, "{}", true);
	const lay = [...broker.retained.keys()];
	expect(lay).toContain(DISCOVERY);
	expect(await forgetting(at)).toEqual({
		type: "done",
		topics: [
			DISCOVERY,
			...["mode", "zone/1", "zone/2", "zone/3"].map(
				(name) => `${ROOT}/state/${name}`,
			),
			...["report/1/test", "troubles", "line", "credit", "sms"].map(
				(name) => `${ROOT}/state/${name}`,
			),
			`${ROOT}/availability`,
			`${ROOT}/state/zone/40`,
		],
	});
	expect([...broker.retained]).toEqual(others.map((each) => [...each]));
});

test("a panel that comes back has the same entities", async () => {
	const at = await left();
	const before = at.broker.retained.get(DISCOVERY);
	await forgetting(at);
	await at.restart("in order");
	expect(at.broker.retained.get(DISCOVERY)).toBe(before);
	expect(at.told("state/mode")).toMatchObject({ state: "disarmed" });
});

test("a topic that the panel may not clear is named, and nothing is said to be done", async () => {
	const { panel, broker: other } = await left();
	// Without Home Assistant, which would miss the states of a device that stays.
	const at = { panel, broker: new MemoryBroker() };
	for (const [topic, payload] of other.retained)
		at.broker.publish(topic, payload, true);
	const open: OpenBroker = (options) => {
		const broker = at.broker.open(options);
		return {
			...broker,
			publish(topic, payload, retain) {
				if (topic === DISCOVERY)
					options.events.onNews({ type: "forbidden", topic });
				else broker.publish(topic, payload, retain);
			},
		};
	};
	expect(await forgetting(at, open)).toEqual({
		type: "forbidden",
		topics: [DISCOVERY],
	});
	expect(at.broker.retained.has(DISCOVERY)).toBe(true);
});

test("where nothing comes back, it is not known whether it is done", async () => {
	const at = await left();
	const deaf: OpenBroker = (options) => ({
		...at.broker.open(options),
		subscribe: () => {},
	});
	expect(await forgetting(at, deaf)).toEqual({
		type: "unheard",
		topic: `${ROOT}/command/self-test`,
	});
});

test("a broker that is not there is named as such", async () => {
	const at = await left();
	const closed: OpenBroker = ({ events }) => {
		queueMicrotask(() =>
			events.onNews({ type: "unreachable", reason: "refused", again: 1000 }),
		);
		return { subscribe() {}, publish() {}, async close() {} };
	};
	expect(await forgetting(at, closed)).toEqual({
		type: "unreachable",
		reason: "refused",
	});
});
