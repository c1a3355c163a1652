import { expect, test } from "vitest";
import { startPanel } from "../../src/device/panel.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { fresh, NOON, PANEL } from "../support/texting.ts";

test("a time of day that somebody wrote into the file arms, though nothing else ever happens", async () => {
	const state = {
		...fresh(vst2752),
		schedules: [{ id: 1, hour: 22, minute: 0, mode: "away" as const }],
	};
	const clock = virtualClock(NOON);
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store: memoryStore(state),
		onTrouble: (error) => {
			throw error;
		},
	});
	await clock.advanceTo(NOON + 10 * 3_600_000);
	await panel.catchUp();
	expect(panel.state.runtime.mode).toBe("arming");
	await panel.close();
});

test("a panel that has nothing to do at its start writes nothing", async () => {
	const memory = memoryStore(fresh(vst2752));
	let saves = 0;
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock: virtualClock(NOON),
		store: {
			...memory,
			save(state) {
				saves += 1;
				return memory.save(state);
			},
		},
		onTrouble: (error) => {
			throw error;
		},
	});
	await panel.close();
	expect(saves).toBe(0);
});
