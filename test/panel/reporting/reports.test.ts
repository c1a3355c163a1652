import { describe, expect, test } from "vitest";
import { OUTBOX_CAPACITY } from "../../../src/panel/reporting/outbox.ts";
import { dueReports } from "../../../src/panel/reporting/reports.ts";
import { clock, type Happening } from "../../../src/panel/state/event.ts";
import type {
	Destination,
	PanelState,
	ReportGroup,
} from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import {
	destination,
	logOf,
	outboxOf,
	panelWithZones,
	programmed,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

/** A house that reports to some destinations. */
function reporting(
	destinations: readonly Destination[],
	groups: readonly ReportGroup[] = [],
): PanelState {
	const plain = panelWithZones(["fire"]);
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

test("what became of a report is logged, and takes its deadline along", () => {
	const state = stateAfter(reporting([destination(1)]), "0 zone 1 trip");
	const failed = outcome(state, "report-failed", 1, 1, 1);
	const again = outcome(failed, "report-failed", 1, 1, 100);
	expect(
		again.runtime.deadlines.filter(({ kind }) => kind === "report"),
	).toEqual([{ due: NOON + 160_000, kind: "report", sequence: 2, about: "1" }]);
	const sent = outcome(again, "report-sent", 1, 1, 161);
	expect(
		sent.runtime.deadlines.filter(({ kind }) => kind === "report"),
	).toEqual([]);
	expect(logOf(sent)).toEqual([
		"0 alarm fire zones.1",
		"1 report-failed fire zones.1 to 1",
		"161 reported fire zones.1 to 1",
	]);
});

test("a report that fails once more before its pause is over waits anew", () => {
	const state = stateAfter(reporting([destination(1)]), "0 zone 1 trip");
	const twice = outcome(
		outcome(state, "report-failed", 1, 1, 1),
		"report-failed",
		1,
		1,
		11,
	);
	expect(
		twice.runtime.deadlines.filter(({ kind }) => kind === "report"),
	).toEqual([{ due: NOON + 71_000, kind: "report", sequence: 2, about: "1" }]);
});

test("a group of 99 retries hands on once, however long it goes on", () => {
	const groups: ReportGroup[] = [
		{ id: 1, kind: "essential", retries: 99 },
		{ id: 2, kind: "optional", retries: 1 },
	];
	let state = stateAfter(
		reporting([destination(1), destination(2, 2)], groups),
		"0 zone 1 trip",
	);
	const handedOn: number[] = [];
	for (let round = 1; round <= 102; round += 1) {
		state = outcome(state, "report-failed", 1, 1, round * 61);
		if (state.runtime.reports > handedOn.length + 1) handedOn.push(round);
	}
	expect([handedOn, state.runtime.outbox[0]?.rounds]).toEqual([[99], 99]);
});

test("a retry of one report leaves the others their deadlines", () => {
	const state = stateAfter(
		reporting([destination(1)]),
		"0 zone 1 trip",
		"1 zone 1 trip",
	);
	const failed = outcome(
		outcome(state, "report-failed", 1, 1, 2),
		"report-failed",
		2,
		1,
		3,
	);
	const sent = outcome(failed, "report-sent", 1, 1, 10);
	expect(
		sent.runtime.deadlines
			.filter(({ kind }) => kind === "report")
			.map(({ about }) => about),
	).toEqual(["2"]);
});

test("one try is for all reports that are due there, and the log names the first failure", () => {
	let state = stateAfter(reporting([destination(1)]), "0 zone 1 open");
	for (let at = 0; at < 5; at += 1)
		state = stateAfter(
			state,
			"1 battery low",
			"1 battery good",
			"1 sim missing",
			"1 sim present",
		);
	const before = logOf(state);
	state = outcome(state, "report-failed", 1, 1, 2);
	expect(state.runtime.outbox.map(({ rounds, due }) => [rounds, due])).toEqual(
		Array.from({ length: 21 }, () => [1, NOON + 62_000]),
	);
	for (const round of [1, 2, 3])
		state = outcome(state, "report-failed", 1, 1, 2 + 60 * round);
	expect(logOf(state).slice(before.length)).toEqual([
		"2 report-failed fire zones.1 to 1",
	]);
	expect(state.runtime.failing).toEqual([
		{ id: 1, since: NOON + 2000, failures: 4, logged: true },
	]);
	state = outcome(state, "report-sent", 1, 1, 242);
	expect(logOf(state).slice(before.length)).toEqual([
		"2 report-failed fire zones.1 to 1",
		"242 reported fire zones.1 to 1",
	]);
	expect(state.runtime.failing).toEqual([]);
});

test("a report that fails later waits for the round of the others, in its group only", () => {
	let state = stateAfter(
		reporting([destination(1), destination(2, 2)]),
		"0 zone 1 trip",
	);
	state = outcome(state, "report-failed", 1, 1, 1);
	state = stateAfter(state, "31 battery low");
	state = outcome(state, "report-failed", 3, 1, 32);
	state = outcome(state, "report-failed", 4, 2, 33);
	expect(state.runtime.outbox.map(({ id, due }) => [id, due - NOON])).toEqual([
		[1, 61_000],
		[2, 93_000],
		[3, 61_000],
		[4, 93_000],
	]);
});

test("destinations fail and are reached each for itself", () => {
	const state = stateAfter(
		reporting([destination(1), destination(2, 2)]),
		"0 zone 1 trip",
	);
	const one = outcome(state, "report-failed", 1, 1, 1);
	expect(one.runtime.outbox[1]).toEqual(state.runtime.outbox[1]);
	const both = outcome(
		outcome(one, "report-failed", 2, 2, 2),
		"report-failed",
		1,
		1,
		70,
	);
	const failing = [
		{ id: 1, since: NOON + 1000, failures: 2, logged: true },
		{ id: 2, since: NOON + 2000, failures: 1, logged: true },
	];
	expect(both.runtime.failing).toEqual(failing);
	const reached = outcome(both, "report-sent", 1, 1, 130);
	expect(reached.runtime.failing).toEqual(failing.slice(1));
	const none = outcome(reached, "report-sent", 2, 2, 140);
	expect(none.runtime.failing).toEqual([]);
});

test("a destination with another address has not failed yet", () => {
	const state = outcome(
		stateAfter(reporting([destination(1)]), "0 zone 1 trip"),
		"report-failed",
		1,
		1,
		1,
	);
	const event: Happening = {
		type: "set-destination",
		destination: 1,
		url: "sms://+15550299",
	};
	const { runtime } = transition(state, { ...event, by: clock }, NOON).state;
	expect([state.runtime.failing.length, runtime.failing]).toEqual([1, []]);
});

describe.each([
	["all get through", ["report-sent"], ["report-sent"]],
	["fail once", ["report-failed", "report-sent"], ["report-sent"]],
	["fail for long", ["report-failed", "report-failed"], ["report-failed"]],
	["get through, and it does not", ["report-sent"], ["report-failed"]],
] as const)("a duress report among others that %s", (_, others, silent) => {
	/** Armed, then disarmed with a code; in each round what is due is tried. */
	function logAfter(code: string): unknown {
		const duress = { type: "set-user", user: 98, pin: "9898" } as const;
		let state = stateAfter(
			programmed(reporting([destination(1)]), duress),
			"0 keypad 1234 away",
			"60 nothing",
		);
		state = stateAfter(state, `70 keypad ${code} disarm`);
		for (const at of [100, 200, 300, 400]) {
			const tries = dueReports(state, NOON + at * 1000).map(({ report }) => {
				const round = at / 100 - 1;
				const isDuress = report.event === "duress";
				const types = isDuress ? silent : others;
				return { id: report.id, type: types[round] ?? "report-failed" };
			});
			for (const { id, type } of tries) state = outcome(state, type, id, 1, at);
		}
		return stateAfter(state, "500 battery low").runtime.log;
	}

	test("leaves the log of the owner's own code", () => {
		expect(logAfter("9898")).toEqual(logAfter("1234"));
	});
});

test("the log names a failure that only a silent report has met when another one meets it", () => {
	const silent = { type: "set-user", user: 98, pin: "9898" } as const;
	let state = stateAfter(
		programmed(reporting([destination(1)]), silent),
		"0 keypad 9898 disarm",
	);
	state = outcome(state, "report-failed", 1, 1, 1);
	expect(logOf(state)).toEqual(["0 programmed users.98"]);
	state = stateAfter(state, "61 battery low");
	state = outcome(state, "report-failed", 2, 1, 62);
	expect(logOf(state).slice(1)).toEqual([
		"61 trouble battery-low",
		"62 report-failed battery-low to 1",
	]);
	expect(state.runtime.failing).toEqual([
		{ id: 1, since: NOON + 62_000, failures: 1, logged: true },
	]);
});

test("a report that failed everywhere it could go goes back to the first", () => {
	const state = stateAfter(
		reporting([destination(1), destination(2)]),
		"0 zone 1 open",
	);
	const failed = outcome(state, "report-failed", 1, 1, 1);
	const { reporting: told } = failed;
	const destinations = told.destinations.filter(({ id }) => id === 1);
	expect(due({ ...failed, reporting: { ...told, destinations } }, 1)).toEqual([
		"1 to 1",
	]);
	expect(
		due({ ...failed, reporting: { ...told, destinations: [] } }, 1),
	).toEqual([]);
});

test("nothing is due without power", () => {
	const state = stateAfter(
		reporting([destination(1)]),
		"0 zone 1 open",
		"1 power cut",
	);
	expect(due(state, 100)).toEqual([]);
});

test("what failed at no report is refused and changes nothing", () => {
	const home = reporting([]);
	const event: Happening = { type: "report-failed", report: 7, destination: 1 };
	const { state, refusal } = transition(home, { ...event, by: clock }, NOON);
	expect([state, refusal?.code]).toEqual([home, "report/unknown"]);
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

describe("an alarm that the first group was not told yet", () => {
	const optional: ReportGroup = { id: 2, kind: "optional", retries: 3 };
	/** The alarm waits for destination 1, which failed some times; then something is changed. */
	function changed(
		house: PanelState,
		failures: number,
		...events: readonly Happening[]
	): PanelState {
		let state = stateAfter(house, "0 zone 1 open");
		for (let at = 1; at <= failures; at += 1)
			state = outcome(state, "report-failed", 1, 1, at * 100);
		return events.reduce(
			(present, event) =>
				transition(present, { ...event, by: clock }, NOON + 1_000_000).state,
			state,
		);
	}
	const gone: Happening = { type: "delete-destination", destination: 1 };
	const moved: Happening = {
		type: "set-destination",
		destination: 1,
		group: 2,
	};
	const statusOnly: Happening = {
		type: "set-destination",
		destination: 1,
		level: "status",
	};
	const two = [destination(1), destination(2, 2)];

	// What is due at once, and all that waits.
	test.each([
		["whose destination moves", reporting([destination(1)]), 1, moved],
		["whose group is not served any more", reporting(two, [optional]), 2, gone],
		["that it is not to be told", reporting(two, [optional]), 0, statusOnly],
	])(
		"%s goes to the group that is first now, at once",
		(_, house, failures, event) => {
			const state = changed(house, failures, event);
			expect(state.runtime.outbox).toEqual([
				{
					id: 2,
					at: NOON,
					event: "fire",
					qualifier: "event",
					subject: 1,
					group: 2,
					rounds: 0,
					failed: [],
					due: NOON,
				},
			]);
			expect(due(state, 1000)).toEqual([event === moved ? "2 to 1" : "2 to 2"]);
			expect(
				state.runtime.deadlines.filter(({ kind }) => kind === "report"),
			).toEqual([]);
		},
	);

	test("goes nowhere where that group is told anyway, or was", () => {
		const essential = changed(reporting(two), 1, gone);
		expect(due(essential, 1000)).toEqual(["2 to 2"]);
		const handedOn = changed(reporting(two, [optional]), 3, gone);
		expect(due(handedOn, 1000)).toEqual(["2 to 2"]);
		expect([essential, handedOn].map(outboxOf)).toEqual([
			["1110 1"],
			["1110 1"],
		]);
	});

	test("nor is anything else told twice", () => {
		const first: ReportGroup = { id: 1, kind: "optional", retries: 3 };
		const state = changed(reporting(two, [first]), 0, {
			type: "delete-destination",
			destination: 2,
		});
		expect(due(state, 1000)).toEqual(["1 to 1"]);
		expect(outboxOf(state)).toEqual(["1110 1"]);
	});

	test("is handed on after as many rounds as the group has by then, once", () => {
		const many: ReportGroup = { id: 1, kind: "essential", retries: 99 };
		const few: Happening = {
			type: "set-reporting",
			group: { ...many, retries: 3 },
		};
		const rounds = ({ runtime }: PanelState) =>
			runtime.outbox.map((report) => `${report.group}: ${report.rounds}`);
		const house = reporting(two, [many, optional]);
		expect(rounds(changed(house, 2, few))).toEqual(["1: 2"]);
		const late = changed(house, 5, few);
		expect(rounds(late)).toEqual(["1: 2"]);
		const next = outcome(late, "report-failed", 1, 1, 1100);
		expect(rounds(next)).toEqual(["1: 3", "2: 0"]);
		const again: Happening = { type: "set-reporting", group: many };
		const more = transition(next, { ...again, by: clock }, NOON + 1_100_000);
		expect(rounds(more.state)).toEqual(["1: 99", "2: 0"]);
		expect(rounds(outcome(more.state, "report-failed", 1, 1, 1200))).toEqual([
			"1: 99",
			"2: 0",
		]);
		const others: Happening = {
			type: "set-reporting",
			group: { id: 3, kind: "optional", retries: 1 },
		};
		expect(rounds(changed(house, 5, others))).toEqual(["1: 5"]);
	});
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
		expect(outboxOf(stateAfter(state, `${2 * hour - 1} nothing`))).toEqual([]);
		const later = stateAfter(state, `${15 * hour} nothing`);
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
