import { expect, test } from "vitest";
import type { ModemEvent } from "../../src/modem/link/modem-event.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import type { PanelDisk } from "../../src/store/panel-disk.ts";
import type { PanelStore } from "../../src/store/panel-store.ts";
import { aHouse } from "../support/house.ts";
import { panelWithPeople } from "../support/panel-with-people.ts";
import {
	acknowledged,
	readiness,
	reportingTo,
	unanswered,
} from "../support/readiness.ts";

test("whether it lives, and whether it can do its work", async () => {
	let ailments: readonly string[] = [];
	const house = await aHouse({ ailments: () => ailments });
	const asked = async (path: string) => {
		const answer = await house.get(path);
		return [answer.status, await answer.json()];
	};
	expect(await asked("/healthz")).toEqual([200, { ok: true, reasons: [] }]);
	expect(await asked("/readyz")).toEqual([200, { ok: true, reasons: [] }]);
	ailments = ["the panel's clock stands still for 31s"];
	const ill = [503, { ok: false, reasons: ailments }];
	expect(await asked("/healthz")).toEqual(ill);
	expect(await asked("/readyz")).toEqual(ill);
	await house.close();
});

test("it cannot do its work while its file cannot be written, and its disk is not worn out by asking", async () => {
	let probes = 0;
	let probe = async () => 1;
	let room: Awaited<ReturnType<PanelDisk["room"]>> = null;
	const disk: PanelDisk = {
		probe() {
			probes += 1;
			return probe();
		},
		room: async () => room,
	};
	const house = await aHouse({ disk });
	const ready = [200, []];
	expect([await readiness(house), await readiness(house)]).toEqual([
		ready,
		ready,
	]);
	expect(probes).toBe(1);
	await house.pass(60_000);
	const full = Object.assign(new Error("write"), { code: "ENOSPC" });
	probe = () => Promise.reject(full);
	const reason =
		"the panel's file cannot be written: the disk is full (ENOSPC); no change is confirmed";
	expect(await readiness(house)).toEqual([503, [reason]]);
	expect((await house.get("/healthz")).status).toBe(200);
	room = { bytes: 20_480, files: 9 };
	probe = async () => 1;
	expect(await readiness(house)).toEqual([
		503,
		["the disk of the panel's file is full: room for 20 KiB is left"],
	]);
	room = { bytes: 1_048_576, files: 9 };
	expect(await readiness(house)).toEqual(ready);
	expect(probes).toBe(4);
	await house.pass(60_000);
	probe = () => new Promise(() => {});
	const hangs = readiness(house);
	await house.pass(5000);
	expect(await hangs).toEqual([
		503,
		["a write of the panel's file takes longer than 5 s"],
	]);
	await house.close();
});

test("a change that could not be written is known at once, however lately the disk was found well", async () => {
	const full = Object.assign(new Error("write"), { code: "ENOSPC" });
	let isFull = false;
	const fail = async () => {
		if (isFull) throw full;
	};
	const memory = memoryStore(panelWithPeople);
	const save: PanelStore["save"] = async (state) => {
		await fail();
		await memory.save(state);
	};
	const house = await aHouse({
		store: { ...memory, save },
		// As under a quota: a line has room there.
		disk: {
			probe: async (isWhole) => {
				if (isWhole) await fail();
				return 1;
			},
			room: async () => null,
		},
	});
	expect(await readiness(house)).toEqual([200, []]);
	isFull = true;
	await expect(house.happens("keypad 1234 away")).rejects.toBe(full);
	const reason =
		"the panel's file cannot be written: the disk is full (ENOSPC); no change is confirmed";
	for (const _ of ["at once", "and then"])
		expect(await readiness(house)).toEqual([503, [reason]]);
	isFull = false;
	expect(await readiness(house)).toEqual([200, []]);
	await house.close();
});

test("each way out that is configured and does not work is named", async () => {
	let reason: string | null = "connection refused";
	const commands = { done: 0, refused: 0, ignored: 0 };
	const house = await aHouse({
		mqtt: () => ({ isConnected: reason === null, reason, commands }),
		state: reportingTo(3),
	});
	const supervised: ((present: boolean) => void)[] = [];
	const room = house.panel.report(
		(id, _, onSupervision) => {
			supervised[id] = onSupervision;
			return {
				send: async () => (id === 2 ? unanswered : acknowledged),
				close: async () => {},
			};
		},
		() => {},
		() => true,
	);
	expect(await readiness(house)).toEqual([
		503,
		["the broker is not connected: connection refused"],
	]);
	reason = null;
	expect(await readiness(house)).toEqual([200, []]);
	house.panel.modem.connect({} as never, "serial:///dev/ttyUSB0");
	expect(await readiness(house)).toEqual([
		503,
		["the modem cannot be used: it is not open yet"],
	]);
	for (const news of [
		{ type: "started" },
		{ type: "coverage", state: "found" },
	])
		house.panel.modem.note(news as ModemEvent);
	expect(await readiness(house)).toEqual([200, []]);
	await house.happens("keypad 1234 away");
	await house.pass(45_000);
	const second = "the receiver of destination 2 did not take the last report";
	expect(await readiness(house)).toEqual([503, [second]]);
	supervised[3]?.(false);
	expect(await readiness(house)).toEqual([
		503,
		[
			second,
			"the receiver of destination 3 does not answer: its supervised line is lost",
		],
	]);
	supervised[3]?.(true);
	expect(await readiness(house)).toEqual([503, [second]]);
	await room.close();
	await house.close();
});

test("a receiver that did not take a silent report is not named unless duress is shown", async () => {
	const evening = async (step: string, showDuress = false) => {
		const house = await aHouse({ showDuress, state: reportingTo(1) });
		const room = house.panel.report(
			() => ({
				send: async ({ event }) =>
					event === "duress" ? unanswered : acknowledged,
				close: async () => {},
			}),
			() => {},
		);
		await house.happens("keypad 1234 away");
		await house.pass(40_000);
		await house.happens(step);
		await house.pass(5000);
		const told = await readiness(house);
		await room.close();
		await house.close();
		return told;
	};
	expect(await evening("keypad 1234 disarm")).toEqual([200, []]);
	expect(await evening("keypad 9898 disarm")).toEqual([200, []]);
	expect(await evening("keypad 9898 disarm", true)).toEqual([
		503,
		["the receiver of destination 1 did not take the last report"],
	]);
});
