import { describe, expect, test } from "vitest";
import { armingPlanned } from "../../../src/panel/alarm/arm-at.ts";
import { clock, type Happening } from "../../../src/panel/state/event.ts";
import type { PanelState, Schedule } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { DAY, HOUR, MINUTE } from "../../../src/time/units.ts";
import { having } from "../../support/panel-builder.ts";
import {
	logOf,
	panelWithZones,
	programmed,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

/** A house with Anna, who wants to know what becomes of an arming, and Bob, who wants alarms only. */
const house = having(
	panelWithZones(["fire", "entry"]),
	{ type: "set-person", person: null, name: "Anna", numbers: ["+33612345678"] },
	{
		type: "set-person",
		person: null,
		name: "Bob",
		numbers: ["+33687654321"],
		notices: ["alarms"],
	},
);

/** What Anna is told of arming, in its whole. */
function toldOf({ runtime }: PanelState) {
	return runtime.notices.filter(({ about }) => about.startsWith("prevented"));
}

function notice(id: number, why: string, what: string, at: number) {
	const about = `prevented-by-${why}`;
	return { id, person: 1, at, about, what, subject: 0, zones: [], by: "" };
}

type Mode = Schedule["mode"];

/** Arms each day at one o'clock. */
function daily(mode: Mode): PanelState {
	const schedules = [{ id: 7, hour: 13, minute: 0, mode }];
	return stateAfter({ ...house, schedules }, "0 nothing");
}

const armAtOne: Happening = { type: "arm-at", hour: 13, minute: 0 };
const once = programmed(house, armAtOne);

/** The panel's clock is set at noon, by what it showed before. */
function setAtNoon(state: PanelState, difference: number): PanelState {
	const event = { type: "clock-set", difference, by: clock } as const;
	return transition(state, event, NOON + difference).state;
}

const ways = [
	["away, each day", daily("away"), "away"],
	["home, each day", daily("home-2"), "home"],
	["away, once", once, "away"],
] as const;

describe.each(ways)("a panel that is to arm %s", (_, state, what) => {
	test("and has an alarm when the time comes says so", () => {
		const burning = stateAfter(state, "10 zone 1 trip", "3600 nothing");
		expect(toldOf(burning)).toEqual([notice(3, "alarm", what, NOON + HOUR)]);
		expect(burning.runtime.mode).toBe("disarm");
	});

	test.each([3600, 3601, 90_000])(
		"and has no power when it comes says so when that is back, after %d s",
		(back) => {
			const dark = stateAfter(state, "10 power cut", `${back} power restore`);
			expect(toldOf(dark)).toEqual([
				notice(2, "power", what, NOON + back * 1000),
			]);
			expect(logOf(dark).slice(-1)).toEqual([
				state === once
					? `${back} arm-at-missed`
					: `${back} schedule-missed schedules.7`,
			]);
			expect(dark.runtime.mode).toBe("disarm");
		},
	);

	test("and has power again before it comes arms", () => {
		const lit = stateAfter(state, "10 power cut", "3599 power restore");
		const there = stateAfter(lit, "3700 nothing");
		expect([toldOf(there), there.runtime.mode]).toEqual([[], what]);
	});

	test("and whose clock is set past it by more than an hour says so", () => {
		const set = setAtNoon(state, 2 * HOUR + 1);
		expect(toldOf(set)).toEqual([
			notice(1, "clock", what, NOON + 2 * HOUR + 1),
		]);
		expect([set.runtime.mode, set.runtime.armAt]).toEqual(["disarm", null]);
		expect(stateAfter(set, `${23 * 3600} nothing`).runtime.mode).toBe("disarm");
	});

	test.each([
		["past it by an hour", 2 * HOUR],
		["past it by minutes", HOUR + 5 * MINUTE],
		["to the very time", HOUR],
	])(
		"and whose clock is set %s arms at once, with its whole delay",
		(__, by) => {
			const set = setAtNoon(state, by);
			expect([set.runtime.mode, set.runtime.into]).toEqual(["arming", what]);
			expect(
				set.runtime.deadlines.find(({ kind }) => kind === "exit")?.due,
			).toBe(NOON + by + 30_000);
			expect(toldOf(set)).toEqual([]);
		},
	);

	test.each([
		["ahead, but not to it", 10 * MINUTE],
		["back", -10 * MINUTE],
		["back by days, and shows it sooner", -4 * DAY],
	])(
		"and whose clock is set %s arms when it shows the time, once",
		(__, by) => {
			const set = setAtNoon(state, by);
			const day = by < -DAY ? -4 * 86_400 : 0;
			const before = stateAfter(set, `${day + 3599} nothing`);
			const arming = stateAfter(before, `${day + 3600} nothing`);
			expect([
				before.runtime.mode,
				arming.runtime.mode,
				arming.runtime.into,
			]).toEqual(["disarm", "arming", what]);
			expect(armingPlanned(arming)).toBeNull();
			expect(toldOf(arming)).toEqual([]);
		},
	);
});

// Nobody is less watchful for it.
test.each([
	["home", "home-1", []],
	["home 2", "home-1", []],
	["away", "home-1", []],
	["away", "away", []],
	["home", "away", [notice(2, "power", "away", NOON + 2 * HOUR)]],
] as const)(
	"a panel that is armed %s and misses %s in a power cut",
	(key, mode, told) => {
		const armed = stateAfter(daily(mode), `0 keypad 1234 ${key}`, "35 nothing");
		const back = stateAfter(armed, "40 power cut", "7200 power restore");
		expect(toldOf(back)).toEqual(told);
		expect(back.runtime.mode).toBe(armed.runtime.mode);
	},
);

test("of several times of day that pass in a power cut, those are named that matter", () => {
	const at = (id: number, hour: number, mode: Mode) => ({
		id,
		hour,
		minute: 0,
		mode,
	});
	const schedules = [at(1, 13, "home-1"), at(2, 14, "away"), at(3, 16, "away")];
	const state = stateAfter(
		{ ...house, schedules },
		"0 nothing",
		"10 power cut",
		"9000 power restore",
	);
	const now = NOON + 9_000_000;
	expect(toldOf(state)).toEqual([
		notice(2, "power", "home", now),
		notice(3, "power", "away", now),
	]);
	expect(stateAfter(state, "14400 nothing").runtime.into).toBe("away");
});
