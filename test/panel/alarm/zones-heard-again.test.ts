/** Zones that were not heard for a while, or not in a power cut. */
import { describe, expect, test } from "vitest";
import {
	logOf,
	outboxOf,
	outcomeAfter,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

describe("a zone that is heard again and stands open", () => {
	const attributes = [
		"burglar",
		"entry",
		"follower",
		"home-omit",
		"away-only",
		"fire",
		"set-unset",
	] as const;
	const home = panelWithZones(attributes, { armFault: "direct" });
	const heardAgain = attributes.map((_, at) => `99 zone ${at + 1} found open`);
	const all = attributes.map((_, at) => at + 1);

	// It sets nothing off, and the log names where it would have.
	test.each([
		["disarm", ["0 keypad 1234 disarm"], [6]],
		["away", ["0 keypad 1234 away"], [1, 2, 3, 4, 5, 6]],
		["home", ["0 keypad 1234 home"], [1, 2, 3, 6]],
		["the exit delay", ["80 keypad 1234 away"], [6]],
	])("in %s", (_, before, named) => {
		const armed = stateAfter(home, ...before, "98 nothing");
		const found = stateAfter(armed, ...heardAgain);
		expect(found.runtime).toEqual({
			...armed.runtime,
			open: all,
			log: found.runtime.log,
		});
		expect(logOf(found).slice(armed.runtime.log.length)).toEqual(
			named.map((zone) => `99 found-open zones.${zone}`),
		);
	});

	test("in an entry delay", () => {
		const entering = stateAfter(
			home,
			"0 keypad 1234 away",
			"90 zone 2 open",
			...heardAgain,
		);
		expect(logOf(entering).slice(2)).toEqual([
			"90 entry zones.2",
			"99 found-open zones.3",
			"99 found-open zones.6",
		]);
		expect(entering.runtime.entry).toEqual({ zone: 2, waiting: [] });
	});

	test("where it is bypassed or left out there was nothing to set off", () => {
		const zones = home.zones.map((zone) =>
			zone.id === 2 ? { ...zone, bypass: "once" as const } : zone,
		);
		const state = stateAfter(
			{ ...home, zones },
			"0 zone 1 open",
			"1 keypad 1234 away",
			"50 zone 1 close",
			"99 zone 1 found open",
			"99 zone 2 found open",
		);
		expect(state.runtime.open).toEqual([1, 2]);
		expect(logOf(state).slice(-1)).toEqual(["31 armed away"]);
	});

	test("in a power cut is not what opened in it", () => {
		const state = stateAfter(
			home,
			"0 keypad 1234 away",
			"40 zone 4 trip",
			"40 keypad 1234 disarm",
			"40 keypad 1234 away",
			"80 power cut",
			"81 zone 1 found open",
			"82 zone 5 open",
			"83 zone 5 found closed",
			"84 zone 5 found open",
			"90 power restore",
		);
		expect(state.runtime.alarms).toEqual([]);
		expect(state.runtime.changed).toEqual([{ id: 4, at: NOON + 40_000 }]);
		expect(state.runtime.open).toEqual([1, 5]);
	});
});

test("a zone that is heard again and is closed ends its alarm, without power too", () => {
	const burning = stateAfter(panelWithZones(["fire"]), "0 zone 1 open");
	const found = stateAfter(burning, "9 zone 1 found closed");
	expect([found.runtime.open, outboxOf(found)]).toEqual([
		[],
		["1110 1", "3110 1"],
	]);
	const dark = stateAfter(burning, "8 power cut", "9 zone 1 found closed");
	const back = stateAfter(dark, "10 power restore");
	expect([back.runtime.open, outboxOf(back)]).toEqual([
		[],
		["1110 1", "1305 0", "3110 1"],
	]);
});

test.each(["open-disarms", "open-arms"] as const)(
	"a key switch that is turned in a power cut changes no mode: %s",
	(setUnset) => {
		for (const restart of ["climax", "resume", "restart-countdown"] as const)
			for (const mode of ["away", "disarm"]) {
				const home = panelWithZones(["set-unset"], { setUnset, restart });
				const before = stateAfter(
					home,
					"0 keypad 1234 away",
					`40 keypad 1234 ${mode}`,
				);
				const turned = stateAfter(
					before,
					"50 power cut",
					"51 zone 1 open",
					"60 power restore",
				);
				const back = stateAfter(
					turned,
					"200 power cut",
					"201 zone 1 close",
					"210 power restore",
					"300 nothing",
				);
				expect([turned.runtime.mode, back.runtime.mode]).toEqual([mode, mode]);
			}
	},
);

test("what opened in a power cut chimes, once the panel is there again", () => {
	const home = panelWithZones(["entry", "burglar"], { chime: true });
	const dark = stateAfter(
		home,
		"0 power cut",
		"1 zone 1 open",
		"2 zone 2 open",
	);
	expect(outcomeAfter(dark, "9 power restore").effects).toEqual([
		{ type: "chime", zone: 1 },
	]);
});
