import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import type { PanelStore } from "../../src/store/panel-store.ts";
import { diskOf, onAir, SET_PIN } from "../support/mail-room-on-air.ts";
import { having } from "../support/panel-builder.ts";
import { fresh, NOON, PHONE } from "../support/texting.ts";

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
