import { describe, expect, test } from "vitest";
import type { PanelState } from "../../../src/panel/state/state.ts";
import {
	aZone,
	logOf,
	outboxOf,
	outcomeAfter,
	panelWithZones,
	programmed,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

test("a zone without a device is logged and changes nothing else", () => {
	const home = panelWithZones(["burglar"]);
	for (const step of [
		"open",
		"close",
		"trip",
		"tamper",
		"lost",
		"battery low",
	]) {
		const { state, effects, refusal } = outcomeAfter(home, `5 zone 9 ${step}`);
		expect(logOf(state)).toEqual(["5 no-device zones.9"]);
		expect({ ...state, runtime: { ...state.runtime, log: [] } }).toEqual(home);
		expect([effects, refusal?.code]).toEqual([[], "zone/no-device"]);
	}
});

test("what is open does not open again, and what is closed does not close", () => {
	const home = panelWithZones(["fire"]);
	const open = stateAfter(home, "0 zone 1 open");
	expect(outcomeAfter(open, "9 zone 1 open").state).toBe(open);
	expect(outcomeAfter(open, "9 zone 1 trip").state).toBe(open);
	expect(outcomeAfter(home, "9 zone 1 close").state).toBe(home);
});

describe("a bypassed zone", () => {
	const home = panelWithZones(["burglar", "fire"]);
	const once = {
		...home,
		zones: home.zones.map((zone) => ({ ...zone, bypass: "once" as const })),
	};
	test("is logged and ignored, of a 24 hour kind too", () => {
		const state = stateAfter(
			once,
			"0 keypad 1234 away",
			"40 zone 1 open",
			"41 zone 2 open",
		);
		expect(logOf(state).slice(2)).toEqual([
			"40 bypassed zones.1",
			"41 bypassed zones.2",
		]);
		expect(outboxOf(state)).toEqual(["3407 1"]);
	});
	test("for one arming is watched again after disarming, for always it is not", () => {
		const always = { ...aZone(3, "burglar"), bypass: "always" as const };
		const zones = [...once.zones, always];
		const state = stateAfter(
			{ ...once, zones },
			"0 keypad 1234 away",
			"40 keypad 1234 disarm",
		);
		expect(state.zones.map(({ bypass }) => bypass)).toEqual([
			"none",
			"none",
			"always",
		]);
	});
	test("has troubles that are logged, but neither reported nor faults", () => {
		const state = stateAfter(once, "0 zone 1 tamper", "1 zone 1 lost");
		expect(logOf(state)).toEqual([
			"0 trouble zones.1 tamper",
			"1 trouble zones.1 supervision",
		]);
		expect(outboxOf(state)).toEqual([]);
		expect(outcomeAfter(state, "2 keypad 1234 away").refusal).toBeNull();
	});
});

test("a zone that was left out still raises what is an alarm in every mode", () => {
	const home = panelWithZones(["fire", "burglar"], { armFault: "direct" });
	const state = stateAfter(
		home,
		"0 zone 1 lost",
		"1 zone 2 open",
		"2 keypad 1234 away",
		"40 zone 1 open",
	);
	expect(state.runtime.leftOut).toEqual([1, 2]);
	expect(outboxOf(state).at(-1)).toBe("1110 1");
});

test("a zone that was left out is logged when it is set off, a noted one reported", () => {
	const home = panelWithZones(["burglar", "home-omit"], { armFault: "direct" });
	const state = stateAfter(
		home,
		"0 zone 1 open",
		"1 keypad 1234 home",
		"40 zone 1 close",
		"41 zone 1 open",
		"42 zone 2 open",
	);
	expect(logOf(state).slice(3)).toEqual([
		"41 omitted zones.1",
		"42 noted zones.2",
	]);
	expect(outboxOf(state).at(-1)).toMatch(/^1\d{3} 2$/);
});

test("what stands open is listed in the order of the zones", () => {
	const home = panelWithZones(Array(12).fill("water"));
	const state = stateAfter(
		home,
		...[10, 2, 1, 11].map((zone) => `0 zone ${zone} open`),
	);
	expect(state.runtime.open).toEqual([1, 2, 10, 11]);
	expect(stateAfter(state, "1 zone 2 close").runtime.open).toEqual([1, 10, 11]);
});

test("a bypassed contact turns nothing, and an entry door ends no exit delay", () => {
	const plain = panelWithZones(["set-unset", "entry"], { finalDoor: true });
	const home = {
		...plain,
		zones: plain.zones.map((zone) => ({ ...zone, bypass: "always" as const })),
	};
	const idle = stateAfter(home, "0 zone 1 open", "1 zone 1 close");
	expect(idle.runtime.mode).toBe("disarm");
	const leaving = stateAfter(
		home,
		"0 keypad 1234 away",
		"1 zone 2 open",
		"2 zone 2 close",
	);
	expect(leaving.runtime.mode).toBe("arming");
});

test("the door chime sounds where it is on, and only while disarmed", () => {
	const chiming = panelWithZones(["entry"], { chime: true });
	expect(outcomeAfter(chiming, "0 zone 1 open").effects).toEqual([
		{ type: "chime", zone: 1 },
	]);
	expect(
		outcomeAfter(panelWithZones(["entry"]), "0 zone 1 open").effects,
	).toEqual([]);
	expect(
		outcomeAfter(chiming, "0 keypad 1234 away", "9 zone 1 open").effects,
	).toEqual([]);
});

describe("a set/unset contact", () => {
	test("disarms when it opens and arms when it closes, reported as 408", () => {
		const home = panelWithZones(["set-unset"]);
		const armed = stateAfter(
			home,
			"0 zone 1 open",
			"5 zone 1 close",
			"35 nothing",
		);
		expect(armed.runtime.mode).toBe("away");
		const state = stateAfter(armed, "40 zone 1 open");
		expect(state.runtime.mode).toBe("disarm");
		expect(outboxOf(state)).toEqual(["3408 1", "1408 1"]);
	});
	test("does it the other way round where that is set", () => {
		const home = panelWithZones(["set-unset"], { setUnset: "open-arms" });
		const armed = stateAfter(home, "0 zone 1 open");
		expect(armed.runtime.into).toBe("away");
		expect(stateAfter(armed, "5 zone 1 close").runtime.mode).toBe("disarm");
	});
	test("cannot confirm, so it arms in spite of faults", () => {
		const home = panelWithZones(["set-unset", "burglar"]);
		const state = stateAfter(
			home,
			"0 zone 2 open",
			"1 zone 1 open",
			"2 zone 1 close",
		);
		expect([state.runtime.mode, state.runtime.leftOut]).toEqual([
			"arming",
			[2],
		]);
	});
});

test("a device that is removed takes along nothing of the others", () => {
	const home = panelWithZones(["burglar", "burglar"], { armFault: "direct" });
	const state = stateAfter(
		home,
		"0 zone 1 lost",
		"0 zone 2 lost",
		"0 zone 1 open",
		"0 zone 2 open",
		"0 keypad 1234 away",
	);
	const { runtime } = programmed(state, { type: "remove-device", zone: 1 });
	expect([
		runtime.open,
		runtime.leftOut,
		runtime.troubles.map(({ zone }) => zone),
	]).toEqual([[2], [2], [2]]);
	const none = programmed(state, { type: "remove-device", zone: 9 });
	expect([none.zones, none.runtime.troubles]).toEqual([
		state.zones,
		state.runtime.troubles,
	]);
});

test("a device that is removed takes along what was known of it", () => {
	const home = panelWithZones(["burglar", "burglar"], { armFault: "direct" });
	const state = stateAfter(
		home,
		"0 zone 1 open",
		"0 zone 1 lost",
		"0 keypad 1234 away",
	);
	const { runtime } = programmed(state, { type: "remove-device", zone: 1 });
	expect([
		runtime.open,
		runtime.changed,
		runtime.leftOut,
		runtime.troubles,
	]).toEqual([[], [], [], []]);
});

describe("when a zone opened or closed last", () => {
	const home = panelWithZones(["burglar", "entry"]);
	const secondsOf = ({ runtime }: PanelState) =>
		runtime.changed.map(({ id, at }) => [id, (at - NOON) / 1000]);

	test("is remembered of each zone, by id", () => {
		expect(secondsOf(home)).toEqual([]);
		const state = stateAfter(home, "5 zone 2 open", "7 zone 1 trip");
		expect(secondsOf(state)).toEqual([
			[1, 7],
			[2, 5],
		]);
		expect(secondsOf(stateAfter(state, "9 zone 2 close"))).toEqual([
			[1, 7],
			[2, 9],
		]);
	});
	test("is not what is said twice, nor of a zone without a device", () => {
		const state = stateAfter(
			home,
			"5 zone 2 open",
			"6 zone 2 open",
			"7 zone 1 close",
			"8 zone 3 open",
		);
		expect(secondsOf(state)).toEqual([[2, 5]]);
	});
	test("is known of what happened without power", () => {
		const state = stateAfter(
			home,
			"5 zone 2 open",
			"6 power cut",
			"7 zone 2 open",
			"8 zone 2 close",
			"9 zone 1 trip",
			"10 power restore",
		);
		expect(secondsOf(state)).toEqual([[2, 8]]);
	});
});
