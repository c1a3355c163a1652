import fc from "fast-check";
import { expect, test } from "vitest";
import { startPanel } from "../../src/device/panel.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { aheadClock } from "../../src/time/ahead-clock.ts";
import { type FakeMachine, fakeMachine } from "../../src/time/fake-machine.ts";
import { steadyClock } from "../../src/time/steady-clock.ts";
import { DAY, SECOND } from "../../src/time/units.ts";
import { panelWithZones } from "../support/panel-with-zones.ts";
import { NOON, PANEL } from "../support/texting.ts";

const house = panelWithZones(["entry"]);
const EXIT = house.timers.exitAway * 1000;
const ENTRY = house.timers.entry1 * 1000;
const SIREN = house.timers.siren * 60_000;

interface Setting {
	readonly after: number;
	readonly by: number;
	readonly looked: boolean;
}

/** The machine's clock is set by so much when so much time has passed. */
const settings: fc.Arbitrary<readonly Setting[]> = fc.array(
	fc.record({
		after: fc.integer({ min: 0, max: 20_000 }),
		by: fc.oneof(
			fc.integer({ min: -5000, max: 5000 }),
			fc.integer({ min: -4000 * DAY, max: 4000 * DAY }),
		),
		// Somebody looks at the panel right after, or it finds out by itself.
		looked: fc.boolean(),
	}),
	{ maxLength: 8 },
);

function start(machine: FakeMachine, state: PanelState) {
	return startPanel({
		model: vst2752,
		number: PANEL,
		clock: aheadClock(steadyClock(machine)),
		store: memoryStore(state),
		onTrouble(error) {
			throw error;
		},
	});
}

/** A restart at any moment keeps what was left where the clock is not set meanwhile. */
test("a delay of n seconds lasts n seconds, whatever becomes of the machine's clock", async () => {
	await fc.assert(
		fc.asyncProperty(
			settings,
			settings,
			settings,
			fc.boolean(),
			async (inExit, inEntry, inAlarm, restarts) => {
				const machine = fakeMachine(NOON);
				let panel = await start(machine, house);
				const happens = async (step: string) => {
					const read = readTypedEvent(step);
					if (!read.ok) throw new RangeError(step);
					await panel.happens(read.event);
				};
				/** Lets a delay pass; what is seen may change at its end and not before. */
				const lasts = async (
					length: number,
					changes: readonly Setting[],
					seen: () => unknown,
				) => {
					const before = seen();
					let gone = 0;
					for (const { after, by, looked } of changes) {
						if (gone + after >= length) break;
						await machine.pass(after);
						gone += after;
						// A new process takes a step of less than a second for none.
						machine.set(restarts ? Math.trunc(by / SECOND) * SECOND : by);
						if (looked) await panel.catchUp();
						if (looked && restarts) {
							const { state } = panel;
							await panel.close();
							panel = await start(machine, state);
						}
						expect(seen()).toEqual(before);
					}
					await machine.pass(length - gone - 1);
					expect(seen()).toEqual(before);
					await machine.pass(1);
					expect(seen()).not.toEqual(before);
				};
				await happens("keypad 1234 away");
				await lasts(EXIT, inExit, () => panel.state.runtime.mode);
				expect(panel.state.runtime.mode).toBe("away");
				await happens("zone 1 open");
				await lasts(ENTRY, inEntry, () => panel.state.runtime.alarms.length);
				expect(panel.state.runtime.siren).toBe(true);
				await lasts(SIREN, inAlarm, () => panel.state.runtime.siren);
				expect(panel.state.runtime.alarms.map(({ kind }) => kind)).toEqual([
					"perimeter",
				]);
				await panel.close();
			},
		),
		{ numRuns: 200 },
	);
});
