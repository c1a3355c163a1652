import { describe, expect, test } from "vitest";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { having } from "../../support/panel-builder.ts";
import {
	logOf,
	outboxOf,
	panelWithZones,
	programmed,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const house = panelWithZones(["fire", "fire", "burglar"]);
const HOUR = 3600;

/** How a detector and a battery begin and end, and how that is reported. */
const matters = [
	{
		what: "an alarm",
		begins: "zone 1 open",
		ends: "zone 1 close",
		told: "1110 1",
		over: "3110 1",
	},
	{
		what: "a trouble",
		begins: "zone 1 battery low",
		ends: "zone 1 battery good",
		told: "1384 1",
		over: "3384 1",
	},
] as const;

/** Begins and ends so many times: every 20 s, 10 s long. */
function comesAndGoes(
	state: PanelState,
	{ begins, ends }: { readonly begins: string; readonly ends: string },
	times: number,
	from = 0,
): PanelState {
	const lines = Array.from({ length: times }, (_, at) => [
		`${from + 20 * at} ${begins}`,
		`${from + 20 * at + 10} ${ends}`,
	]);
	return stateAfter(state, ...lines.flat());
}

describe.each(matters)("$what that comes and goes", (matter) => {
	const { begins, ends, told, over } = matter;
	const five = () => comesAndGoes(house, matter, 5);
	const all = Array.from({ length: 5 }, () => [told, over]).flat();
	/** An hour from the fifth beginning. */
	const end = 80 + HOUR;
	const since = (state: PanelState) => outboxOf(state).slice(all.length);

	test("is told five times, and the log says that it was the last", () => {
		expect(outboxOf(five())).toEqual(all);
		expect(logOf(five()).filter((line) => line.includes("flaps"))).toEqual([
			`80 flaps ${told === "1110 1" ? "fire" : "low-battery"} zones.1`,
		]);
	});

	test("is told to people as often, and the last time that no more is told", () => {
		const anna = { name: "Anna", numbers: ["+33612345678"] };
		const home = having(house, { type: "set-person", person: null, ...anna });
		const said = comesAndGoes(home, matter, 7).runtime.notices.map(
			({ person, at, about, subject, zones, by }) =>
				[person, (at - NOON) / 1000, about, subject, ...zones, by].join(" "),
		);
		const kind = told === "1110 1" ? "alarm" : "trouble";
		expect(said).toEqual([
			...[0, 20, 40, 60].flatMap((at) => [
				`1 ${at} ${kind} 1 `,
				`1 ${at + 10} ${kind}-over 1 `,
			]),
			`1 80 ${kind} 1 `,
			"1 80 flaps 1 ",
			`1 90 ${kind}-over 1 `,
		]);
	});

	test("is told when the hour is over, where it lasts", () => {
		const lasting = stateAfter(five(), `100 ${begins}`);
		expect(since(stateAfter(lasting, `${end - 0.001} nothing`))).toEqual([]);
		const later = stateAfter(lasting, `${end} nothing`);
		expect(since(later)).toEqual([told]);
		expect(later.runtime.outbox.at(-1)?.at).toBe(NOON + end * 1000);
		expect(since(stateAfter(later, `${end + 1} ${ends}`))).toEqual([
			told,
			over,
		]);
	});

	test("is told when the hour is over, where it came again", () => {
		const again = stateAfter(
			comesAndGoes(five(), matter, 3, 100),
			`500 ${begins}`,
			`${end + 60} nothing`,
		);
		expect(since(again)).toEqual([told]);
		expect(again.runtime.outbox.at(-1)?.at).toBe(NOON + end * 1000);
	});

	test("is not told where something else lasts by then", () => {
		const other = stateAfter(
			comesAndGoes(five(), matter, 1, 100),
			"120 zone 2 open",
			"121 zone 2 battery low",
			"122 zone 1 lost",
			"9000 nothing",
		);
		expect(since(other)).toEqual(["1110 2", "1384 2", "1147 1"]);
	});

	test("is not told where it is over by then", () => {
		const gone = comesAndGoes(five(), matter, 30, 100);
		expect(since(stateAfter(gone, `${2 * HOUR} nothing`))).toEqual([]);
	});

	test("is not told shortly before the hour is over, though the first time is an hour ago", () => {
		const gone = comesAndGoes(five(), matter, 3, end - 70);
		expect(since(stateAfter(gone, `${2 * HOUR} nothing`))).toEqual([]);
	});

	test("counts each time for its hour", () => {
		const state = [0, 1200, 2400, 3590, 3610, 3630, 3650].reduce(
			(present, at) => comesAndGoes(present, matter, 1, at),
			house,
		);
		// The first one is gone at 3600: the fifth of the hour is that of 3630.
		expect(logOf(state).filter((line) => line.includes("flaps"))).toHaveLength(
			1,
		);
		expect(outboxOf(state)).toEqual(
			Array.from({ length: 6 }, () => [told, over]).flat(),
		);
	});

	test("whose device is removed meanwhile is not told any more", () => {
		const held = stateAfter(five(), `100 ${begins}`);
		const gone = programmed(held, { type: "remove-device", zone: 1 });
		const later = stateAfter(gone, `${2 * HOUR} nothing`);
		expect(since(later)).toEqual(told === "1110 1" ? [told] : []);
	});

	test("is told another five times after the hour", () => {
		const later = comesAndGoes(five(), matter, 7, end);
		expect(since(later)).toEqual(all);
	});

	test("hides no other zone, and nothing else of its own", () => {
		const others = stateAfter(
			five(),
			"100 zone 2 open",
			"101 zone 2 battery low",
			"102 zone 1 lost",
			"103 mains fail",
			"403 nothing",
		);
		expect(since(others)).toEqual(["1110 2", "1384 2", "1147 1", "1301 0"]);
	});

	test("is always told where it does not come so often", () => {
		let state = house;
		for (let at = 0; at < 20; at += 1)
			state = comesAndGoes(state, matter, 1, at * 900);
		expect(outboxOf(state)).toEqual(
			Array.from({ length: 20 }, () => [told, over]).flat(),
		);
	});
});

test("who disarms in an alarm has seen the alarms, and no trouble", () => {
	const [alarm, trouble] = matters;
	const flapping = comesAndGoes(comesAndGoes(house, alarm, 5), trouble, 5, 100);
	const held = stateAfter(flapping, "300 zone 1 battery low");
	const disarmed = stateAfter(held, "310 keypad 1234 disarm");
	const count = outboxOf(flapping).length;
	expect(outboxOf(disarmed).slice(count)).toEqual(["1406 1"]);
	const again = stateAfter(disarmed, "320 zone 1 open");
	expect(outboxOf(again).slice(count)).toEqual(["1406 1", "1110 1"]);
	const later = stateAfter(again, "3800 nothing");
	expect(outboxOf(later).slice(count)).toEqual(["1406 1", "1110 1", "1384 1"]);
});

test("an alarm that was held back and that somebody ended is not told later", () => {
	const [alarm] = matters;
	const five = comesAndGoes(house, alarm, 5);
	const held = stateAfter(five, "100 zone 1 open", "110 keypad 1234 disarm");
	expect(outboxOf(stateAfter(held, "9000 nothing")).slice(10)).toEqual([
		"1406 1",
	]);
});

test("what people know of is not told again because it was held back", () => {
	const trips = [0, 10, 20, 30, 40, 50, 60].map((at) => `${at} zone 1 trip`);
	const state = stateAfter(house, ...trips);
	const five = Array.from({ length: 5 }, () => "1110 1");
	expect(outboxOf(state)).toEqual(five);
	expect(outboxOf(stateAfter(state, "9000 nothing"))).toEqual(five);
});

test("an alarm is told to be over after somebody ended it, and what waits waits once", () => {
	const ended = stateAfter(
		house,
		"0 zone 1 open",
		"10 keypad 1234 disarm",
		"20 zone 1 close",
	);
	expect(outboxOf(ended)).toEqual(["1110 1", "1406 1", "3110 1"]);
	const [alarm] = matters;
	const held = stateAfter(
		comesAndGoes(house, alarm, 5),
		"100 zone 1 trip",
		"110 zone 1 trip",
	);
	expect(
		held.runtime.deadlines.filter(({ kind }) => kind === "untold"),
	).toHaveLength(1);
});

test("a person who calls for help is told each time", () => {
	const home = panelWithZones(["personal-attack", "medical", "silent-panic"]);
	const calls = [1, 2, 3].flatMap((zone) =>
		Array.from({ length: 7 }, (_, at) => `${at} zone ${zone} trip`),
	);
	const codes = ["1120 1", "1100 2", "1122 3"];
	const state = stateAfter(home, ...calls.toSorted());
	expect(outboxOf(state)).toEqual(
		Array.from({ length: 7 }, () => codes).flat(),
	);
});
