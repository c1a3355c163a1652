import { describe, expect, test } from "vitest";
import { type Panel, startPanel } from "../../src/device/panel.ts";
import type { ReceiverEvent } from "../../src/firmware/receiver-room.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { Destination, PanelState } from "../../src/panel/state/state.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { Dc09Receiver } from "../../src/receivers/dc09/dc09-receiver.ts";
import {
	type Dc09Settings,
	usualSettings,
} from "../../src/receivers/dc09/dc09-settings.ts";
import type { Clock } from "../../src/time/clock.ts";
import { MINUTE, SECOND } from "../../src/time/units.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import type { Transport } from "../../src/transport/transport.ts";
import {
	type Killable,
	killable,
	killableSurroundings,
} from "../support/killable.ts";
import { aZone, panelWithZones } from "../support/panel-with-zones.ts";
import { aReceiver } from "../support/receiver-line.ts";
import { settle } from "../support/scripted-line.ts";
import { testMailbox } from "../support/test-mailbox.ts";
import { NOON, PANEL } from "../support/texting.ts";

const CENTRE = "+15550177";
const BY_SMS = `gsm://1234@${CENTRE}`;
const BY_IP = "ip://1234@centre:7000/CID";

test("an alarm and its restore go to the receiver, and nothing to the phone behind it", async () => {
	const scene = await aScene([to(1, BY_IP), to(2, BY_SMS)]);
	await scene.does("zone 1 open", "zone 1 close");
	expect(scene.frames()).toEqual([
		"1 #1234|1130 00 001",
		"2 #1234|3130 00 001",
	]);
	expect(scene.mailbox.happened).toEqual([]);
	expect(scene.log("reported")).toEqual([
		"24-hour zones.1 to 1",
		"24-hour restore zones.1 to 1",
	]);
	await scene.close();
});

test("a receiver that is silent is tried three times, then the phone of its group", async () => {
	const scene = await aScene([to(1, BY_IP), to(2, BY_SMS)]);
	scene.receiver.silent = true;
	await scene.does("zone 1 open");
	await scene.pass(29 * SECOND);
	expect(scene.mailbox.happened).toEqual([]);
	await scene.pass(2 * SECOND);
	expect(scene.frames()).toEqual(Array(3).fill("1 #1234|1130 00 001"));
	expect(scene.mailbox.happened).toEqual([
		`sent ${CENTRE} 1234 18 1130 00 001 6CB3`,
	]);
	expect(scene.log("report-failed")).toEqual(["24-hour zones.1 to 1"]);
	await scene.close();
});

test("a receiver that is silent holds up neither texts nor another receiver", async () => {
	const scene = await aScene([
		to(1, BY_IP),
		to(2, "ip://1234@other:7000/SIA2", 2),
		to(3, BY_SMS, 3),
	]);
	scene.silent.add("centre");
	await scene.does("zone 1 open");
	expect(scene.frames()).toEqual(["1 #1234|1130 00 001", "2 #1234|Nri1/BA001"]);
	expect(scene.mailbox.happened).toHaveLength(1);
	await scene.close();
});

test("alone in its group it is tried again after a pause, for ever, and never given up", async () => {
	const scene = await aScene([to(1, BY_IP)]);
	scene.receiver.silent = true;
	await scene.does("zone 1 open");
	await scene.pass(200 * MINUTE, 10 * SECOND);
	expect(scene.panel.state.runtime.outbox).toHaveLength(1);
	expect(scene.frames().length).toBeGreaterThan(300);
	scene.receiver.silent = false;
	await scene.pass(2 * MINUTE);
	expect(scene.panel.state.runtime.outbox).toEqual([]);
	expect(scene.log("reported")).toEqual(["24-hour zones.1 to 1"]);
	await scene.close();
});

test("a supervised line is polled, lost after three NULLs, and found by any answer", async () => {
	const scene = await aScene([to(1, BY_IP)], { supervision: 85 * SECOND });
	await scene.pass(3 * MINUTE);
	expect(scene.frames()).toEqual(["0 ", "0 "]);
	scene.receiver.silent = true;
	await scene.pass(10 * MINUTE);
	expect(scene.events.filter(({ type }) => type === "supervision")).toEqual([
		{ type: "supervision", destination: 1, present: true },
		{ type: "supervision", destination: 1, present: false },
	]);
	// One report of it waits, however long it lasts.
	expect(scene.panel.state.runtime.outbox).toMatchObject([
		{ event: "receiver", qualifier: "event" },
	]);
	expect(scene.panel.state.runtime.troubles).toMatchObject([
		{ name: "receiver", present: true },
	]);
	scene.receiver.silent = false;
	await scene.does("zone 1 open");
	await scene.pass(MINUTE);
	expect(
		scene.events.filter(({ type }) => type === "supervision").at(-1),
	).toEqual({ type: "supervision", destination: 1, present: true });
	expect(scene.panel.state.runtime.troubles).toEqual([]);
	expect(scene.log("reported")).toEqual([
		"receiver to 1",
		"24-hour zones.1 to 1",
		"receiver restore to 1",
	]);
	await scene.close();
});

test("another URL is another line, and a destination that is deleted is let go of", async () => {
	const scene = await aScene([to(1, BY_IP)]);
	await scene.does("zone 1 open");
	const by = { via: "local" } as const;
	await scene.panel.happens({
		type: "set-destination",
		destination: 1,
		by,
		url: "ip://1234@other:7000/SIA2",
	});
	await scene.does("zone 1 close");
	await scene.panel.happens({ type: "delete-destination", destination: 1, by });
	await scene.does("zone 1 open");
	expect(scene.opened).toEqual(["centre", "other"]);
	expect(scene.frames()).toEqual(["1 #1234|1130 00 001", "2 #1234|Nri1/BR001"]);
	await scene.close();
});

test("a power cut before the answer: nothing is lost, and it is sent once more under its number", async () => {
	const scene = await aScene([to(1, BY_IP)]);
	scene.receiver.silent = true;
	await scene.does("zone 1 open", "power cut");
	scene.receiver.silent = false;
	await scene.pass(MINUTE);
	expect(scene.frames()).toEqual(["1 #1234|1130 00 001"]);
	await scene.does("power restore");
	expect(scene.frames().slice(1, 2)).toEqual(["1 #1234|1130 00 001"]);
	expect(
		scene.log("reported").filter((each) => each.startsWith("24-hour")),
	).toEqual(["24-hour zones.1 to 1"]);
	await scene.close();
});

describe("killed at every write between an alarm and its ACK", () => {
	test.each([
		["by SMS", [to(1, BY_SMS)]],
		["by DC-09", [to(1, BY_IP)]],
		["by both", [to(1, BY_IP), to(2, BY_SMS, 2)]],
	])("%s, it is reported, and once confirmed", async (_, destinations) => {
		let kills = 0;
		for (let last = 1; ; last += 1) {
			const { killed, state, frames, texts } = await killedAt(
				last,
				destinations,
			);
			if (!killed) break;
			kills += 1;
			const confirmed = state.runtime.log
				.filter(({ event }) => event === "reported")
				.map(({ about }) => about);
			expect([last, confirmed.toSorted()]).toEqual([
				last,
				destinations.map(({ id }) => `24-hour zones.1 to ${id}`),
			]);
			expect(state.runtime.outbox).toEqual([]);
			const hasIp = destinations.some(({ url }) => url === BY_IP);
			// A second one has the number of the first: the receiver knows it again.
			expect(new Set(frames).size).toBe(hasIp ? 1 : 0);
			expect(frames.length).toBeLessThanOrEqual(2);
			expect(texts.length).toBeLessThanOrEqual(2);
		}
		expect(kills).toBeGreaterThanOrEqual(6);
	});
});

// Helpers

function to(id: number, url: string, group = 1): Destination {
	return { id, url, group, level: "all", carrier: "" };
}

function stateWith(destinations: readonly Destination[]): PanelState {
	const state = panelWithZones([]);
	return {
		...state,
		zones: [aZone(1, "24-hour")],
		reporting: { ...state.reporting, destinations },
	};
}

async function step(panel: Panel, text: string): Promise<void> {
	const read = readTypedEvent(text);
	if (!read.ok) throw new Error(read.fault.message);
	await panel.happens(read.event);
}

/** A panel in virtual time with a receiver and a phone. */
async function aScene(
	destinations: readonly Destination[],
	settings: Partial<Dc09Settings> = {},
) {
	const clock = virtualClock(NOON);
	const receiver = aReceiver(clock);
	const other = aReceiver(clock);
	const silent = new Set<string>();
	const opened: string[] = [];
	const events: ReceiverEvent[] = [];
	let kept = stateWith(destinations);
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store: {
			load: async () => kept,
			async save(state) {
				kept = state;
			},
			async close() {},
		},
		onTrouble: (error) => {
			throw error;
		},
	});
	const room = panel.report(
		(_, address, onSupervision) => {
			opened.push(address.host);
			return new Dc09Receiver({
				address,
				clock,
				onSupervision,
				settings: { ...usualSettings, ...settings },
				open: () => {
					const end = address.host === "other" ? other : receiver;
					end.silent = silent.has(address.host) || end.silent;
					return end.open();
				},
				wallTime: () => clock.now(),
				chance: (count) => new Uint8Array(count),
			});
		},
		(event) => events.push(event),
		() => settings.supervision !== undefined,
	);
	const mailbox = testMailbox();
	const mailRoom = panel.serve(mailbox, () => {});
	await settle();
	return {
		panel,
		receiver,
		silent,
		opened,
		events,
		mailbox,
		frames: () =>
			[...receiver.received, ...other.received].map(
				({ frame }) => `${frame?.sequence} ${frame?.data}`,
			),
		log: (event: string) =>
			panel.state.runtime.log
				.filter((entry) => entry.event === event)
				.map(({ about }) => about),
		async does(...steps: readonly string[]) {
			for (const each of steps) {
				await step(panel, each);
				await settle();
			}
		},
		async pass(milliseconds: number, pace = SECOND) {
			const end = clock.now() + milliseconds;
			while (clock.now() < end) {
				await clock.advanceTo(Math.min(clock.now() + pace, end));
				await settle();
			}
		},
		async close() {
			mailbox.close();
			await room.close();
			await mailRoom.close();
			await panel.close();
		},
	};
}

/** An alarm of a panel that dies at a step; another one goes on from what was saved. */
async function killedAt(last: number, destinations: readonly Destination[]) {
	const clock = virtualClock(NOON);
	const receiver = aReceiver(clock);
	const texts: string[] = [];
	let kept = stateWith(destinations);
	let steps = 0;
	const body = killable(() => {
		steps += 1;
		return steps === last;
	});
	const immortal = killable(() => false);
	const live = async (one: Killable) => {
		const {
			store,
			open,
			clock: mortal,
		} = killableSurroundings(one, {
			clock,
			open: receiver.open,
			load: async () => kept,
			keep: async (state) => {
				kept = state;
			},
		});
		const panel = await startPanel({
			model: vst2752,
			number: PANEL,
			clock: mortal,
			store,
			onTrouble: (error) => {
				throw error;
			},
		});
		panel.report(
			(_, address) => dc09(address, mortal, open),
			() => {},
		);
		const mailbox = testMailbox();
		panel.serve(
			{
				...mailbox,
				async send(to, text, options) {
					await one.step();
					const outcome = await mailbox.send(to, text, options);
					texts.push(text);
					await one.step();
					return outcome;
				},
			},
			() => {},
		);
		return panel;
	};
	const first = await live(body);
	void step(first, "zone 1 trip");
	await settle();
	if (body.dead) {
		const second = await live(immortal);
		await settle();
		// It died before the alarm was durable: nobody was told that it was taken.
		if (kept.runtime.log.length === 0) await step(second, "zone 1 trip");
		await settle();
	}
	return {
		killed: body.dead,
		state: kept,
		texts,
		frames: receiver.received.map(
			({ frame }) => `${frame?.sequence} ${frame?.data}`,
		),
	};
}

function dc09(
	address: ConstructorParameters<typeof Dc09Receiver>[0]["address"],
	clock: Clock,
	open: () => Promise<Transport>,
): Dc09Receiver {
	return new Dc09Receiver({
		address,
		clock,
		open,
		settings: usualSettings,
		wallTime: () => clock.now(),
		chance: (count) => new Uint8Array(count),
	});
}
