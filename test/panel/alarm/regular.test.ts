import { describe, expect, test } from "vitest";
import { regular } from "../../../src/panel/alarm/schedule.ts";
import type { Happening } from "../../../src/panel/state/event.ts";
import type { Deadline } from "../../../src/panel/state/runtime.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import {
	logOf,
	panelWithZones,
	programmed,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const HOUR = 3_600_000;
const YEAR = 365.25 * 24 * HOUR;

function at(id: number, hour: number, mode: "away" | "home-1"): Happening {
	return { type: "set-schedule", schedule: { id, hour, minute: 0, mode } };
}

const both = () =>
	[
		at(1, 22, "away"),
		at(2, 23, "home-1"),
		{ type: "set-reporting", checkIn: 24, checkInOffset: 4 } as const,
	].reduce(programmed, panelWithZones(["burglar"]));

/** Deadlines as `hours after noon, kind, about, sequence`. */
function dates({ runtime }: PanelState): readonly string[] {
	return runtime.deadlines.map(
		({ due, kind, about, sequence }: Deadline) =>
			`${(due - NOON) / HOUR} ${kind} ${about} ${sequence}`,
	);
}

test("every time of day and the test report has one deadline", () => {
	expect(dates(both())).toEqual([
		"4 check-in 24 h after 4 h 3",
		"10 schedule 1 22:0 UTC away 1",
		"11 schedule 2 23:0 UTC home-1 2",
	]);
	const state = both();
	expect(regular(state, NOON + 1)).toBe(state);
});

describe("what is programmed moves its own deadline only", () => {
	test.each([
		[
			"another hour",
			at(1, 21, "away"),
			[
				"4 check-in 24 h after 4 h 3",
				"9 schedule 1 21:0 UTC away 4",
				"11 schedule 2 23:0 UTC home-1 2",
			],
		],
		[
			"another mode",
			at(1, 22, "home-1"),
			[
				"4 check-in 24 h after 4 h 3",
				"10 schedule 1 22:0 UTC home-1 4",
				"11 schedule 2 23:0 UTC home-1 2",
			],
		],
		[
			"a schedule less",
			{ type: "delete-schedule", schedule: 1 } as const,
			["4 check-in 24 h after 4 h 3", "11 schedule 2 23:0 UTC home-1 2"],
		],
		[
			"another period",
			{ type: "set-reporting", checkIn: 6 } as const,
			[
				"4 check-in 6 h after 4 h 3",
				"10 schedule 1 22:0 UTC away 1",
				"11 schedule 2 23:0 UTC home-1 2",
			],
		],
		[
			"another offset",
			{ type: "set-reporting", checkInOffset: 1 } as const,
			[
				"1 check-in 24 h after 1 h 3",
				"10 schedule 1 22:0 UTC away 1",
				"11 schedule 2 23:0 UTC home-1 2",
			],
		],
		[
			"no test report",
			{ type: "set-reporting", checkIn: 0 } as const,
			["10 schedule 1 22:0 UTC away 1", "11 schedule 2 23:0 UTC home-1 2"],
		],
	])("%s", (_, happening, expected) => {
		expect(dates(programmed(both(), happening))).toEqual(expected);
	});

	test("and no countdown", () => {
		const arming = stateAfter(both(), "0 keypad 1234 away");
		expect(dates(programmed(arming, at(1, 21, "away")))).toEqual([
			`${30 / 3600} exit  4`,
			"4 check-in 24 h after 4 h 3",
			"9 schedule 1 21:0 UTC away 5",
			"11 schedule 2 23:0 UTC home-1 2",
		]);
	});
});

test("a time of day for home leaves a panel that is armed away as it is", () => {
	const state = stateAfter(
		both(),
		`${11 * 3600} keypad 1234 disarm`,
		"39660 nothing",
	);
	expect(logOf(state).slice(3)).toEqual([
		"36000 arming away",
		"36030 armed away",
		"39600 refused home-1 arming/watchful",
		"39600 disarmed",
	]);
});

test("a power cut takes the regular things along, and the restart dates them anew", () => {
	const dark = stateAfter(both(), "3600 power cut");
	expect(dates(dark)).toEqual(dates(both()));
	expect(dates(stateAfter(dark, "50400 power restore"))).toEqual([
		"18 check-in 24 h after 4 h 3",
		"34 schedule 1 22:0 UTC away 1",
		"35 schedule 2 23:0 UTC home-1 2",
	]);
	const changed = programmed(dark, at(1, 21, "away"));
	expect(dates(changed)).toEqual(dates(both()));
});

test("after many years only the last ten are made up for", () => {
	const rare = programmed(panelWithZones([]), {
		type: "set-reporting",
		checkIn: 672,
		checkInOffset: 1,
	});
	const late = stateAfter(rare, `${(20 * YEAR) / 1000} nothing`);
	const { outbox, deadlines } = late.runtime;
	expect(outbox[0]?.at).toBe(NOON + 10 * YEAR);
	expect(outbox[1]?.at).toBe(NOON + 10 * YEAR + 672 * HOUR);
	expect(outbox).toHaveLength(Math.floor((10 * YEAR) / (672 * HOUR)) + 1);
	expect(deadlines).toHaveLength(1);
	const sooner = stateAfter(rare, `${(9 * YEAR) / 1000} nothing`);
	expect(sooner.runtime.outbox[0]?.at).toBe(NOON + HOUR);
});
