import { describe, expect, test } from "vitest";
import { clock, type Happening } from "../../src/panel/event.ts";
import { dueReports, OUTBOX_CAPACITY } from "../../src/panel/reports.ts";
import type {
	Destination,
	PanelState,
	ReportGroup,
} from "../../src/panel/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { destination, house, lived, toldBy } from "../support/house.ts";
import { NOON } from "../support/texting.ts";

/** A house that reports to some destinations. */
function reporting(
	destinations: readonly Destination[],
	groups: readonly ReportGroup[] = [],
): PanelState {
	const plain = house(["fire"]);
	return { ...plain, reporting: { ...plain.reporting, destinations, groups } };
}

/** What is due, as `report to destination`. */
function due(state: PanelState, seconds: number): readonly string[] {
	return dueReports(state, NOON + seconds * 1000).map(
		({ report, destination: { id } }) => `${report.id} to ${id}`,
	);
}

function outcome(
	state: PanelState,
	type: "report-sent" | "report-failed",
	report: number,
	to: number,
	seconds: number,
): PanelState {
	const event: Happening = { type, report, destination: to };
	return transition(state, { ...event, by: clock }, NOON + seconds * 1000)
		.state;
}

test("every essential group is told, by its first destination", () => {
	const state = lived(
		reporting([destination(1), destination(2), destination(3, 2)]),
		"0 zone 1 open",
	);
	expect(due(state, 0)).toEqual(["1 to 1", "2 to 3"]);
	expect(state.runtime.outbox[0]).toEqual({
		id: 1,
		at: NOON,
		event: "fire",
		qualifier: "event",
		subject: 1,
		group: 1,
		rounds: 0,
		failed: [],
		due: NOON,
	});
});

test("the first success ends a group", () => {
	const state = lived(
		reporting([destination(1), destination(2)]),
		"0 zone 1 open",
	);
	const sent = outcome(
		outcome(state, "report-failed", 1, 1, 1),
		"report-sent",
		1,
		2,
		2,
	);
	expect(sent.runtime.outbox).toEqual([]);
});

test("inside a group one destination after the other is tried, then all again after 60 s", () => {
	const state = lived(
		reporting([destination(1), destination(2)]),
		"0 zone 1 open",
	);
	const first = outcome(state, "report-failed", 1, 1, 1);
	expect(due(first, 1)).toEqual(["1 to 2"]);
	const round = outcome(first, "report-failed", 1, 2, 2);
	expect([due(round, 61), due(round, 62)]).toEqual([[], ["1 to 1"]]);
	expect(round.runtime.deadlines).toEqual(
		[
			{ due: NOON + 180_000, kind: "siren", sequence: 1, about: "" },
			{ due: NOON + 62_000, kind: "report", sequence: 2, about: "1" },
		].sort((a, b) => a.due - b.due),
	);
});

test("an optional group is told when the one before has used up its retries, and gives up itself", () => {
	const groups: ReportGroup[] = [
		{ id: 1, kind: "essential", retries: 1 },
		{ id: 2, kind: "optional", retries: 1 },
	];
	const state = lived(
		reporting([destination(1), destination(2, 2)], groups),
		"0 zone 1 open",
	);
	expect(due(state, 0)).toEqual(["1 to 1"]);
	const failed = outcome(state, "report-failed", 1, 1, 1);
	expect(due(failed, 61)).toEqual(["1 to 1", "2 to 2"]);
	const given = outcome(failed, "report-failed", 2, 2, 62);
	expect(due(given, 200)).toEqual(["1 to 1"]);
	const again = outcome(given, "report-failed", 1, 1, 200);
	expect(due(again, 300)).toEqual(["1 to 1"]);
});

test("group 1 is essential whatever it is set to", () => {
	const groups: ReportGroup[] = [{ id: 1, kind: "optional", retries: 1 }];
	let state = lived(reporting([destination(1)], groups), "0 zone 1 open");
	for (const round of [1, 2, 3])
		state = outcome(state, "report-failed", 1, 1, round * 100);
	expect(due(state, 1000)).toEqual(["1 to 1"]);
});

test("a destination's level filters what it is told", () => {
	const alarms = { ...destination(1), level: "alarm" as const };
	const status = { ...destination(2, 2), level: "status" as const };
	const state = lived(
		reporting([alarms, status]),
		"0 zone 1 open",
		"1 battery low",
	);
	expect(due(state, 1)).toEqual(["1 to 1", "2 to 2"]);
	expect(toldBy(state)).toEqual(["1110 1", "1302 0"]);
});

test("a report whose last destination is taken away goes with it", () => {
	const state = lived(reporting([destination(1)]), "0 zone 1 open");
	const event: Happening = { type: "delete-destination", destination: 1 };
	const { runtime } = transition(
		state,
		{ ...event, by: clock },
		NOON + 1000,
	).state;
	expect(runtime.outbox).toEqual([]);
});

test("what became of an unknown report is refused and changes nothing", () => {
	const home = reporting([]);
	const event: Happening = { type: "report-sent", report: 7, destination: 1 };
	const { state, refusal } = transition(home, { ...event, by: clock }, NOON);
	expect([state, refusal?.code]).toEqual([home, "report/unknown"]);
});

test("without a destination nothing is queued", () => {
	expect(lived(reporting([]), "0 zone 1 open").runtime.outbox).toEqual([]);
});

test("a full outbox lets the oldest status go, never an alarm while there is one", () => {
	let state = lived(reporting([destination(1)]), "0 zone 1 open");
	for (let at = 0; at < OUTBOX_CAPACITY; at += 1)
		state = lived(state, `${at} battery low`, `${at} battery good`);
	const { outbox, reports } = state.runtime;
	expect([outbox.length, outbox[0]?.event, reports]).toEqual([
		OUTBOX_CAPACITY,
		"fire",
		1 + 2 * OUTBOX_CAPACITY,
	]);
});

describe("the test report", () => {
	test("comes after the offset, then each period", () => {
		const set: Happening = {
			type: "set-reporting",
			checkIn: 6,
			checkInOffset: 2,
		};
		const by = { via: "sms", from: "" } as const;
		const state = transition(
			reporting([destination(1)]),
			{ ...set, by },
			NOON,
		).state;
		const hour = 3600;
		expect(toldBy(lived(state, `${2 * hour - 1} nothing`))).toEqual([]);
		const later = lived(state, `${15 * hour} nothing`);
		expect(
			later.runtime.outbox.map(({ at, event }) => [
				(at - NOON) / 3_600_000,
				event,
			]),
		).toEqual([
			[2, "test"],
			[8, "test"],
			[14, "test"],
		]);
	});
});
