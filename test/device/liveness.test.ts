import { expect, test } from "vitest";
import { Liveness } from "../../src/device/liveness.ts";
import { startPanel } from "../../src/device/panel.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { fakeMachine } from "../../src/time/fake-machine.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { having } from "../support/panel-builder.ts";
import { panelWithPeople } from "../support/panel-with-people.ts";
import { pass } from "../support/scripted-line.ts";
import { NOON, PANEL } from "../support/texting.ts";

async function aPanel(state = panelWithPeople) {
	const clock = virtualClock(NOON);
	const machine = fakeMachine(NOON);
	let write = async () => {};
	const store = memoryStore(state);
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store: {
			...store,
			async save(state) {
				await write();
				await store.save(state);
			},
		},
		onTrouble() {},
	});
	const liveness = new Liveness(panel, clock, 1, machine);
	return {
		clock,
		machine,
		panel,
		liveness,
		/** Both clocks go. */
		async both(time: number) {
			for (let gone = 0; gone < time; gone += 1000) {
				await machine.pass(1000);
				await pass(clock, 1000, 1000);
			}
		},
		writes(how: () => Promise<void>) {
			write = how;
		},
	};
}

test("it lives while its clock goes and writes end, well or not", async () => {
	const { liveness, panel, both, writes } = await aPanel();
	writes(() => Promise.reject(new Error("the disk is full")));
	await panel
		.happens({
			type: "trouble",
			trouble: "mains",
			zone: 0,
			present: true,
			by: { via: "site" },
		})
		.catch(() => {});
	await both(120_000);
	expect(liveness.reasons).toEqual([]);
});

test("a clock that stands still", async () => {
	const { liveness, machine } = await aPanel();
	await machine.pass(30_000);
	expect(liveness.reasons).toEqual([]);
	await machine.pass(1000);
	expect(liveness.reasons).toEqual([
		"the panel's clock stands still for 31s",
		"the panel does not get on with its work for 31s",
	]);
});

test.each([365 * 24 * 3_600_000, -3_600_000])(
	"the machine's clock is set by %d ms, which is no reason to start the service anew",
	async (by) => {
		const { liveness, machine, both } = await aPanel();
		machine.set(by);
		expect(liveness.reasons).toEqual([]);
		await both(60_000);
		expect(liveness.reasons).toEqual([]);
		await machine.pass(31_000);
		expect(liveness.reasons).toHaveLength(2);
	},
);

test("a write that hangs", async () => {
	const { liveness, panel, both, writes } = await aPanel();
	await both(10_000);
	writes(() => new Promise(() => {}));
	void panel.happens({ type: "mute", by: { via: "local" } });
	void panel.happens({
		type: "trouble",
		trouble: "mains",
		zone: 0,
		present: true,
		by: { via: "site" },
	});
	await both(60_000);
	expect(liveness.reasons).toEqual([
		"the panel does not get on with its work for 1m",
	]);
});

test("what can leave and does not", async () => {
	const { liveness, panel, both } = await aPanel();
	await panel.happens({
		type: "queue-text",
		to: "+15550101",
		text: "hello",
		by: { via: "local" },
	});
	await both(660_000);
	expect(liveness.reasons).toEqual([]);
	// A modem that works, and nobody who sends.
	panel.modem.note({ type: "started", name: "virtual:" });
	panel.modem.note({
		type: "coverage",
		state: "found",
		registration: "registered, home network",
		advice: null,
	});
	await both(600_000);
	expect(liveness.reasons).toEqual([]);
	await both(15_000);
	expect(liveness.reasons).toEqual(["nothing leaves the outbox for 10m 10s"]);
	panel.modem.noteMail({
		type: "sent",
		to: "+15550101",
		text: "hello",
		outcome: { sent: false, reason: "busy", retry: true },
	});
	expect(liveness.reasons).toEqual([]);
	panel.modem.note({ type: "lost", name: "virtual:", reason: "unplugged" });
	await both(700_000);
	expect(liveness.reasons).toEqual([]);
});

test("a report that a receiver does not take hides no text that does not leave", async () => {
	const by = { via: "local" } as const;
	const url = "ip://1234@192.0.2.1:5000/SIA2";
	const { liveness, panel, both } = await aPanel(
		having(panelWithPeople, { type: "set-destination", destination: 1, url }),
	);
	await panel.happens({ type: "queue-text", to: "+15550101", text: "hi", by });
	await panel.happens({
		type: "trouble",
		trouble: "battery-low",
		zone: 0,
		present: true,
		by,
	});
	expect(panel.state.runtime.outbox).toHaveLength(1);
	panel.modem.note({ type: "started", name: "virtual:" });
	panel.modem.note({
		type: "coverage",
		state: "found",
		registration: "registered, home network",
		advice: null,
	});
	await both(615_000);
	expect(liveness.reasons).toEqual(["nothing leaves the outbox for 10m 10s"]);
});

test("what may have arrived and waits for its next try is no reason", async () => {
	const { liveness, panel, both } = await aPanel();
	const by = { via: "local" } as const;
	await panel.happens({ type: "queue-text", to: "+1", text: "hello", by });
	for (let tries = 0; tries < 5; tries++)
		await panel.happens({ type: "text-in-doubt", id: 1, by });
	panel.modem.note({ type: "started", name: "virtual:" });
	panel.modem.note({
		type: "coverage",
		state: "found",
		registration: "registered, home network",
		advice: null,
	});
	await both(12 * 60_000);
	expect(liveness.reasons).toEqual([]);
});
