import { describe, expect, onTestFinished, test } from "vitest";
import { type Panel, startPanel } from "../../src/device/panel.ts";
import { connectModem } from "../../src/device/panel-at-modem.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { channel } from "../../src/network/channel.ts";
import { type Network, virtualNetwork } from "../../src/network/network.ts";
import type { Person, Question } from "../../src/panel/state/remote-access.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { modemLines } from "../support/modem-lines.ts";
import { anna, panelWithPeople } from "../support/panel-with-people.ts";
import { NOON } from "../support/texting.ts";

/*
 * Two panels on one phone network, each of which knows the other as a person
 * who may do everything: what one says is what the other hears.
 */

const NORTH = "+33612340001";
const SOUTH = "+33612340002";
const HOURLY = 30;

interface Street {
	/** Texts that each panel has heard, in order. */
	readonly heard: {
		readonly north: readonly string[];
		readonly south: readonly string[];
	};
	readonly states: { readonly north: PanelState; readonly south: PanelState };
	/** Sends a text that the network says is from one of the two. */
	says(from: string, to: string, text: string): void;
	pass(minutes: number): Promise<void>;
}

/** A panel that knows one number, and helps whoever it does not understand. */
function knowing(
	number: string,
	questions: readonly Question[],
	changes: Partial<Person> = {},
): PanelState {
	const neighbour: Person = {
		...anna,
		name: "Neighbour",
		numbers: [number],
		can: ["arm", "disarm", "bypass", "status", "script"],
		...changes,
	};
	return {
		...panelWithPeople,
		remote: {
			...panelWithPeople.remote,
			people: [neighbour],
			helpLine: true,
			questions,
		},
	};
}

async function street(north: PanelState, south: PanelState): Promise<Street> {
	const clock = virtualClock(NOON);
	const network: Network = virtualNetwork({ clock, channel: channel() });
	const on = async (number: string, state: PanelState) => {
		const heard: string[] = [];
		const modem = virtualModem({ clock, line: network.line(number) });
		const plug = await modemLines["in process"]?.(modem);
		if (plug === undefined) throw new Error("there is no such plug");
		const panel: Panel = await startPanel({
			model: vst2752,
			number,
			clock,
			store: memoryStore(state),
			hourly: HOURLY,
			onTrouble: (error) => {
				throw error;
			},
		});
		const { disconnect } = connectModem(panel, {
			open: plug.open,
			clock,
			onModem: () => {},
			onMail: (event) => {
				if (event.type === "received") heard.push(event.mail.text);
			},
		});
		onTestFinished(async () => {
			await disconnect();
			await panel.close();
			await modem.powerOff();
		});
		return { heard, panel };
	};
	const a = await on(NORTH, north);
	const b = await on(SOUTH, south);
	return {
		heard: { north: a.heard, south: b.heard },
		states: {
			get north() {
				return a.panel.state;
			},
			get south() {
				return b.panel.state;
			},
		},
		says(from, to, text) {
			const panel = from === NORTH ? a.panel : b.panel;
			void panel.happens({
				type: "queue-text",
				to,
				text,
				by: { via: "site" },
			});
		},
		async pass(minutes) {
			const end = clock.now() + minutes * 60_000;
			while (clock.now() < end) {
				await clock.advanceTo(clock.now() + 5000);
				for (let round = 0; round < 3; round += 1)
					await new Promise<void>((resolve) => void setImmediate(resolve));
			}
		},
	};
}

describe("two panels that text each other come to an end", () => {
	test("where each one's answer is the other one's question", async () => {
		const ping: Question = { asked: "ping", answer: "pong", people: [] };
		const pong: Question = { asked: "pong", answer: "ping", people: [] };
		const { heard, says, pass } = await street(
			knowing(SOUTH, [ping]),
			knowing(NORTH, [pong]),
		);
		says(SOUTH, NORTH, "ping");
		await pass(30);
		const { north, south } = heard;
		expect(new Set(north)).toEqual(new Set(["ping"]));
		expect(new Set(south)).toEqual(new Set(["pong"]));
		expect([north.length, south.length]).toEqual([11, 10]);
		expect(Math.max(north.length, south.length)).toBeLessThan(HOURLY);
		await pass(60);
		expect([north.length, south.length]).toEqual([11, 10]);
	});

	test("where neither understands the other", async () => {
		const { heard, says, pass } = await street(
			knowing(SOUTH, []),
			knowing(NORTH, [], { language: "fr" }),
		);
		says(SOUTH, NORTH, "Good morning, neighbour.");
		await pass(30);
		expect(heard.north.length + heard.south.length).toBeLessThan(10);
	});

	test("where one is told everything that the other does", async () => {
		const { heard, states, says, pass } = await street(
			knowing(SOUTH, []),
			knowing(NORTH, []),
		);
		says(SOUTH, NORTH, "ARM");
		says(SOUTH, NORTH, "HELP");
		says(SOUTH, NORTH, "STATUS");
		says(SOUTH, NORTH, "DISARM");
		says(SOUTH, NORTH, "BYPASS 3");
		await pass(30);
		expect(heard.north.slice(0, 5)).toEqual([
			"ARM",
			"HELP",
			"STATUS",
			"DISARM",
			"BYPASS 3",
		]);
		expect(Math.max(heard.north.length, heard.south.length)).toBeLessThan(
			HOURLY,
		);
		// What one was told made the other do nothing.
		expect(states.south.runtime.mode).toBe("disarm");
		expect(states.south.runtime.lastRemote).toBeNull();
	});
});

test("a panel that texts itself does nothing", async () => {
	const { heard, states, says, pass } = await street(
		knowing(NORTH, [{ asked: "ping", answer: "ping", people: [] }]),
		knowing(NORTH, []),
	);
	const before = states.north;
	says(NORTH, NORTH, "ping");
	says(NORTH, NORTH, "ARM");
	await pass(5);
	expect(heard.north).toEqual(["ping", "ARM"]);
	const { runtime } = states.north;
	expect([runtime.mode, runtime.outgoing, runtime.lastRemote]).toEqual([
		before.runtime.mode,
		[],
		null,
	]);
});
