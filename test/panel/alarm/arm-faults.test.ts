import { describe, expect, test } from "vitest";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	outcomeAfter,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON, PHONE } from "../../support/texting.ts";

const home = panelWithZones(["burglar", "home-omit", "entry"]);
const open = () => stateAfter(home, "0 zone 1 open");

describe("confirm", () => {
	test("refuses the first attempt with two beeps and names the faults in the log", () => {
		const { state, refusal, effects } = outcomeAfter(
			open(),
			"1 mains fail",
			"2 keypad 1234 away",
		);
		expect(refusal).toEqual({
			code: "arming/fault",
			message: "mode: zones.1 open, mains",
			hint: "once more within 10 s arms in spite of it",
			parameter: "mode",
		});
		expect(effects).toEqual([{ type: "beep", times: 2 }]);
		expect(state.runtime.mode).toBe("disarm");
		expect(logOf(state)).toEqual([
			"1 trouble mains",
			"2 arm-fault zones.1 open, mains",
		]);
	});

	test("a repeat within 10 s at the keypad arms by force and leaves the zone out", () => {
		const state = stateAfter(
			open(),
			"2 keypad 1234 away",
			"11.999 keypad 1234 away",
		);
		expect([state.runtime.mode, state.runtime.leftOut]).toEqual([
			"arming",
			[1],
		]);
		expect(outboxOf(state)).toEqual(["1374 1"]);
		const armed = stateAfter(state, "50 zone 1 close", "51 zone 1 open");
		expect(outboxOf(armed)).toEqual(["1374 1", "3407 1"]);
		const disarmed = stateAfter(armed, "60 keypad 1234 disarm");
		expect(disarmed.runtime.leftOut).toEqual([]);
	});

	test("whoever says so arms by force at once, or not by repetition either", () => {
		const by = { via: "sms", from: PHONE, user: 1 } as const;
		const said = (force: boolean, state: PanelState) =>
			transition(
				state,
				{ type: "set-mode", mode: "away", force, by },
				NOON + 1000,
			);
		expect(said(true, open()).state.runtime.leftOut).toEqual([1]);
		const once = said(false, open());
		const twice = said(false, once.state);
		expect(twice.refusal?.code).toBe("arming/fault");
		expect(twice.state.runtime.mode).toBe("disarm");
		expect(twice.effects).toEqual([]);
	});

	test("a repeat at the very end of the window is a first attempt again", () => {
		const { refusal } = outcomeAfter(
			open(),
			"2 keypad 1234 away",
			"12 keypad 1234 away",
		);
		expect(refusal?.code).toBe("arming/fault");
	});

	test("a repeat for another mode is a first attempt", () => {
		const { refusal } = outcomeAfter(
			open(),
			"2 keypad 1234 away",
			"3 keypad 1234 home",
		);
		expect(refusal?.code).toBe("arming/fault");
	});

	test("by SMS the window is 180 s, and the repeat must come from the same sender", () => {
		const bySms = (state: PanelState, from: string, seconds: number) =>
			transition(
				state,
				{ type: "set-mode", mode: "away", by: { via: "sms", from } },
				NOON + seconds * 1000,
			);
		const first = bySms(open(), "+1", 0);
		expect(first.refusal?.hint).toBe(
			"once more within 180 s arms in spite of it",
		);
		expect(bySms(first.state, "+2", 10).refusal?.code).toBe("arming/fault");
		expect(bySms(first.state, "+1", 179).refusal).toBeNull();
		expect(bySms(first.state, "+1", 180).refusal?.code).toBe("arming/fault");
	});
});

test("direct arms by force at once and reports it", () => {
	const options = { ...open().options, armFault: "direct" as const };
	const { state, refusal } = outcomeAfter(
		{ ...open(), options },
		"2 keypad 1234 away",
	);
	expect(refusal).toBeNull();
	expect(logOf(state)).toEqual(["2 forced zones.1 open", "2 arming away"]);
	expect(outboxOf(state)).toEqual(["1374 1"]);
});

test("a zone that the mode omits, or that is bypassed, is no fault", () => {
	const omitted = stateAfter(home, "0 zone 2 open");
	expect(outcomeAfter(omitted, "1 keypad 1234 home").refusal).toBeNull();
	expect(outcomeAfter(omitted, "1 keypad 1234 away").refusal?.message).toBe(
		"mode: zones.2 open",
	);
	const zones = open().zones.map((zone) => ({
		...zone,
		bypass: "always" as const,
	}));
	expect(
		outcomeAfter({ ...open(), zones }, "1 keypad 1234 away").refusal,
	).toBeNull();
});

test.each([
	["zone 1 tamper", "zones.1 tamper"],
	["zone 1 battery low", "zones.1 low-battery"],
	["zone 1 lost", "zones.1 supervision"],
	["mains fail", "mains"],
	["battery low", "battery-low"],
	["battery missing", "battery-missing"],
	["panel tamper", "panel-tamper"],
	["gsm lost", "gsm"],
	["sim missing", "sim"],
])("%s is a fault", (step, fault) => {
	expect(
		outcomeAfter(home, `0 ${step}`, "1 keypad 1234 away").refusal?.message,
	).toBe(`mode: ${fault}`);
});

describe("at the end of the exit delay", () => {
	test("what stands open is reported as 570 and left out until disarming", () => {
		const state = stateAfter(
			home,
			"0 keypad 1234 away",
			"10 zone 3 open",
			"30 nothing",
		);
		expect(outboxOf(state)).toEqual(["1570 3", "3407 1"]);
		expect(state.runtime.leftOut).toEqual([3]);
		const again = stateAfter(state, "40 zone 3 close", "41 zone 3 open");
		expect(again.runtime.entry).toBeNull();
		const next = stateAfter(
			again,
			"50 zone 3 close",
			"51 keypad 1234 disarm",
			"52 keypad 1234 away",
			"90 zone 3 open",
		);
		expect(next.runtime.entry).toEqual({ zone: 3, waiting: [] });
	});

	test("a device that is lost is out of order, and left out as well", () => {
		const state = stateAfter(
			home,
			"0 keypad 1234 away",
			"10 zone 1 lost",
			"30 nothing",
		);
		expect(outboxOf(state)).toEqual(["1147 1", "1570 1", "3407 1"]);
		expect(state.runtime.leftOut).toEqual([1]);
	});
});

test("with final door, closing the entry door ends the exit delay of away", () => {
	const options = { ...home.options, finalDoor: true };
	const leaving = stateAfter(
		{ ...home, options },
		"0 keypad 1234 away",
		"5 zone 3 open",
	);
	expect(leaving.runtime.mode).toBe("arming");
	const gone = stateAfter(leaving, "8 zone 3 close");
	expect([gone.runtime.mode, gone.runtime.deadlines]).toEqual(["away", []]);
	const without = stateAfter(
		home,
		"0 keypad 1234 away",
		"5 zone 3 open",
		"8 zone 3 close",
	);
	expect(without.runtime.mode).toBe("arming");
	const staying = stateAfter(
		{ ...home, options },
		"0 keypad 1234 home",
		"5 zone 3 open",
		"8 zone 3 close",
	);
	expect(staying.runtime.mode).toBe("arming");
});

test("arming during an alarm or an entry delay is refused until somebody disarms", () => {
	const entering = stateAfter(home, "0 keypad 1234 away", "40 zone 3 open");
	expect(outcomeAfter(entering, "41 keypad 1234 home").refusal?.code).toBe(
		"arming/alarm",
	);
	expect(outcomeAfter(entering, "41 keypad 1234 away").refusal).toBeNull();
});

describe("from one armed mode into another", () => {
	const direct = panelWithZones(["burglar", "burglar", "burglar"], {
		armFault: "direct",
	});
	const night = stateAfter(
		direct,
		"0 zone 1 open",
		"0 zone 2 open",
		"0 zone 3 lost",
		"1 keypad 1234 home",
		"40 nothing",
	);

	test.each([
		["away", ["50 keypad 1234 away"]],
		["another home", ["50 keypad 1234 home 2"]],
	])("to %s: what is closed or found by then is watched again", (_, key) => {
		expect(night.runtime.leftOut).toEqual([1, 2, 3]);
		const shut = stateAfter(night, "45 zone 1 close", "46 zone 3 found");
		const day = stateAfter(shut, ...key, "90 nothing");
		expect(day.runtime.leftOut).toEqual([2]);
		const alarmed = stateAfter(day, "100 zone 1 trip", "101 zone 3 trip");
		expect(alarmed.runtime.alarms.map(({ zone }) => zone)).toEqual([1, 3]);
		const all = stateAfter(shut, "47 zone 2 close", ...key, "90 nothing");
		expect(all.runtime.leftOut).toEqual([]);
	});

	test("what is bypassed stays so until somebody disarms", () => {
		const zones = direct.zones.map((zone) =>
			zone.id === 1 ? { ...zone, bypass: "once" as const } : zone,
		);
		const day = stateAfter(
			{ ...direct, zones },
			"0 keypad 1234 home",
			"40 keypad 1234 away",
			"90 zone 1 open",
		);
		expect([day.runtime.alarms, day.zones[0]?.bypass]).toEqual([[], "once"]);
	});
});

describe("a silent panic, of which nobody at the panel may know,", () => {
	const house = panelWithZones(["silent-panic", "burglar"]);

	test.each(["open", "trip"])("leaves arming as it is: %s", (signal) => {
		const pressed = stateAfter(house, `0 zone 1 ${signal}`);
		expect(outboxOf(pressed)).toEqual(["1122 1"]);
		for (const key of ["away", "home 2"]) {
			const armed = outcomeAfter(pressed, `1 keypad 1234 ${key}`);
			const plain = outcomeAfter(house, `1 keypad 1234 ${key}`);
			expect([armed.refusal, armed.effects]).toEqual([null, plain.effects]);
			const seen = ({ runtime }: PanelState) => [
				runtime.mode,
				runtime.into,
				runtime.deadlines,
				runtime.leftOut,
				runtime.log.slice(-1)[0]?.event,
			];
			expect(seen(armed.state)).toEqual(seen(plain.state));
			const later = stateAfter(armed.state, "40 nothing");
			expect([later.runtime.leftOut, outboxOf(later).at(-1)]).toEqual([
				[],
				key === "away" ? "3407 1" : "3456 1",
			]);
		}
	});

	test("leaves a test of the panel as it is, and is told at its end where it was pressed in it", () => {
		const pressed = stateAfter(house, "0 zone 1 trip");
		const testing = outcomeAfter(pressed, "1 test on 1m");
		expect([testing.refusal, testing.state.runtime.deadlines.length]).toEqual([
			null,
			1,
		]);
		const later = stateAfter(house, "0 test on 1m", "1 zone 1 trip");
		expect([
			outboxOf(later),
			outboxOf(stateAfter(later, "60 nothing")),
		]).toEqual([[], ["1122 1"]]);
	});
});

test("plain words do not force by repeating what an installer's message was refused", () => {
	const by = { via: "sms", from: "+15550101" } as const;
	const open = stateAfter(panelWithZones(["burglar"]), "0 zone 1 open");
	const arm = (state: PanelState, force?: boolean) =>
		transition(
			state,
			{
				type: "set-mode",
				mode: "away",
				by,
				...(force !== undefined && { force }),
			},
			NOON + 1000,
		);
	const refused = arm(open).state;
	expect(refused.runtime.guard.armFault?.via).toBe("sms");
	const word = arm(refused, false);
	expect([word.refusal?.code, word.refusal?.parameter]).toEqual([
		"arming/fault",
		"mode",
	]);
	expect(word.state.runtime.mode).toBe("disarm");
	expect(arm(refused).state.runtime.mode).toBe("arming");
	expect(arm(open, true).state.runtime.mode).toBe("arming");
});
