import { describe, expect, test } from "vitest";
import { clock, type Happening } from "../../../src/panel/state/event.ts";
import type {
	PanelState,
	ReportGroup,
} from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { due, outcome, reporting } from "../../support/due-reports.ts";
import {
	destination,
	outboxOf,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

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
