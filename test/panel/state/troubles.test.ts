import { describe, expect, test } from "vitest";
import { transition } from "../../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	outcomeAfter,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const home = panelWithZones(["burglar"]);

test.each([
	["battery low", "battery good", "302 0"],
	["battery missing", "battery present", "311 0"],
	["gsm lost", "gsm found", "350 0"],
	["sim missing", "sim present", "300 0"],
	["zone 1 battery low", "zone 1 battery good", "384 1"],
	["zone 1 lost", "zone 1 found", "147 1"],
])("%s is reported once, and so is %s", (begins, ends, code) => {
	const state = stateAfter(
		home,
		`0 ${begins}`,
		`1 ${begins}`,
		`2 ${ends}`,
		`3 ${ends}`,
	);
	expect(outboxOf(state)).toEqual([`1${code}`, `3${code}`]);
	expect(state.runtime.troubles).toEqual([]);
});

test("troubles of one name in two zones, and of two names in one, are apart", () => {
	const two = panelWithZones(["burglar", "burglar"]);
	const state = stateAfter(
		two,
		"0 zone 1 lost",
		"1 zone 2 lost",
		"2 zone 2 battery low",
		"3 zone 2 found",
	);
	expect(state.runtime.troubles).toEqual([
		{
			name: "supervision",
			zone: 1,
			since: NOON,
			present: true,
			told: true,
		},
		{
			name: "low-battery",
			zone: 2,
			since: NOON + 2000,
			present: true,
			told: true,
		},
	]);
	expect(outboxOf(state)).toEqual(["1147 1", "1147 2", "1384 2", "3147 2"]);
	expect(logOf(state)).toEqual([
		"0 trouble zones.1 supervision",
		"1 trouble zones.2 supervision",
		"2 trouble zones.2 low-battery",
		"3 restored zones.2 supervision",
	]);
});

test("mains and jamming wait side by side", () => {
	const watching = panelWithZones(
		[],
		{ jamDetection: true },
		{ mainsReport: 1 },
	);
	const state = stateAfter(watching, "0 mains fail", "5 jam on");
	expect(state.runtime.deadlines).toEqual([
		{ due: NOON + 35_000, kind: "trouble", sequence: 2, about: "jam" },
		{ due: NOON + 60_000, kind: "trouble", sequence: 1, about: "mains" },
	]);
	expect(outboxOf(stateAfter(state, "35 nothing"))).toEqual(["1344 0"]);
	const calm = stateAfter(state, "20 jam off");
	expect(calm.runtime.deadlines.map(({ about }) => about)).toEqual(["mains"]);
	expect(outboxOf(stateAfter(calm, "60 nothing"))).toEqual(["1301 0"]);
});

test("a trouble of the panel is the panel's, wherever it is said to be", () => {
	const by = { via: "site" } as const;
	const gsm = { type: "trouble", trouble: "gsm", zone: 7, by } as const;
	const began = transition(home, { ...gsm, present: true }, NOON).state;
	expect(logOf(began)).toEqual(["0 trouble gsm"]);
	expect(outboxOf(began)).toEqual(["1350 0"]);
	const dark = stateAfter(began, "1 power cut");
	const over = transition(dark, { ...gsm, present: false }, NOON + 2000).state;
	expect(over.runtime.troubles.map(({ present }) => present)).toEqual([false]);
});

test("mains without a delay is reported at once", () => {
	const hasty = panelWithZones([], {}, { mainsReport: 0 });
	const state = stateAfter(hasty, "0 mains fail");
	expect([outboxOf(state), state.runtime.deadlines]).toEqual([["1301 0"], []]);
});

test("a trouble that waited and was bypassed or told meanwhile is not told again", () => {
	const state = stateAfter(
		home,
		"0 mains fail",
		"10 power cut",
		"20 mains restore",
	);
	const [trouble] = state.runtime.troubles;
	expect(trouble?.present).toBe(false);
	const on = { ...state, runtime: { ...state.runtime, cutAt: null } };
	expect(outboxOf(stateAfter(on, "300 nothing"))).toEqual([]);
	const told = {
		...on,
		runtime: {
			...on.runtime,
			troubles: on.runtime.troubles.map((one) => ({
				...one,
				present: true,
				told: true,
			})),
		},
	};
	expect(outboxOf(stateAfter(told, "300 nothing"))).toEqual([]);
	const gone = { ...on, runtime: { ...on.runtime, troubles: [] } };
	expect(outboxOf(stateAfter(gone, "300 nothing"))).toEqual([]);
});

describe("missing mains", () => {
	test("is reported after its delay, and its end too", () => {
		const early = stateAfter(home, "0 mains fail", "299.999 nothing");
		expect(outboxOf(early)).toEqual([]);
		const late = stateAfter(early, "300 nothing", "400 mains restore");
		expect(outboxOf(late)).toEqual(["1301 0", "3301 0"]);
		expect(logOf(late)).toEqual(["0 trouble mains", "400 restored mains"]);
	});
	test("that is back before is not reported at all", () => {
		const state = stateAfter(
			home,
			"0 mains fail",
			"299 mains restore",
			"900 nothing",
		);
		expect([outboxOf(state), state.runtime.deadlines]).toEqual([[], []]);
	});
});

describe("jamming", () => {
	test("is logged only, as long as its detection is off", () => {
		const state = stateAfter(home, "0 jam on", "60 nothing");
		expect([outboxOf(state), state.runtime.troubles]).toEqual([[], []]);
		expect(logOf(state)).toEqual(["0 trouble jam"]);
	});
	test("of 30 s is reported where it is on", () => {
		const watching = panelWithZones([], { jamDetection: true });
		expect(
			outboxOf(stateAfter(watching, "0 jam on", "29 jam off", "60 nothing")),
		).toEqual([]);
		expect(outboxOf(stateAfter(watching, "0 jam on", "31 jam off"))).toEqual([
			"1344 0",
			"3344 0",
		]);
	});
});

describe("tampering", () => {
	const away = ["0 keypad 1234 away", "30 nothing"];
	test("sounds and is reported when armed away", () => {
		const state = stateAfter(
			home,
			...away,
			"40 zone 1 tamper",
			"50 zone 1 tamper restore",
		);
		expect([state.runtime.siren, outboxOf(state)]).toEqual([
			true,
			["3407 1", "1383 1", "3383 1"],
		]);
		expect(state.runtime.memory[0]?.restored).toBe(true);
		expect(outboxOf(stateAfter(home, ...away, "40 panel tamper"))).toEqual([
			"3407 1",
			"1137 0",
		]);
	});
	test.each([
		["disarmed", ["0 nothing"]],
		["home", ["0 keypad 1234 home", "30 nothing"]],
		["arming home", ["20 keypad 1234 home"]],
	])("is logged only when %s", (_, lines) => {
		const before = stateAfter(home, ...lines);
		const { state, effects } = outcomeAfter(
			before,
			"40 zone 1 tamper",
			"45 zone 1 tamper restore",
		);
		expect([outboxOf(state), effects]).toEqual([outboxOf(before), []]);
	});
	test("sounds when it arms away, and is reported", () => {
		const state = stateAfter(home, "20 keypad 1234 away", "40 zone 1 tamper");
		expect([state.runtime.siren, outboxOf(state)]).toEqual([true, ["1383 1"]]);
	});
	test("set to always sounds in every mode", () => {
		const always = panelWithZones(["burglar"], { tamperAlarm: "always" });
		const state = stateAfter(always, "0 zone 1 tamper");
		expect([state.runtime.siren, outboxOf(state)]).toEqual([true, ["1383 1"]]);
	});
});
