import { describe, expect, test } from "vitest";
import { house, lived, logOf, played, toldBy } from "../support/house.ts";

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
