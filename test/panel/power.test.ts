import { describe, expect, test } from "vitest";
import { nextDeadline } from "../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	outcomeAfter,
	panelWithZones,
	stateAfter,
} from "../support/panel-with-zones.ts";
import { NOON } from "../support/texting.ts";

const profiles = ["climax", "resume", "restart-countdown"] as const;
const restarts = ["100 power cut", "200 power restore"];

test("without power nothing falls due, nobody is heard, and sending waits", () => {
	const dark = stateAfter(
		panelWithZones(["burglar"]),
		"0 keypad 1234 away",
		"10 power cut",
	);
	expect(nextDeadline(dark)).toBeNull();
	const { state, refusal } = outcomeAfter(dark, "60 keypad 1234 disarm");
	expect([state.runtime.mode, refusal?.code]).toEqual(["arming", "power/off"]);
});

describe("an exit delay that ran for 10 of 30 s", () => {
	test.each([
		["climax", 230],
		["resume", 220],
		["restart-countdown", 230],
	] as const)("%s: ends at %d s", (restart, end) => {
		const home = panelWithZones(["burglar"], { restart });
		const state = stateAfter(home, "90 keypad 1234 away", ...restarts);
		expect(state.runtime.mode).toBe("arming");
		expect(stateAfter(state, `${end - 0.001} nothing`).runtime.mode).toBe(
			"arming",
		);
		expect(stateAfter(state, `${end} nothing`).runtime.mode).toBe("away");
	});
});

describe("an entry delay that ran for 10 of 20 s", () => {
	test.each([
		["climax", 220],
		["resume", 210],
		["restart-countdown", 220],
	] as const)("%s: is an alarm at %d s", (restart, end) => {
		const home = panelWithZones(["entry"], { restart });
		const state = stateAfter(
			home,
			"0 keypad 1234 away",
			"90 zone 1 open",
			...restarts,
		);
		expect(stateAfter(state, `${end - 0.001} nothing`).runtime.alarms).toEqual(
			[],
		);
		expect(stateAfter(state, `${end} nothing`).runtime.alarms).toHaveLength(1);
	});
});

describe("a siren that sounded for 10 of 180 s", () => {
	test.each([
		["climax", null],
		["resume", 370],
		["restart-countdown", 380],
	] as const)("%s: stops at %s s", (restart, end) => {
		const home = panelWithZones(["burglar"], { restart });
		const state = stateAfter(
			home,
			"0 keypad 1234 away",
			"90 zone 1 open",
			...restarts,
		);
		expect(state.runtime.alarms).toHaveLength(1);
		expect(state.runtime.siren).toBe(end !== null);
		const siren = state.runtime.deadlines.find(({ kind }) => kind === "siren");
		expect(siren?.due).toBe(end === null ? undefined : NOON + end * 1000);
	});
});

test.each(profiles)(
	"%s keeps mode, bypasses and memory, and reports 305",
	(restart) => {
		const plain = panelWithZones(["burglar", "burglar"], { restart });
		const zones = plain.zones.map((zone) => ({
			...zone,
			bypass: zone.id === 1 ? ("once" as const) : zone.bypass,
		}));
		const before = stateAfter(
			{ ...plain, zones },
			"0 keypad 1234 away",
			"40 zone 2 trip",
		);
		const state = stateAfter(before, "300 power cut", "400 power restore");
		expect(state.zones).toEqual(zones);
		expect([state.runtime.mode, state.runtime.memory]).toEqual([
			"away",
			before.runtime.memory,
		]);
		expect(outboxOf(state)).toEqual(["3407 1", "1130 2", "1305 0"]);
		expect(logOf(state).slice(-2)).toEqual(["300 power-cut", "400 restarted"]);
	},
);

test("resume does not hear the sensors for 60 s", () => {
	const home = panelWithZones(["burglar"], { restart: "resume" });
	const state = stateAfter(
		home,
		"0 keypad 1234 away",
		...restarts,
		"259 zone 1 open",
		"259.5 zone 1 close",
	);
	expect(state.runtime.alarms).toEqual([]);
	expect(stateAfter(state, "260 zone 1 open").runtime.alarms).toHaveLength(1);
});

test("a cross zone's wait and the window of an arm fault do not outlast a cut", () => {
	const plain = panelWithZones(
		["burglar", "burglar"],
		{},
		{ crossZoneTime: 255 },
	);
	const crossed = {
		...plain,
		zones: plain.zones.map((zone) => ({ ...zone, crossZone: true })),
	};
	const state = stateAfter(
		crossed,
		"0 keypad 1234 away",
		"90 zone 1 trip",
		...restarts,
	);
	expect(state.runtime.crossing).toBeNull();
	const refused = stateAfter(
		plain,
		"99 zone 1 open",
		"99 keypad 1234 away",
		"100 power cut",
		"101 power restore",
	);
	expect(outcomeAfter(refused, "102 keypad 1234 away").refusal?.code).toBe(
		"arming/fault",
	);
});

test("what went out of order or back into order in the dark is told at the restart", () => {
	const state = stateAfter(
		panelWithZones(["burglar"]),
		"0 zone 1 lost",
		"10 power cut",
		"20 zone 1 found",
		"30 battery low",
		"40 battery missing",
		"50 battery present",
		"60 zone 1 open",
		"100 power restore",
	);
	expect(outboxOf(state)).toEqual(["1147 1", "1305 0", "3147 1", "1302 0"]);
	expect(state.runtime.open).toEqual([1]);
	expect(state.runtime.alarms).toEqual([]);
});

test("a cut without power, and a restore with power, do nothing", () => {
	const home = panelWithZones([]);
	expect(outcomeAfter(home, "0 power restore").state).toBe(home);
	const dark = stateAfter(home, "0 power cut");
	expect(outcomeAfter(dark, "9 power cut").state).toBe(dark);
});
