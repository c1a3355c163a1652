import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { startPanel } from "../../src/device/panel.ts";
import type { MailEvent } from "../../src/firmware/mail-room.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { readStep } from "../../src/panel/typed-event.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import type { PanelStore } from "../../src/store/panel-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { having } from "../support/panel-builder.ts";
import { ANNA, panelWithPeople } from "../support/panel-with-people.ts";
import { testMailbox } from "../support/test-mailbox.ts";
import { fresh, NOON, PANEL, PHONE } from "../support/texting.ts";

const SET_PIN = "PROG 7982 USRS:1,4321";

test("a text is forgotten when it is durable, and its answer goes out", async () => {
	const { box, saved, close } = await onAir();
	await box.bring(SET_PIN);
	await close();
	expect(box.happened).toEqual([`sent ${PHONE} USRS:OK`, `forgot ${SET_PIN}`]);
	expect(
		saved.map(({ users, runtime }) => [users[0]?.pin, runtime.outgoing]),
	).toEqual([
		["4321", [{ id: 1, to: PHONE, text: "USRS:OK" }]],
		["4321", []],
	]);
});

test("a text that the network repeats is executed once and answered once", async () => {
	const { box, close, state } = await onAir();
	await box.bring("PROG 7982 ECHO:");
	await box.bring("PROG 7982 ECHO:");
	await box.bring("PROG 7982 ECHO:", { reference: 7 });
	await box.bring("PROG 7982 ECHO:", { sentAt: NOON + 1000 });
	await close();
	expect(box.happened.filter((line) => line.startsWith("sent"))).toEqual(
		Array(3).fill(`sent ${PHONE} ECHO:OK`),
	);
	expect(state().runtime.log).toHaveLength(3);
});

test("a text without a service-centre time cannot be told from its repetition", async () => {
	const { box, close, state } = await onAir();
	await box.bring("PROG 7982 ECHO:", { sentAt: null });
	await box.bring("PROG 7982 ECHO:", { sentAt: null });
	await close();
	expect(state().runtime.log).toHaveLength(2);
});

test("a sender is heard so often an hour; others still are, and an hour later he is again", async () => {
	const { box, clock, close, state } = await onAir({ hourly: 2 });
	const echo = (from: string, sentAt: number) =>
		box.bring("PROG 7982 ECHO:", { from, sentAt });
	for (const sentAt of [1, 2, 3]) await echo(PHONE, sentAt);
	await echo("+15550177", 4);
	await clock.advanceTo(NOON + 3_600_000);
	await echo(PHONE, 5);
	await close();
	expect(state().runtime.log.map(({ by }) => by)).toEqual([
		`sms ${PHONE}`,
		`sms ${PHONE}`,
		"sms +15550177",
		`sms ${PHONE}`,
	]);
});

test("two panels that know each other's credentials do not talk for ever", async () => {
	const { box, close } = await onAir();
	await box.bring("USRS:OK");
	await box.bring("USRS:ERROR", { sentAt: NOON + 1 });
	await box.bring("PROG 7982 ECHO:", { from: PANEL });
	await close();
	expect(box.happened.filter((line) => line.startsWith("sent"))).toEqual([]);
});

test("a name is heard and not answered, and nobody is", async () => {
	const { box, close, state } = await onAir();
	await box.bring(SET_PIN, { from: "+15550100", named: true });
	await box.bring(SET_PIN, { from: "", sentAt: NOON + 1 });
	await close();
	expect(box.happened).toEqual([`forgot ${SET_PIN}`, `forgot ${SET_PIN}`]);
	expect(state().runtime.outgoing).toEqual([]);
});

test("who asks for the credit gets what the network says, in a text of its own", async () => {
	const remote = { ...panelWithPeople.remote, creditCode: "*100#" };
	const { box, close, state } = await onAir({
		state: { ...panelWithPeople, remote },
	});
	box.answers.set("*100#", "You have 5.20 EUR");
	await box.bring("CREDIT", { from: ANNA });
	await setImmediate();
	box.answers.clear();
	await box.bring("CREDIT", { from: ANNA, sentAt: NOON + 1 });
	await setImmediate();
	await close();
	expect(box.happened.filter((line) => line.startsWith("sent"))).toEqual([
		`sent ${ANNA} The network is being asked; its answer follows.`,
		`sent ${ANNA} Credit: You have 5.20 EUR`,
		`sent ${ANNA} The network is being asked; its answer follows.`,
		`sent ${ANNA} Credit: the network did not answer.`,
	]);
	expect(state().runtime.creditFor).toEqual([]);
});

test("what waited in the outbox goes out at the next start", async () => {
	const state = fresh(vst2752);
	const outgoing = [{ id: 3, to: PHONE, text: "USRS:OK" }];
	const waiting = { ...state, runtime: { ...state.runtime, outgoing } };
	const { box, close, state: present } = await onAir({ state: waiting });
	await close();
	expect(box.happened).toEqual([`sent ${PHONE} USRS:OK`]);
	expect(present().runtime.outgoing).toEqual([]);
});

test("a text that could not go out is tried again; one that never can is given up", async () => {
	const { box, clock, close, state } = await onAir();
	box.outcomes.push(
		{ sent: false, reason: "no network", retry: true },
		{ sent: false, reason: "no such number", retry: false },
	);
	await box.bring("PROG 7982 ECHO:");
	await setImmediate();
	await clock.advanceTo(NOON + 60_000);
	await setImmediate();
	await close();
	expect(box.happened).toEqual([
		`could not send ${PHONE} ECHO:OK`,
		"forgot PROG 7982 ECHO:",
		`could not send ${PHONE} ECHO:OK`,
	]);
	expect(state().runtime.outgoing).toEqual([]);
	expect(state().runtime.log.at(-1)).toMatchObject({
		event: "not-sent",
		about: PHONE,
	});
});

test("a text whose result the modem never tells goes eleven times in a day, alone after the first time, and holds up none to its number", async () => {
	const { box, clock, close, state } = await onAir();
	const tries: [minute: number, once: boolean | undefined][] = [];
	const { send } = box;
	let again = () => {};
	const triedAgain = new Promise<void>((resolve) => {
		again = resolve;
	});
	box.send = (to, text, options) => {
		if (text !== "ECHO:OK") return send.call(box, to, text);
		tries.push([(clock.now() - NOON) / 60_000, options?.once]);
		if (tries.length === 12) again();
		const unseen = { reason: "no answer", retry: true, unseen: true };
		return Promise.resolve({ sent: false, ...unseen });
	};
	await box.bring("PROG 7982 ECHO:");
	await setImmediate();
	for (let minute = 1; minute <= 24 * 60; minute++) {
		await clock.advanceTo(NOON + minute * 60_000);
		await setImmediate();
	}
	expect(tries).toEqual([
		[0, false],
		...[1, 3, 7, 15, 31, 63, 127, 255, 511, 1023].map((at) => [at, true]),
	]);
	await box.bring(SET_PIN, { sentAt: NOON + 1 });
	await triedAgain;
	await close();
	expect(box.happened).toEqual([
		"forgot PROG 7982 ECHO:",
		`sent ${PHONE} USRS:OK`,
		`forgot ${SET_PIN}`,
	]);
	// The modem told of another: what is in doubt was tried at once.
	expect(tries.slice(11)).toEqual([[24 * 60, true]]);
	expect(state().runtime.outgoing).toMatchObject([
		{ text: "ECHO:OK", doubt: { tries: 12 } },
	]);
	expect(state().runtime.log.map(({ event }) => event)).toEqual([
		"test",
		"maybe-sent",
		"programmed",
	]);
});

test("a trouble is reported to each destination of its group until one has it", async () => {
	const destinations = [
		{ id: 1, url: "ip://1234@192.0.2.1:2280/CID" },
		{ id: 2, url: "gsm://1234@+15550188" },
		{ id: 3, url: "sms://+15550199" },
	].map((each) => ({ ...each, group: 1, level: "all" as const, carrier: "" }));
	const state = {
		...fresh(vst2752),
		reporting: { ...fresh(vst2752).reporting, destinations },
	};
	const { box, close, state: present, happens } = await onAir({ state });
	box.outcomes.push({ sent: false, reason: "no network", retry: true });
	await happens("sim missing");
	await close();
	expect(box.happened).toEqual([
		"could not send +15550188 1234 18 1300 00 000 6AAB",
		"sent +15550199 SIM missing",
	]);
	expect(present().runtime.outbox).toEqual([]);
});

test("people are told behind reports, in their order and their language", async () => {
	const { box, close, state, happens } = await onAir({ state: withPeople() });
	await happens("sim missing");
	await happens("sim present");
	await close();
	expect(box.happened).toEqual([
		"sent +33612345678 Trouble: SIM.",
		"sent +33687654321 Défaut: SIM.",
		"sent +33612345678 In order again: SIM.",
		"sent +33687654321 Rétabli: SIM.",
	]);
	expect(state().runtime.notices).toEqual([]);
});

test("a notice is tried again while nobody can be reached, and given up when none can ever go", async () => {
	const { box, clock, close, state, happens } = await onAir({
		state: withPeople(),
	});
	box.outcomes.push(
		{ sent: false, reason: "no network", retry: true },
		{ sent: false, reason: "no such number", retry: false },
	);
	await happens("sim missing");
	expect(state().runtime.notices).toMatchObject([{ person: 1 }]);
	await clock.advanceTo(NOON + 60_000);
	await setImmediate();
	await close();
	expect(box.happened).toEqual([
		"could not send +33612345678 Trouble: SIM.",
		"could not send +33687654321 Défaut: SIM.",
		"sent +33612345678 Trouble: SIM.",
	]);
	expect(state().runtime.notices).toEqual([]);
});

test("a number that cannot be reached holds up nobody else, and its own texts keep their order", async () => {
	const { box, clock, close } = await onAir();
	const echo = (from: string, sentAt: number) =>
		box.bring("PROG 7982 ECHO:", { from, sentAt });
	box.outcomes.push({ sent: false, reason: "no network", retry: true });
	await echo(PHONE, 1);
	await box.bring(SET_PIN, { sentAt: 2 });
	await echo("+15550177", 3);
	await setImmediate();
	expect(box.happened.filter((line) => !line.startsWith("forgot"))).toEqual([
		`could not send ${PHONE} ECHO:OK`,
		"sent +15550177 ECHO:OK",
	]);
	await clock.advanceTo(NOON + 60_000);
	await setImmediate();
	expect(box.happened.slice(-2)).toEqual([
		`sent ${PHONE} ECHO:OK`,
		`sent ${PHONE} USRS:OK`,
	]);
	await close();
});

test("a text that comes while there is no power waits, and is carried out when it is back", async () => {
	const { box, close, state, happens } = await onAir();
	await happens("power cut");
	const done = box.bring(SET_PIN);
	await setImmediate();
	expect(box.happened).toEqual([]);
	expect(state().users[0]?.pin).toBe("1234");
	await happens("power restore");
	await done;
	await close();
	expect(box.happened.toSorted()).toEqual([
		`forgot ${SET_PIN}`,
		`sent ${PHONE} USRS:OK`,
	]);
	expect(state().users[0]?.pin).toBe("4321");
});

test("a text that came just after the power went waits too", async () => {
	const disk = memoryStore(fresh(vst2752));
	const slow: PanelStore = {
		...disk,
		async save(state) {
			await setImmediate();
			await disk.save(state);
		},
	};
	const { box, close, state, happens } = await onAir({ store: slow });
	// It waits for its turn while the cut is being written.
	const cut = happens("power cut");
	const done = box.bring(SET_PIN);
	await cut;
	expect(box.happened).toEqual([]);
	expect(state().runtime.cutAt).toBe(NOON);
	await happens("power restore");
	await done;
	await close();
	expect(box.happened.toSorted()).toEqual([
		`forgot ${SET_PIN}`,
		`sent ${PHONE} USRS:OK`,
	]);
});

test("a mail room that closes without power forgets no text", async () => {
	const { box, close, state, happens } = await onAir();
	await happens("power cut");
	void box.bring(SET_PIN);
	void box.bring("PROG 7982 ECHO:", { sentAt: NOON + 1 });
	await setImmediate();
	await close();
	expect(box.happened).toEqual([]);
	expect(state().users[0]?.pin).toBe("1234");
});

test("an answer that did not go out before the power went goes out when it is back", async () => {
	const state = fresh(vst2752);
	const outgoing = [{ id: 3, to: PHONE, text: "USRS:OK" }];
	const runtime = { ...state.runtime, outgoing, cutAt: NOON };
	const { box, close, happens } = await onAir({ state: { ...state, runtime } });
	await setImmediate();
	expect(box.happened).toEqual([]);
	await happens("power restore");
	await close();
	expect(box.happened).toEqual([`sent ${PHONE} USRS:OK`]);
});

test("an answer whose sending the power cut broke off goes out as soon as it is back", async () => {
	const { box, close, happens } = await onAir();
	const permitted: (boolean | undefined)[] = [];
	const { send } = box;
	box.send = async (to, text, options) => {
		if (permitted.length === 0) await happens("power cut");
		permitted.push(options?.mayGo?.());
		return send(to, text);
	};
	box.outcomes.push({ sent: false, reason: "no network", retry: true });
	await box.bring("PROG 7982 ECHO:");
	await setImmediate();
	await setImmediate();
	expect(box.happened).toEqual([
		"forgot PROG 7982 ECHO:",
		`could not send ${PHONE} ECHO:OK`,
	]);
	await happens("power restore");
	await close();
	expect(box.happened.slice(2)).toEqual([`sent ${PHONE} ECHO:OK`]);
	expect(permitted).toEqual([false, true]);
});

test("while the disk is full nothing is acted upon, answered or forgotten", async () => {
	const disk = memoryStore(fresh(vst2752));
	const full: PanelStore = {
		...disk,
		load: () => disk.load(),
		save: () => Promise.reject(new Error("no space left")),
	};
	const { box, events, close, state } = await onAir({ store: full });
	void box.bring(SET_PIN);
	await close();
	expect(box.happened).toEqual([]);
	expect(state()).toEqual(fresh(vst2752));
	expect(events).toEqual([
		{ type: "trouble", error: new Error("no space left") },
	]);
});

test("a mail room that closes while a text could not be saved leaves those behind it too", async () => {
	const disk = diskOf(fresh(vst2752));
	const { box, close } = await onAir({ store: disk });
	disk.isFull = true;
	void box.bring("PROG 7982 USRS:1,2345");
	void box.bring("PROG 7982 USRS:1,3456", { sentAt: NOON + 1 });
	await setImmediate();
	disk.isFull = false;
	await close();
	expect(box.happened).toEqual([]);
	expect(await disk.load()).toEqual(fresh(vst2752));
});

describe("once the disk has room again, without anything else happening,", () => {
	test("texts that could not be saved are acted upon, in their order and once", async () => {
		const disk = diskOf(fresh(vst2752));
		const { box, clock, close, events } = await onAir({ store: disk });
		disk.isFull = true;
		const brought = ["2345", "3456", "4567"].map((pin, at) =>
			box.bring(`PROG 7982 USRS:1,${pin}`, { sentAt: NOON + at }),
		);
		await setImmediate();
		await clock.advanceTo(NOON + 5_000);
		await setImmediate();
		expect(box.happened).toEqual([]);
		disk.isFull = false;
		await clock.advanceTo(NOON + 10_000);
		await Promise.all(brought);
		await setImmediate();
		await close();
		expect(box.happened.filter((line) => line.startsWith("forgot"))).toEqual(
			["2345", "3456", "4567"].map((pin) => `forgot PROG 7982 USRS:1,${pin}`),
		);
		expect((await disk.load())?.users[0]?.pin).toBe("4567");
		expect(events).toHaveLength(2);
	});

	test("an alarm that fell due sounds at once, and is on the disk within five seconds", async () => {
		const state = having(fresh(vst2752), {
			type: "add-device",
			zone: 1,
			lastZone: 30,
			rfId: "000001",
		});
		const zones = state.zones.map((zone) => ({
			...zone,
			attribute: "entry" as const,
		}));
		const disk = diskOf({
			...state,
			zones,
			timers: { ...state.timers, entry1: 4, entry2: 4 },
			runtime: { ...state.runtime, mode: "away" },
		});
		const {
			clock,
			close,
			happens,
			state: present,
			sirens,
		} = await onAir({ store: disk, state: await disk.load() });
		await happens("zone 1 open");
		disk.isFull = true;
		await clock.advanceTo(NOON + 4_000);
		await setImmediate();
		expect(present().runtime.alarms).toMatchObject([{ zone: 1 }]);
		expect(present().runtime.siren).toBe(true);
		expect(sirens()).toEqual([[NOON + 4_000, true]]);
		expect((await disk.load()).runtime.siren).toBe(false);
		await clock.advanceTo(NOON + 12_000);
		expect((await disk.load()).runtime.siren).toBe(false);
		disk.isFull = false;
		await clock.advanceTo(NOON + 17_000);
		expect((await disk.load()).runtime).toEqual(present().runtime);
		expect(sirens()).toEqual([[NOON + 4_000, true]]);
		await close();
	});

	test("what happened in the house meanwhile is on the disk, and what was asked for is not done", async () => {
		const disk = diskOf(fresh(vst2752));
		const { clock, close, happens, state } = await onAir({ store: disk });
		disk.isFull = true;
		const full = new Error("no space left");
		await expect(happens("battery low")).rejects.toEqual(full);
		await expect(happens("keypad 1234 away")).rejects.toEqual(full);
		expect(state().runtime.mode).toBe("disarm");
		expect(state().runtime.troubles).toMatchObject([{ name: "battery-low" }]);
		disk.isFull = false;
		await clock.advanceTo(NOON + 5_000);
		await close();
		expect((await disk.load()).runtime).toEqual(state().runtime);
		expect(state().runtime.troubles).toHaveLength(1);
	});

	test("a text that has left is not sent again", async () => {
		const disk = diskOf(fresh(vst2752));
		const { box, clock, close } = await onAir({ store: disk });
		box.whenSent = () => {
			disk.isFull = true;
		};
		await box.bring("PROG 7982 ECHO:");
		await setImmediate();
		expect((await disk.load()).runtime.outgoing).toHaveLength(1);
		disk.isFull = false;
		await clock.advanceTo(NOON + 5_000);
		await setImmediate();
		await close();
		expect((await disk.load()).runtime.outgoing).toEqual([]);
		expect(box.happened.filter((line) => line.startsWith("sent"))).toEqual([
			`sent ${PHONE} ECHO:OK`,
		]);
	});
});

// Helpers

/** A store whose disk can be full. */
function diskOf(state: PanelState): PanelStore & { isFull: boolean } {
	const memory = memoryStore(state);
	return {
		isFull: false,
		load: () => memory.load(),
		async save(next) {
			if (this.isFull) throw new Error("no space left");
			await memory.save(next);
		},
		close: () => memory.close(),
	};
}

/** Anna, and Bob who reads French. */
function withPeople(): PanelState {
	const person = { type: "set-person", person: null } as const;
	return having(
		fresh(vst2752),
		{ ...person, name: "Anna", numbers: ["+33612345678"] },
		{ ...person, name: "Bob", numbers: ["+33687654321"], language: "fr" },
	);
}

interface Setting {
	readonly hourly?: number;
	readonly state?: PanelState;
	readonly store?: PanelStore;
}

/** A panel on a mailbox in virtual time, with every state that it saved. */
async function onAir({ hourly, state = fresh(vst2752), store }: Setting = {}) {
	const saved: PanelState[] = [];
	const events: MailEvent[] = [];
	const memory = memoryStore(state);
	const clock = virtualClock(NOON);
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		...(hourly === undefined ? {} : { hourly }),
		store: store ?? {
			load: () => memory.load(),
			save(next) {
				saved.push(next);
				return memory.save(next);
			},
			close: () => memory.close(),
		},
		onTrouble: (error) => events.push({ type: "trouble", error }),
	});
	const box = testMailbox();
	const room = panel.serve(box, (event) => {
		if (event.type === "trouble") events.push(event);
	});
	return {
		box,
		async happens(step: string) {
			const read = readStep(step);
			if (!read.ok) throw new Error(read.fault.message);
			await panel.happens(read.event);
			await setImmediate();
		},
		clock,
		saved,
		events,
		state: () => panel.state,
		/** When the siren started or stopped. */
		sirens: () =>
			panel.activity
				.from(1)
				.flatMap((activity) =>
					activity.type !== "event"
						? []
						: activity.outcome.effects.flatMap((effect) =>
								effect.type === "siren" ? [[activity.at, effect.on]] : [],
							),
				),
		async close() {
			box.close();
			await room.close();
		},
	};
}
