import { describe, expect, test } from "vitest";
import { transition } from "../../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	outcomeAfter,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON, PHONE } from "../../support/texting.ts";

const away = "0 keypad 1234 away";
const home = panelWithZones(["burglar", "fire", "silent-panic"]);

describe("the siren", () => {
	test("sounds for its time, then the alarm goes on without it", () => {
		const loud = outcomeAfter(home, away, "40 zone 1 open");
		expect(loud.effects).toEqual([{ type: "siren", on: true }]);
		expect(loud.state.runtime.siren).toBe(true);
		const quiet = outcomeAfter(loud.state, "220 nothing");
		expect(quiet.effects).toEqual([{ type: "siren", on: false }]);
		expect(quiet.state.runtime.alarms).toEqual([
			{ kind: "burglar", zone: 1, at: NOON + 40_000, restored: false },
		]);
		expect(stateAfter(loud.state, "219.999 nothing").runtime.siren).toBe(true);
	});

	test("starts its time anew with a new alarm", () => {
		const state = stateAfter(home, away, "40 zone 1 open", "100 zone 2 open");
		expect(
			state.runtime.deadlines.map(({ due, kind }) => [kind, due - NOON]),
		).toEqual([["siren", 280_000]]);
	});

	test("is stopped by hand, and the alarm goes on", () => {
		const loud = stateAfter(home, away, "40 zone 1 open");
		const by = { via: "sms", from: PHONE, user: 1 } as const;
		const mute = { type: "mute", by } as const;
		const quiet = transition(loud, mute, NOON + 50_000);
		expect(quiet.effects).toEqual([{ type: "siren", on: false }]);
		const { runtime } = quiet.state;
		expect([runtime.siren, runtime.alarms.length, runtime.deadlines]).toEqual([
			false,
			1,
			[],
		]);
		expect(logOf(quiet.state).at(-1)).toBe("50 muted");
		expect(stateAfter(quiet.state, "60 zone 2 open").runtime.siren).toBe(true);
		expect(transition(quiet.state, mute, NOON + 51_000).state).toBe(
			quiet.state,
		);
	});

	test("is silent for a silent panic", () => {
		const { state, effects } = outcomeAfter(home, "0 zone 3 open");
		expect([state.runtime.siren, effects, outboxOf(state)]).toEqual([
			false,
			[],
			["1122 3"],
		]);
	});
});

test("disarming ends the alarm, reports the cancel and keeps the memory until the next arming", () => {
	const alarm = stateAfter(home, away, "40 zone 1 open");
	const { state, effects } = outcomeAfter(alarm, "50 keypad 1234 disarm");
	const memory = [
		{ kind: "burglar", zone: 1, at: NOON + 40_000, restored: false },
	];
	expect(effects).toEqual([{ type: "siren", on: false }]);
	expect(state.runtime).toMatchObject({
		mode: "disarm",
		alarms: [],
		memory,
		siren: false,
	});
	expect(outboxOf(state)).toEqual(["3407 1", "1130 1", "1407 1", "1406 1"]);
	const again = stateAfter(state, "60 zone 1 close", "61 keypad 1234 away");
	expect(again.runtime.memory).toEqual([]);
});

test("disarming a disarmed panel ends a fire alarm", () => {
	const { state } = outcomeAfter(home, "0 zone 2 open", "5 keypad 1234 disarm");
	expect(outboxOf(state)).toEqual(["1110 2", "1406 1"]);
	expect(state.runtime.siren).toBe(false);
});

test("a zone at rest again is reported as restored, once", () => {
	const state = stateAfter(
		home,
		away,
		"40 zone 1 open",
		"45 zone 1 close",
		"46 keypad 1234 disarm",
		"47 zone 1 open",
		"48 zone 1 close",
	);
	expect(outboxOf(state)).toEqual([
		"3407 1",
		"1130 1",
		"3130 1",
		"1407 1",
		"1406 1",
	]);
});

describe("swinger shutdown", () => {
	const trips = ["40 zone 1 trip", "41 zone 1 trip", "42 zone 1 trip"];
	test("lets a zone raise so many burglar alarms in one arming", () => {
		const options = { ...home.options, swinger: 2 };
		const state = stateAfter({ ...home, options }, away, ...trips);
		expect(outboxOf(state)).toEqual(["3407 1", "1130 1", "1130 1"]);
		const next = stateAfter(
			state,
			"50 keypad 1234 disarm",
			"51 keypad 1234 away",
			"90 zone 1 trip",
		);
		expect(outboxOf(next).at(-1)).toBe("1130 1");
	});
	test("of 0 has no limit, and a fire has none at all", () => {
		const options = { ...home.options, swinger: 0 };
		expect(
			outboxOf(stateAfter({ ...home, options }, away, ...trips)).length,
		).toBe(4);
		const fires = trips.map((line) => line.replace("zone 1", "zone 2"));
		const one = { ...home.options, swinger: 1 };
		expect(
			outboxOf(stateAfter({ ...home, options: one }, away, ...fires)).length,
		).toBe(4);
	});
});

describe("cross zones", () => {
	const plain = panelWithZones(
		["burglar", "burglar", "burglar"],
		{},
		{ crossZoneTime: 30 },
	);
	const crossed = {
		...plain,
		zones: plain.zones.map((zone) => ({ ...zone, crossZone: zone.id !== 3 })),
	};
	test("the first trip sounds and is reported as 693", () => {
		const state = stateAfter(crossed, away, "40 zone 1 trip");
		expect([state.runtime.siren, outboxOf(state)]).toEqual([
			true,
			["3407 1", "1693 1"],
		]);
	});
	test("another one in time makes a burglary of both", () => {
		const state = stateAfter(
			crossed,
			away,
			"40 zone 1 trip",
			"41 zone 1 trip",
			"69 zone 2 trip",
		);
		expect(outboxOf(state)).toEqual(["3407 1", "1693 1", "1130 1", "1130 2"]);
		expect(state.runtime.crossing).toBeNull();
	});
	test("none in time is 694", () => {
		const state = stateAfter(crossed, away, "40 zone 1 trip", "70 nothing");
		expect(outboxOf(state)).toEqual(["3407 1", "1693 1", "1694 1"]);
	});
	test("other zones, and a timer that is off, know nothing of it", () => {
		expect(outboxOf(stateAfter(crossed, away, "40 zone 3 trip"))).toEqual([
			"3407 1",
			"1130 3",
		]);
		const off = { ...crossed, timers: { ...crossed.timers, crossZoneTime: 0 } };
		expect(outboxOf(stateAfter(off, away, "40 zone 1 trip"))).toEqual([
			"3407 1",
			"1130 1",
		]);
	});
	test("disarming ends the wait", () => {
		const state = stateAfter(
			crossed,
			away,
			"40 zone 1 trip",
			"50 keypad 1234 disarm",
			"90 nothing",
		);
		expect(outboxOf(state)).toEqual(["3407 1", "1693 1", "1407 1", "1406 1"]);
	});
});
