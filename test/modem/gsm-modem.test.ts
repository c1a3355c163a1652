import { describe, expect, onTestFinished, test } from "vitest";
import type { ModemSettings } from "../../src/modem/link/modem-settings.ts";
import { channel } from "../../src/network/channel.ts";
import type { Rule } from "../../src/network/channel-rule.ts";
import { virtualNetwork } from "../../src/network/network.ts";
import type { PhoneLineFaultKind } from "../../src/network/phone-line-fault.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import type { EquipmentOptions } from "../../src/virtual-modem/equipment/equipment.ts";
import {
	type VirtualModem,
	virtualModem,
} from "../../src/virtual-modem/virtual-modem.ts";
import { driven, noon } from "../support/driven-modem.ts";
import { modemLines } from "../support/modem-lines.ts";
import { phone } from "../support/phone.ts";
import { pass, settle } from "../support/scripted-line.ts";

const panelNumber = "+15550100";
const owner = "+15550101";

const ways: Record<string, Partial<ModemSettings>> = {
	"by indication": {},
	directly: { receive: "direct" },
	"by polling": { receive: "polling" },
	"in text mode": { mode: "text" },
};

/** What the channel may do, and whether what was sent still arrives in order. */
const troubles: readonly PhoneLineFaultKind[] = [
	"storage-full",
	"no-registration",
	"deaf",
	"port-gone",
];

describe.each(Object.keys(modemLines))(
	"a driver on a virtual modem %s",
	{
		timeout: 30_000,
	},
	(plug) => {
		test.each(Object.keys(ways))(
			"answers every text once, receiving %s",
			async (way) => {
				const { friend, until } = await panelOn({ plug, settings: ways[way] });
				for (const text of ["one", "två", "three €"]) {
					friend.text(panelNumber, text);
				}
				await until(() => friend.texts.length === 3);
				expect(friend.texts).toEqual(["re: one", "re: två", "re: three €"]);
			},
		);

		test("joins long texts and sends them", async () => {
			const { friend, until } = await panelOn({ plug });
			const long = "abcdefghij".repeat(40);
			friend.text(panelNumber, long);
			await until(() => friend.texts.length === 1);
			expect(friend.texts).toEqual([`re: ${long}`]);
		});

		test.each(troubles)(
			"loses nothing when the modem suffers: %s",
			async (kind) => {
				const rule: Rule = {
					to: panelNumber,
					times: 2,
					effect: {
						kind: "trouble",
						at: "recipient",
						trouble: { kind, duration: 45_000 },
					},
				};
				const panel = await panelOn({ plug, rules: [rule] });
				const { friend, until, network, events, messages } = panel;
				await until(() => events.some(({ type }) => type === "started"));
				const texts = ["one", "two", "three"];
				for (const text of texts) {
					friend.text(panelNumber, text);
					await until(() => network.traffic.troubles > 0);
				}
				await until(() => new Set(friend.texts).size === 3, 600_000);
				await until(() => network.waiting === 0);
				expect(messages.map(({ text }) => text)).toEqual(texts);
				expect(network.traffic.troubles).toBe(2);
				// An answer comes twice only where its result was not seen, and that is told.
				const repeated = events.filter(
					(event) => event.type === "send-unseen" && event.repeated,
				);
				expect(friend.texts.length - 3).toBeLessThanOrEqual(repeated.length);
			},
		);
	},
);

test.each<[string, Rule["effect"], readonly string[]]>([
	["alphabet", { kind: "alphabet" }, ["re: one", "re: two"]],
	["delay", { kind: "delay", duration: 30_000 }, ["re: one", "re: two"]],
	["loss", { kind: "loss" }, ["re: two"]],
	[
		"duplicate",
		{ kind: "duplicate", duration: 500 },
		["re: one", "re: one", "re: two"],
	],
	["reorder", { kind: "reorder", duration: 30_000 }, ["re: two", "re: one"]],
])(
	"what comes through the channel's %s is answered once",
	async (_, effect, answers) => {
		const rules = [{ from: owner, times: 1, effect }];
		const { friend, until } = await panelOn({ plug: "in process", rules });
		friend.text(panelNumber, "one");
		friend.text(panelNumber, "two");
		await until(() => friend.texts.length === answers.length);
		expect(friend.texts).toEqual(answers);
	},
);

test("a network that refuses twice (CMS 38) is tried until it accepts", async () => {
	const effect = { kind: "refusal", cms: 38 } as const;
	const rules = [{ from: panelNumber, times: 2, effect }];
	const { friend, until, events } = await panelOn({
		plug: "in process",
		rules,
	});
	friend.text(panelNumber, "one");
	await until(() => friend.texts.length === 1);
	expect(friend.texts).toEqual(["re: one"]);
	expect(events.filter(({ type }) => type === "send-retry")).toHaveLength(2);
});

test("messages that came while nobody was here are answered at the start", async () => {
	const clock = virtualClock(noon);
	const network = virtualNetwork({ clock });
	const modem = virtualModem({ clock, line: network.line(panelNumber) });
	const friend = phone(network, owner);
	friend.text(panelNumber, "early");
	await pass(clock, 100);
	expect(modem.equipment.stores.SM.used).toBe(1);
	const panel = await panelOn({
		plug: "in process",
		on: { clock, network, modem, friend },
	});
	await panel.until(() => friend.texts.length === 1);
	expect(friend.texts).toEqual(["re: early"]);
	expect(modem.equipment.stores.SM.used).toBe(0);
});

test("a driver that dies before the message is durable answers it after the restart", async () => {
	const clock = virtualClock(noon);
	const network = virtualNetwork({ clock });
	const modem = virtualModem({ clock, line: network.line(panelNumber) });
	const friend = phone(network, owner);
	const plug = await modemLines["in process"]?.(modem);
	const first = driven(plug?.open ?? fail, {}, clock);
	await first.modem.started;
	friend.text(panelNumber, "one");
	await pass(clock, 100);
	expect(first.messages.map(({ text }) => text)).toEqual(["one"]);
	await first.modem.close();
	const panel = await panelOn({
		plug: "in process",
		on: { clock, network, modem, friend },
	});
	await panel.until(() => friend.texts.length === 1);
	expect(friend.texts).toEqual(["re: one"]);
});

test("a SIM that is busy, wants its PIN and has no network yet is waited for", async () => {
	const { friend, until, modem } = await panelOn({
		plug: "in process",
		settings: { pin: "4711" },
		equipment: {
			sim: { pin: "4711" },
			simBusyFor: 8000,
			registersAfter: 12_000,
		},
	});
	friend.text(panelNumber, "one");
	await until(() => friend.texts.length === 1);
	expect(friend.texts).toEqual(["re: one"]);
	expect(modem.equipment.sim.pinTries).toBe(3);
});

test("a wrong PIN costs one try, however long one waits", async () => {
	const { until, modem, events } = await panelOn({
		plug: "in process",
		settings: { pin: "4711" },
		equipment: { sim: { pin: "1174" } },
	});
	await until(() => events.some(({ type }) => type === "start-failed"));
	await until(() => false, 300_000).catch(() => {});
	expect(modem.equipment.sim.pinTries).toBe(2);
});

test("a delivery report says that the answer arrived", async () => {
	const { friend, until, events } = await panelOn({ plug: "in process" });
	friend.text(panelNumber, "one");
	await until(() => events.some(({ type }) => type === "delivery"));
	expect(events.filter(({ type }) => type === "delivery")).toEqual([
		{
			type: "delivery",
			message: 1,
			to: owner,
			part: 1,
			total: 1,
			reference: expect.any(Number),
			outcome: "completed",
			meaning: "received by the other end",
		},
	]);
});

test("a modem that was switched off and on is set up anew", async () => {
	const { friend, until, modem, events } = await panelOn({
		plug: "in process",
		settings: { pin: "4711" },
		equipment: { sim: { pin: "4711" } },
	});
	await until(() => events.some(({ type }) => type === "started"));
	modem.equipment.restart();
	friend.text(panelNumber, "one");
	await until(() => friend.texts.length === 1, 300_000);
	expect(friend.texts).toEqual(["re: one"]);
});

// Helpers

interface World {
	readonly clock: ReturnType<typeof virtualClock>;
	readonly network: ReturnType<typeof virtualNetwork>;
	readonly modem: VirtualModem;
	readonly friend: ReturnType<typeof phone>;
}

interface PanelOptions {
	readonly plug: string;
	readonly settings?: Partial<ModemSettings> | undefined;
	readonly rules?: readonly Rule[];
	readonly equipment?: Partial<EquipmentOptions>;
	readonly on?: World;
}

/** Something that answers `re: …` to every text, behind a driver on a virtual modem. */
async function panelOn({ plug, settings, rules, equipment, on }: PanelOptions) {
	const world = on ?? newWorld(rules, equipment);
	const { clock, modem: virtual } = world;
	const { open, isBusy } = (await modemLines[plug]?.(virtual)) ?? fail();
	const { modem, events, messages } = driven(
		open,
		settings,
		clock,
		async (sms, modem) => {
			await sms.forget();
			void modem.send(sms.from, `re: ${sms.text}`);
		},
	);
	onTestFinished(async () => {
		await modem.close();
		await virtual.powerOff();
	});
	const until = async (isDone: () => boolean, patience = 180_000) => {
		const end = clock.now() + patience;
		for (;;) {
			await settle();
			// The end of a terminal may go unnoticed until somebody writes.
			for (let turn = 0; turn < 300 && isBusy(); turn++) await settle();
			if (isDone()) return;
			if (clock.now() >= end) throw new Error("it did not come in time");
			await clock.advanceTo(clock.now() + 100);
		}
	};
	return { ...world, events, messages, until };
}

function newWorld(
	rules: readonly Rule[] = [],
	equipment: Partial<EquipmentOptions> = {},
): World {
	const clock = virtualClock(noon);
	const network = virtualNetwork({ clock, channel: channel(rules) });
	const line = network.line(panelNumber);
	const modem = virtualModem({ ...equipment, clock, line });
	return { clock, network, modem, friend: phone(network, owner) };
}

function fail(): never {
	throw new Error("there is no such plug");
}
