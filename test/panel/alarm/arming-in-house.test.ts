import { describe, expect, test } from "vitest";
import { nextDeadline, transition } from "../../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	outcomeAfter,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

test("away and home have exit delays of their own", () => {
	const home = panelWithZones([], {}, { exitAway: 40, exitHome: 25 });
	const ends = ["away", "home", "home 2"].map(
		(mode) => nextDeadline(stateAfter(home, `0 keypad 1234 ${mode}`)) ?? 0,
	);
	expect(ends.map((end) => end - NOON)).toEqual([40_000, 25_000, 25_000]);
});

test("arming is refused during an alarm and while an entry delay runs", () => {
	const burning = stateAfter(panelWithZones(["fire"]), "0 zone 1 open");
	const during = outcomeAfter(burning, "5 keypad 1234 home 2");
	expect(during.refusal).toMatchObject({
		code: "arming/alarm",
		parameter: "mode",
	});
	expect(logOf(during.state)).toEqual([
		"0 alarm fire zones.1",
		"5 refused home-2 arming/alarm",
	]);
	expect(during.state.runtime).toEqual({
		...burning.runtime,
		log: during.state.runtime.log,
	});
	const entering = stateAfter(
		panelWithZones(["entry"]),
		"0 keypad 1234 away",
		"40 zone 1 open",
	);
	expect(outcomeAfter(entering, "45 keypad 1234 home").refusal?.code).toBe(
		"arming/alarm",
	);
});

test("the same mode is done already, another home is not", () => {
	const home = stateAfter(
		panelWithZones([]),
		"0 keypad 1234 home 2",
		"30 nothing",
	);
	expect(outcomeAfter(home, "40 keypad 1234 home 2").state).toBe(home);
	const other = stateAfter(home, "40 keypad 1234 home 3");
	expect([other.runtime.mode, other.runtime.home]).toEqual(["arming", 3]);
	const away = stateAfter(
		panelWithZones([]),
		"0 keypad 1234 away",
		"30 nothing",
	);
	expect(outcomeAfter(away, "40 keypad 1234 away").state).toBe(away);
});

describe("arming in spite of faults", () => {
	const direct = panelWithZones(["burglar", "burglar"], { armFault: "direct" });

	test("leaves out zones, and not the panel with its troubles", () => {
		const state = stateAfter(
			direct,
			"0 battery low",
			"1 zone 2 open",
			"2 keypad 1234 home 2",
			"32 nothing",
		);
		expect(state.runtime.leftOut).toEqual([2]);
		expect(logOf(state)).toEqual([
			"0 trouble battery-low",
			"2 forced zones.2 open, battery-low",
			"2 arming home-2",
			"32 armed home-2",
		]);
		expect(outboxOf(state)).toEqual(["1302 0", "1374 1", "3456 1"]);
	});

	test("is confirmed at the keypad by whoever was refused there, and not by who was refused by SMS", () => {
		const open = stateAfter(panelWithZones(["burglar"]), "0 zone 1 open");
		const by = { via: "sms", from: "+1" } as const;
		const texted = transition(
			open,
			{ type: "set-mode", mode: "away", by },
			NOON,
		).state;
		expect(texted.runtime.guard.armFault).toEqual({
			mode: "away",
			via: "sms",
			from: "+1",
			until: NOON + 180_000,
		});
		const typed = outcomeAfter(texted, "2 keypad 1234 away");
		expect(typed.refusal?.code).toBe("arming/fault");
		expect(typed.state.runtime.guard.armFault).toEqual({
			mode: "away",
			via: "keypad",
			from: "",
			until: NOON + 12_000,
		});
	});

	test("is not held up by what is wrong with a bypassed zone", () => {
		const zones = direct.zones.map((zone) =>
			zone.id === 1 ? { ...zone, bypass: "always" as const } : zone,
		);
		const careful = { ...direct.options, armFault: "confirm" as const };
		const state = stateAfter(
			{ ...direct, zones, options: careful },
			"0 zone 1 lost",
			"1 zone 1 open",
		);
		expect(outcomeAfter(state, "2 keypad 1234 away").refusal).toBeNull();
		const other = stateAfter(state, "2 zone 2 lost");
		expect(outcomeAfter(other, "3 keypad 1234 away").refusal?.message).toBe(
			"mode: zones.2 supervision",
		);
	});
});

test("at the end of the exit delay what is open or lost is left out, and nothing else", () => {
	const plain = panelWithZones(["burglar", "burglar", "burglar", "entry"]);
	const zones = plain.zones.map((zone) =>
		zone.id === 3 ? { ...zone, bypass: "always" as const } : zone,
	);
	const state = stateAfter(
		{ ...plain, zones },
		"0 keypad 1234 away",
		"5 zone 4 open",
		"6 zone 1 lost",
		"7 zone 2 battery low",
		"8 zone 3 lost",
		"30 nothing",
	);
	expect(state.runtime.leftOut).toEqual([1, 4]);
	expect(logOf(state).slice(-3)).toEqual([
		"30 armed away",
		"30 left-out zones.1",
		"30 left-out zones.4",
	]);
	expect(outboxOf(state)).toEqual([
		"1147 1",
		"1384 2",
		"1570 1",
		"1570 4",
		"3407 1",
	]);
});

test("a final door ends the exit delay only where it is an entry and a door contact", () => {
	const plain = panelWithZones(["entry", "burglar", "entry"], {
		finalDoor: true,
	});
	const home = {
		...plain,
		zones: plain.zones.map((zone) =>
			zone.id === 3 ? { ...zone, type: 3 } : zone,
		),
	};
	const modes = [1, 2, 3].map(
		(zone) =>
			stateAfter(
				home,
				"0 keypad 1234 away",
				`5 zone ${zone} open`,
				`6 zone ${zone} close`,
			).runtime.mode,
	);
	expect(modes).toEqual(["away", "arming", "arming"]);
	const ended = stateAfter(
		home,
		"0 keypad 1234 away",
		"5 zone 1 open",
		"6 zone 1 close",
	);
	expect(ended.runtime.deadlines).toEqual([]);
	const homely = stateAfter(
		home,
		"0 keypad 1234 home",
		"5 zone 1 open",
		"6 zone 1 close",
	);
	expect(homely.runtime.mode).toBe("arming");
});
