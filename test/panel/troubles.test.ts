import { describe, expect, test } from "vitest";
import { transition } from "../../src/panel/transition.ts";
import { house, lived, logOf, played, toldBy } from "../support/house.ts";
import { NOON } from "../support/texting.ts";

const home = house(["burglar"]);

test.each([
	["battery low", "battery good", "302 0"],
	["battery missing", "battery present", "311 0"],
	["gsm lost", "gsm found", "350 0"],
	["sim missing", "sim present", "300 0"],
	["zone 1 battery low", "zone 1 battery good", "384 1"],
	["zone 1 lost", "zone 1 found", "147 1"],
])("%s is reported once, and so is %s", (begins, ends, code) => {
	const state = lived(
		home,
		`0 ${begins}`,
		`1 ${begins}`,
		`2 ${ends}`,
		`3 ${ends}`,
	);
	expect(toldBy(state)).toEqual([`1${code}`, `3${code}`]);
	expect(state.runtime.troubles).toEqual([]);
});

test("troubles of one name in two zones, and of two names in one, are apart", () => {
	const two = house(["burglar", "burglar"]);
	const state = lived(
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
	expect(toldBy(state)).toEqual(["1147 1", "1147 2", "1384 2", "3147 2"]);
	expect(logOf(state)).toEqual([
		"0 trouble zones.1 supervision",
		"1 trouble zones.2 supervision",
		"2 trouble zones.2 low-battery",
		"3 restored zones.2 supervision",
	]);
});

test("mains and jamming wait side by side", () => {
	const watching = house([], { jamDetection: true }, { mainsReport: 1 });
	const state = lived(watching, "0 mains fail", "5 jam on");
	expect(state.runtime.deadlines).toEqual([
		{ due: NOON + 35_000, kind: "trouble", sequence: 2, about: "jam" },
		{ due: NOON + 60_000, kind: "trouble", sequence: 1, about: "mains" },
	]);
	expect(toldBy(lived(state, "35 nothing"))).toEqual(["1344 0"]);
	const calm = lived(state, "20 jam off");
	expect(calm.runtime.deadlines.map(({ about }) => about)).toEqual(["mains"]);
	expect(toldBy(lived(calm, "60 nothing"))).toEqual(["1301 0"]);
});

test("a trouble of the panel is the panel's, wherever it is said to be", () => {
	const by = { via: "site" } as const;
	const gsm = { type: "trouble", trouble: "gsm", zone: 7, by } as const;
	const began = transition(home, { ...gsm, present: true }, NOON).state;
	expect(logOf(began)).toEqual(["0 trouble gsm"]);
	expect(toldBy(began)).toEqual(["1350 0"]);
	const dark = lived(began, "1 power cut");
	const over = transition(dark, { ...gsm, present: false }, NOON + 2000).state;
	expect(over.runtime.troubles.map(({ present }) => present)).toEqual([false]);
});

test("mains without a delay is reported at once", () => {
	const hasty = house([], {}, { mainsReport: 0 });
	const state = lived(hasty, "0 mains fail");
	expect([toldBy(state), state.runtime.deadlines]).toEqual([["1301 0"], []]);
});

test("a trouble that waited and was bypassed or told meanwhile is not told again", () => {
	const state = lived(home, "0 mains fail", "10 power cut", "20 mains restore");
	const [trouble] = state.runtime.troubles;
	expect(trouble?.present).toBe(false);
	const on = { ...state, runtime: { ...state.runtime, cutAt: null } };
	expect(toldBy(lived(on, "300 nothing"))).toEqual([]);
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
	expect(toldBy(lived(told, "300 nothing"))).toEqual([]);
	const gone = { ...on, runtime: { ...on.runtime, troubles: [] } };
	expect(toldBy(lived(gone, "300 nothing"))).toEqual([]);
});

describe("missing mains", () => {
	test("is reported after its delay, and its end too", () => {
		const early = lived(home, "0 mains fail", "299.999 nothing");
		expect(toldBy(early)).toEqual([]);
		const late = lived(early, "300 nothing", "400 mains restore");
		expect(toldBy(late)).toEqual(["1301 0", "3301 0"]);
		expect(logOf(late)).toEqual(["0 trouble mains", "400 restored mains"]);
	});
	test("that is back before is not reported at all", () => {
		const state = lived(
			home,
			"0 mains fail",
			"299 mains restore",
			"900 nothing",
		);
		expect([toldBy(state), state.runtime.deadlines]).toEqual([[], []]);
	});
});

describe("jamming", () => {
	test("is logged only, as long as its detection is off", () => {
		const state = lived(home, "0 jam on", "60 nothing");
		expect([toldBy(state), state.runtime.troubles]).toEqual([[], []]);
		expect(logOf(state)).toEqual(["0 trouble jam"]);
	});
	test("of 30 s is reported where it is on", () => {
		const watching = house([], { jamDetection: true });
		expect(
			toldBy(lived(watching, "0 jam on", "29 jam off", "60 nothing")),
		).toEqual([]);
		expect(toldBy(lived(watching, "0 jam on", "31 jam off"))).toEqual([
			"1344 0",
			"3344 0",
		]);
	});
});

describe("tampering", () => {
	const away = ["0 keypad 1234 away", "30 nothing"];
	test("sounds and is reported when armed away", () => {
		const state = lived(
			home,
			...away,
			"40 zone 1 tamper",
			"50 zone 1 tamper restore",
		);
		expect([state.runtime.siren, toldBy(state)]).toEqual([
			true,
			["3407 1", "1383 1", "3383 1"],
		]);
		expect(state.runtime.memory[0]?.restored).toBe(true);
		expect(toldBy(lived(home, ...away, "40 panel tamper"))).toEqual([
			"3407 1",
			"1137 0",
		]);
	});
	test.each([
		["disarmed", ["0 nothing"]],
		["home", ["0 keypad 1234 home", "30 nothing"]],
		["arming", ["20 keypad 1234 away"]],
	])("is logged only when %s", (_, lines) => {
		const before = lived(home, ...lines);
		const { state, effects } = played(
			before,
			"40 zone 1 tamper",
			"45 zone 1 tamper restore",
		);
		expect([toldBy(state), effects]).toEqual([toldBy(before), []]);
	});
	test("set to always sounds in every mode", () => {
		const always = house(["burglar"], { tamperAlarm: "always" });
		const state = lived(always, "0 zone 1 tamper");
		expect([state.runtime.siren, toldBy(state)]).toEqual([true, ["1383 1"]]);
	});
});
