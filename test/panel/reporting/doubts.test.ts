import { describe, expect, test } from "vitest";
import { dueReports } from "../../../src/panel/reporting/reports.ts";
import type { Happening } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { statusOf } from "../../../src/panel/status.ts";
import { after, factory, having } from "../../support/panel-builder.ts";
import { panelWithPeople } from "../../support/panel-with-people.ts";
import {
	destination,
	logOf,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const inDoubt = { type: "text-in-doubt", id: 1 } as const;
const queued = () =>
	having(
		factory,
		{ type: "queue-text", to: "+1", text: "USRS:OK" },
		{ type: "queue-text", to: "+2", text: "MODE:OK" },
	);

test("a text whose result is never told waits a minute, two, four …, at most a day, and is never given up", () => {
	const pauses: number[] = [];
	let state = queued();
	let seconds = 10;
	for (let tries = 1; tries <= 13; tries++) {
		state = after(state, inDoubt, seconds).state;
		const { due = 0 } = state.runtime.outgoing[0]?.doubt ?? {};
		pauses.push((due - NOON - seconds * 1000) / 60_000);
		seconds += 300_000;
	}
	expect(pauses).toEqual([
		...[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440],
	]);
	expect(state.runtime.outgoing.map(({ id }) => id)).toEqual([1, 2]);
	expect(logOf(state)).toEqual(["10 maybe-sent +1"]);
	expect(statusOf(state, NOON).outbox).toEqual({
		reports: 0,
		notices: 0,
		texts: 2,
		inDoubt: 1,
	});
});

const waiting = (): PanelState =>
	stateAfter(
		{
			...panelWithPeople,
			reporting: {
				...panelWithPeople.reporting,
				destinations: [destination(1)],
			},
		},
		"0 sim missing",
	);

const reportInDoubt = {
	type: "report-in-doubt",
	report: 1,
	destination: 1,
} as const;

describe("as soon as the modem tells what came of something", () => {
	const doubtful = (): PanelState =>
		[
			{ type: "queue-text", to: "+1", text: "USRS:OK" } as const,
			{ type: "queue-text", to: "+2", text: "MODE:OK" } as const,
			inDoubt,
			{ type: "notice-in-doubt", notice: 1 } as const,
			reportInDoubt,
		].reduce<PanelState>(
			(state, happening) => after(state, happening, 5).state,
			waiting(),
		);
	const doubtsIn = ({ runtime: { outbox, notices, outgoing } }: PanelState) =>
		[
			...outbox.flatMap(({ doubts = [] }) => doubts),
			...[...notices, ...outgoing].flatMap(({ doubt }) => doubt ?? []),
		].map(({ tries, due }) => [tries, (due - NOON) / 1000]);

	test.each<Happening>([
		{ type: "text-sent", id: 2 },
		{ type: "notice-sent", notice: 2 },
		{ type: "report-sent", report: 9, destination: 1, bySms: true },
	])(
		"$type: what is in doubt waits no longer, and longer the next time",
		(told) => {
			expect(doubtsIn(doubtful())).toEqual([
				[1, 65],
				[1, 65],
				[1, 65],
			]);
			const present = after(doubtful(), told, 7).state;
			expect(doubtsIn(present)).toEqual([
				[1, 7],
				[1, 7],
				[1, 7],
			]);
			const again = after(present, inDoubt, 8).state;
			expect(doubtsIn(again).at(-1)).toEqual([2, 128]);
		},
	);

	test.each<Happening>([
		{ type: "text-failed", id: 2 },
		{ type: "report-sent", report: 9, destination: 1 },
	])("$type tells nothing of the modem", (told) => {
		expect(doubtsIn(after(doubtful(), told, 7).state)).toEqual(
			doubtsIn(doubtful()),
		);
	});
});

test("a notice and a report say once in the log that they may have arrived", () => {
	const twice = [1, 200].reduce(
		(state, seconds) =>
			after(
				after(state, { type: "notice-in-doubt", notice: 2 }, seconds).state,
				reportInDoubt,
				seconds,
			).state,
		waiting(),
	);
	expect(logOf(twice)).toEqual([
		"0 trouble sim",
		"1 maybe-told people.2",
		"1 maybe-reported sim to 1",
	]);
	expect(statusOf(twice, NOON).outbox).toEqual({
		reports: 1,
		notices: 2,
		texts: 0,
		inDoubt: 2,
	});
});

test("nothing tells that a silent report may have arrived", () => {
	const zones = panelWithZones(["silent-panic"]);
	const silent = stateAfter(zones, "0 zone 1 open");
	const state = after(silent, reportInDoubt, 1).state;
	expect(state.runtime.outbox[0]?.doubts).toHaveLength(1);
	expect(logOf(state).filter((line) => line.includes("maybe"))).toEqual([]);
	expect(statusOf(state, NOON).outbox).toEqual({
		reports: 0,
		notices: 0,
		texts: 0,
		inDoubt: 0,
	});
});

test("a report that may have arrived goes to the next destination at once, and comes back after the pause", () => {
	const plain = panelWithZones(["fire"]);
	const destinations = [destination(1), destination(2)];
	const house = stateAfter(
		{ ...plain, reporting: { ...plain.reporting, destinations } },
		"0 zone 1 open",
	);
	const due = (state: PanelState, seconds: number) =>
		dueReports(state, NOON + seconds * 1000).map((one) => one.destination.id);
	const failed = { ...reportInDoubt, type: "report-failed" } as const;
	const first = after(house, reportInDoubt, 10).state;
	expect(due(first, 10)).toEqual([2]);
	const round = after(first, { ...failed, destination: 2 }, 11).state;
	expect([due(round, 70), due(round, 71)]).toEqual([[], [1]]);
	const again = after(round, reportInDoubt, 71).state;
	expect(due(again, 71)).toEqual([2]);
	// The other one is tried each minute, and does not wait for the first.
	const later = after(again, { ...failed, destination: 2 }, 72).state;
	expect([due(later, 131), due(later, 132), due(later, 191)]).toEqual([
		[],
		[2],
		[1],
	]);
});

test("a clock that is set moves the pause with it", () => {
	const set = { type: "clock-set", difference: 3_600_000 } as const;
	const before = after(queued(), inDoubt, 10).state;
	const { state } = after(before, set, 3610);
	expect(state.runtime.outgoing[0]?.doubt).toEqual({
		tries: 1,
		due: NOON + 3_670_000,
	});
});

test("what was under way when the power went may have arrived", () => {
	const cut = after(waiting(), { type: "power", on: false }, 1).state;
	const told = after(cut, { type: "notice-in-doubt", notice: 1 }, 2).state;
	expect(told.runtime.notices[0]?.doubt).toEqual({
		tries: 1,
		due: NOON + 62_000,
	});
});
