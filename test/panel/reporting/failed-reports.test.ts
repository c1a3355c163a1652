import { describe, expect, test } from "vitest";
import { dueReports } from "../../../src/panel/reporting/reports.ts";
import { clock, type Happening } from "../../../src/panel/state/event.ts";
import type { ReportGroup } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { due, outcome, reporting } from "../../support/due-reports.ts";
import {
	destination,
	logOf,
	programmed,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

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

test("what failed at no report is refused and changes nothing", () => {
	const home = reporting([]);
	const event: Happening = { type: "report-failed", report: 7, destination: 1 };
	const { state, refusal } = transition(home, { ...event, by: clock }, NOON);
	expect([state, refusal?.code]).toEqual([home, "report/unknown"]);
});
