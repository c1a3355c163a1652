import { expect, test } from "vitest";
import { OUTBOX_CAPACITY } from "../../../src/panel/reporting/outbox.ts";
import { clock, type Happening } from "../../../src/panel/state/event.ts";
import type { ReportGroup } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { due, outcome, reporting } from "../../support/due-reports.ts";
import {
	destination,
	logOf,
	outboxOf,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

test("every essential group is told, by its first destination", () => {
	const state = stateAfter(
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
	const state = stateAfter(
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
	const state = stateAfter(
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
	const state = stateAfter(
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
	let state = stateAfter(reporting([destination(1)], groups), "0 zone 1 open");
	for (const round of [1, 2, 3])
		state = outcome(state, "report-failed", 1, 1, round * 100);
	expect(due(state, 1000)).toEqual(["1 to 1"]);
});

test("an optional group that comes first is served for ever, as there is none before it", () => {
	const groups: ReportGroup[] = [{ id: 2, kind: "optional", retries: 1 }];
	let state = stateAfter(
		reporting([destination(1, 2)], groups),
		"0 zone 1 open",
	);
	for (const round of [1, 2, 3])
		state = outcome(state, "report-failed", 1, 1, round * 100);
	expect(due(state, 1000)).toEqual(["1 to 1"]);
	expect(state.runtime.outbox[0]).toEqual({
		id: 1,
		at: NOON,
		event: "fire",
		qualifier: "event",
		subject: 1,
		group: 2,
		rounds: 3,
		failed: [],
		due: NOON + 360_000,
	});
});

test("a group hands on once, to the optional group behind it, and to no essential one", () => {
	const groups: ReportGroup[] = [
		{ id: 1, kind: "essential", retries: 3 },
		{ id: 2, kind: "optional", retries: 3 },
		{ id: 3, kind: "essential", retries: 1 },
	];
	let state = stateAfter(
		reporting([destination(1), destination(2, 2), destination(3, 3)], groups),
		"0 zone 1 open",
	);
	const queue = () =>
		state.runtime.outbox.map(
			({ id, group, rounds }) => `${id}: group ${group}, round ${rounds}`,
		);
	expect(queue()).toEqual(["1: group 1, round 0", "2: group 3, round 0"]);
	state = outcome(state, "report-failed", 1, 1, 100);
	state = outcome(state, "report-failed", 1, 1, 200);
	expect(queue()).toEqual(["1: group 1, round 2", "2: group 3, round 0"]);
	state = outcome(state, "report-failed", 1, 1, 300);
	expect(queue()).toEqual([
		"1: group 1, round 3",
		"2: group 3, round 0",
		"3: group 2, round 0",
	]);
	state = outcome(state, "report-failed", 1, 1, 400);
	expect(queue()).toHaveLength(3);
	state = outcome(state, "report-failed", 3, 2, 500);
	state = outcome(state, "report-failed", 3, 2, 600);
	expect(queue()[2]).toBe("3: group 2, round 2");
	state = outcome(state, "report-failed", 3, 2, 700);
	expect(queue()).toEqual(["1: group 1, round 4", "2: group 3, round 0"]);
	state = outcome(state, "report-failed", 2, 3, 800);
	expect(queue()).toEqual(["1: group 1, round 4", "2: group 3, round 1"]);
	expect(logOf(state).slice(-3)).toEqual([
		"500 report-failed fire zones.1 to 2",
		"700 report-given-up fire zones.1 to 2",
		"800 report-failed fire zones.1 to 3",
	]);
});

test("groups are served in order, whatever order their destinations stand in", () => {
	const groups: ReportGroup[] = [
		{ id: 2, kind: "optional", retries: 1 },
		{ id: 3, kind: "optional", retries: 1 },
	];
	const state = stateAfter(
		reporting([destination(1, 3), destination(2, 2)], groups),
		"0 zone 1 open",
	);
	expect(due(state, 0)).toEqual(["1 to 2"]);
});

test("nothing is due without power", () => {
	const state = stateAfter(
		reporting([destination(1)]),
		"0 zone 1 open",
		"1 power cut",
	);
	expect(due(state, 100)).toEqual([]);
});

test("a destination that is taken away takes only the reports that are left to nobody", () => {
	const state = stateAfter(
		reporting([destination(1), destination(2, 2)]),
		"0 zone 1 open",
	);
	const event: Happening = { type: "delete-destination", destination: 2 };
	const { runtime } = transition(
		state,
		{ ...event, by: clock },
		NOON + 1000,
	).state;
	expect(runtime.outbox.map(({ id }) => id)).toEqual([1]);
});

test("a destination's level filters what it is told", () => {
	const alarms = { ...destination(1), level: "alarm" as const };
	const status = { ...destination(2, 2), level: "status" as const };
	const state = stateAfter(
		reporting([alarms, status]),
		"0 zone 1 open",
		"1 battery low",
	);
	expect(due(state, 1)).toEqual(["1 to 1", "2 to 2"]);
	expect(outboxOf(state)).toEqual(["1110 1", "1302 0"]);
});

test("a report whose last destination is taken away goes with it", () => {
	const state = stateAfter(reporting([destination(1)]), "0 zone 1 open");
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
	expect(stateAfter(reporting([]), "0 zone 1 open").runtime.outbox).toEqual([]);
});

test("a full outbox lets the oldest status go, never an alarm while there is one", () => {
	let state = stateAfter(reporting([destination(1)]), "0 zone 1 open");
	// Few enough in an hour to be told: `flapping.ts`.
	for (let at = 0; at < 1000 * OUTBOX_CAPACITY; at += 1000)
		state = stateAfter(state, `${at} battery low`, `${at} battery good`);
	const { outbox, reports } = state.runtime;
	expect([outbox.length, outbox[0]?.event, reports]).toEqual([
		OUTBOX_CAPACITY,
		"fire",
		1 + 2 * OUTBOX_CAPACITY,
	]);
});
