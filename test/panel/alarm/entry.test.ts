import { describe, expect, test } from "vitest";
import type { Happening } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import {
	logOf,
	outboxOf,
	panelWithZones,
	programmed,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const away = "0 keypad 1234 away";

/** An entry with the first delay of 20 s and one with the second of 10 s. */
const twoDoors: PanelState = (() => {
	const plain = panelWithZones(
		["entry", "entry", "follower"],
		{},
		{ entry1: 20, entry2: 10 },
	);
	return {
		...plain,
		zones: plain.zones.map((zone) =>
			zone.id === 2 ? { ...zone, entryDelay: 2 } : zone,
		),
	};
})();

test("an entry delay that ends from away is 131, and sounds", () => {
	const state = stateAfter(twoDoors, away, "40 zone 1 open", "59.999 nothing");
	expect([state.runtime.siren, state.runtime.entry]).toEqual([
		false,
		{ zone: 1, waiting: [] },
	]);
	const late = stateAfter(state, "60 nothing");
	expect(late.runtime.siren).toBe(true);
	expect(late.runtime.entry).toBeNull();
	expect(outboxOf(late)).toEqual(["3407 1", "1131 1"]);
});

test("an entry delay that ends from home is 132", () => {
	const state = stateAfter(
		twoDoors,
		"0 keypad 1234 home",
		"40 zone 1 open",
		"60 nothing",
	);
	expect(outboxOf(state)).toEqual(["3456 1", "1132 1"]);
});

test("who disarms in time raises nothing", () => {
	const state = stateAfter(
		twoDoors,
		away,
		"40 zone 1 open",
		"59 keypad 1234 disarm",
		"90 nothing",
	);
	expect(outboxOf(state)).toEqual(["3407 1", "1407 1"]);
	expect(logOf(state)).toEqual([
		"0 arming away",
		"30 armed away",
		"40 entry zones.1",
		"59 disarmed",
	]);
});

test("disarming at the very instant at which the delay ends comes after the alarm", () => {
	const state = stateAfter(
		twoDoors,
		away,
		"40 zone 1 open",
		"60 keypad 1234 disarm",
	);
	expect(outboxOf(state)).toEqual(["3407 1", "1131 1", "1407 1", "1406 1"]);
	expect(state.runtime.siren).toBe(false);
});

test("the shorter delay wins, whichever comes first", () => {
	const longFirst = stateAfter(
		twoDoors,
		away,
		"40 zone 1 open",
		"42 zone 2 open",
		"52 nothing",
	);
	expect(outboxOf(longFirst).slice(1)).toEqual(["1131 2"]);
	const shortFirst = stateAfter(
		twoDoors,
		away,
		"40 zone 2 open",
		"42 zone 1 open",
		"50 nothing",
	);
	expect(outboxOf(shortFirst).slice(1)).toEqual(["1131 2"]);
	const tooLate = stateAfter(
		twoDoors,
		away,
		"40 zone 1 open",
		"55 zone 2 open",
		"60 nothing",
	);
	expect(outboxOf(tooLate).slice(1)).toEqual(["1131 1"]);
});

test("home has entry delays of its own", () => {
	const timers = { ...twoDoors.timers, entryHome1: 5 };
	const state = stateAfter(
		{ ...twoDoors, timers },
		"0 keypad 1234 home",
		"40 zone 1 open",
		"45 nothing",
	);
	expect(outboxOf(state)).toEqual(["3456 1", "1132 1"]);
});

test("a delay of nothing is an alarm at once", () => {
	const timers = { ...twoDoors.timers, entry1: 0 };
	const state = stateAfter({ ...twoDoors, timers }, away, "40 zone 1 open");
	expect(outboxOf(state)).toEqual(["3407 1", "1131 1"]);
});

test("a follower waits for the end of the delay, and disarming calls it off", () => {
	const waiting = stateAfter(
		twoDoors,
		away,
		"40 zone 1 open",
		"41 zone 3 open",
	);
	expect(waiting.runtime.entry).toEqual({ zone: 1, waiting: [3] });
	expect(outboxOf(stateAfter(waiting, "60 nothing")).slice(1)).toEqual([
		"1131 1",
		"1130 3",
	]);
	expect(
		outboxOf(stateAfter(waiting, "59 keypad 1234 disarm")).slice(1),
	).toEqual(["1407 1"]);
});

describe("the entry delay of several zones", () => {
	const doors = panelWithZones(["entry", "entry", "follower", "burglar"]);

	test("belongs to the first, when they end together", () => {
		const state = stateAfter(doors, away, "40 zone 2 open", "40 zone 1 open");
		expect(state.runtime.entry).toEqual({
			zone: 2,
			others: [1],
			waiting: [],
		});
		expect(state.runtime.deadlines).toEqual([
			{ due: NOON + 60_000, kind: "entry", sequence: 1, about: "" },
		]);
	});

	test("is one, however often it is shortened", () => {
		const state = stateAfter(
			twoDoors,
			away,
			"40 zone 1 open",
			"42 zone 2 open",
		);
		expect(state.runtime.deadlines).toEqual([
			{ due: NOON + 52_000, kind: "entry", sequence: 1, about: "" },
		]);
		expect(logOf(state).slice(2)).toEqual([
			"40 entry zones.1",
			"42 entry zones.2",
		]);
	});

	test("has nothing to do with a siren that stops before", () => {
		const state = stateAfter(doors, away, "40 zone 4 open", "210 zone 1 open");
		expect(state.runtime.deadlines.map(({ kind }) => kind)).toEqual([
			"siren",
			"entry",
		]);
	});

	test("of nothing leaves no countdown", () => {
		const timers = { ...doors.timers, entry1: 0 };
		const state = stateAfter({ ...doors, timers }, away, "40 zone 1 open");
		expect(state.runtime.entry).toBeNull();
		expect(state.runtime.deadlines.map(({ kind }) => kind)).toEqual(["siren"]);
	});

	test("has a zone wait once, and not when it was bypassed or taken away", () => {
		const waiting = stateAfter(
			doors,
			away,
			"40 zone 1 open",
			"41 zone 3 trip",
			"42 zone 3 trip",
		);
		expect(waiting.runtime.entry).toEqual({ zone: 1, waiting: [3] });
		const bypassed = waiting.zones.map((zone) =>
			zone.id === 3 ? { ...zone, bypass: "once" as const } : zone,
		);
		expect(
			outboxOf(stateAfter({ ...waiting, zones: bypassed }, "60 nothing")).slice(
				1,
			),
		).toEqual(["1131 1"]);
		const without = waiting.zones.filter(({ id }) => id !== 1);
		expect(
			outboxOf(stateAfter({ ...waiting, zones: without }, "60 nothing")).slice(
				1,
			),
		).toEqual(["1131 1", "1130 3"]);
	});
});

test("a zone that is bypassed while its delay runs raises nothing", () => {
	const entering = stateAfter(twoDoors, away, "40 zone 1 open");
	const zones = entering.zones.map((zone) => ({
		...zone,
		bypass: "once" as const,
	}));
	expect(outboxOf(stateAfter({ ...entering, zones }, "60 nothing"))).toEqual([
		"3407 1",
	]);
});

describe("of two doors that were entered through", () => {
	/** The outbox after a bypass of some doors in the delay, or their removal. */
	const after = (
		lines: readonly string[],
		happenings: readonly Happening[],
	): readonly string[] =>
		outboxOf(
			stateAfter(
				happenings.reduce(programmed, stateAfter(twoDoors, away, ...lines)),
				"100 nothing",
			),
		).slice(1);
	const bypass = (zone: number): Happening => ({
		type: "set-zone",
		zone,
		bypass: "once",
	});
	const longFirst = ["40 zone 1 open", "42 zone 2 open"];
	const shortFirst = ["40 zone 2 open", "42 zone 1 open"];

	test.each<[string, readonly string[], readonly Happening[], string[]]>([
		["neither is bypassed", longFirst, [], ["1131 2"]],
		["the first is bypassed", longFirst, [bypass(1)], ["1131 2"]],
		["the second is bypassed", longFirst, [bypass(2)], ["1131 1"]],
		["the shorter came first", shortFirst, [bypass(2)], ["1131 1"]],
		["both are bypassed", shortFirst, [bypass(1), bypass(2)], []],
		[
			"the other is taken away",
			shortFirst,
			[bypass(2), { type: "remove-device", zone: 1 }],
			["1131 1"],
		],
		[
			"one comes twice",
			[...shortFirst, "43 zone 1 close", "44 zone 1 open"],
			[bypass(2)],
			["1131 1"],
		],
	])("%s", (_, lines, happenings, reports) => {
		expect(after(lines, happenings)).toEqual(reports);
	});

	test("each is kept once, the one whose delay runs apart", () => {
		const both = stateAfter(twoDoors, away, ...longFirst, "43 zone 1 close");
		expect([
			both.runtime.entry,
			stateAfter(both, "44 zone 1 open").runtime.entry,
		]).toEqual([
			{ zone: 2, others: [1], waiting: [] },
			{ zone: 2, others: [1], waiting: [] },
		]);
	});
});
