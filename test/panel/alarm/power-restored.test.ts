/** What goes on, begins anew and is noticed once the power is back. */
import { describe, expect, test } from "vitest";
import type { Happening } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	outcomeAfter,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

function happened(state: PanelState, happening: Happening, seconds: number) {
	const by = { via: "clock" } as const;
	return transition(state, { ...happening, by }, NOON + seconds * 1000);
}

describe("with the power back", () => {
	test.each([
		[
			"climax",
			[
				["report", 65_000],
				["report", 65_000],
				["exit", 80_000],
			],
		],
		[
			"resume",
			[
				["report", 65_000],
				["report", 65_000],
				["exit", 70_000],
				["settle", 110_000],
			],
		],
	] as const)(
		"%s leaves the pause of two reports as it was",
		(restart, dates) => {
			const home = panelWithZones(["fire"], { restart, armFault: "direct" });
			const told = stateAfter(home, "0 battery low", "0 keypad 1234 away");
			const failed = happened(
				told,
				{ type: "report-failed", report: 1, destination: 1 },
				5,
			).state;
			const back = stateAfter(failed, "10 power cut", "50 power restore");
			const { deadlines } = back.runtime;
			expect(deadlines.map(({ kind, due }) => [kind, due - NOON])).toEqual(
				dates,
			);
		},
	);

	test("climax starts the countdown of home and of the second entry delay anew", () => {
		const timers = { exitHome: 45, exitAway: 90, entry1: 20, entry2: 33 };
		const plain = panelWithZones(["burglar", "entry"], {}, timers);
		const arming = stateAfter(
			plain,
			"0 keypad 1234 home",
			"10 power cut",
			"20 power restore",
		);
		expect(arming.runtime.deadlines).toEqual([
			{ due: NOON + 65_000, kind: "exit", sequence: 1, about: "" },
		]);
		const second = {
			...plain,
			zones: plain.zones.map((zone) => ({ ...zone, entryDelay: 2 as const })),
		};
		const entering = stateAfter(
			second,
			"0 keypad 1234 away",
			"100 zone 2 open",
			"110 power cut",
			"120 power restore",
		);
		expect(entering.runtime.deadlines).toEqual([
			{ due: NOON + 153_000, kind: "entry", sequence: 1, about: "" },
		]);
		const zones = second.zones.filter(({ id }) => id !== 2);
		const taken = stateAfter(
			second,
			"0 keypad 1234 away",
			"100 zone 2 open",
			"110 power cut",
		);
		expect(
			stateAfter({ ...taken, zones }, "120 power restore").runtime.deadlines[0]
				?.due,
		).toBe(NOON + 140_000);
	});

	test("other deadlines keep their instants, and their order", () => {
		const state = stateAfter(
			panelWithZones(["burglar"], {}, { exitAway: 255, mainsReport: 2 }),
			"0 mains fail",
			"1 zone 1 open",
			"1 keypad 1234 away",
			"2 keypad 1234 away",
			"10 power cut",
			"20 power restore",
		);
		expect(
			state.runtime.deadlines.map(({ kind, due }) => [kind, due - NOON]),
		).toEqual([
			["trouble", 140_000],
			["exit", 275_000],
		]);
	});

	test("resume lets everything go on, and is deaf for 60 s from the last start", () => {
		const plain = panelWithZones(
			["burglar", "entry"],
			{ restart: "resume" },
			{ crossZoneTime: 100 },
		);
		const crossed = {
			...plain,
			zones: plain.zones.map((zone) => ({ ...zone, crossZone: zone.id === 1 })),
		};
		const state = stateAfter(
			crossed,
			"0 keypad 1234 away",
			"90 zone 1 trip",
			"95 zone 2 open",
			"100 power cut",
			"130 power restore",
			"140 power cut",
			"150 power restore",
		);
		expect(
			state.runtime.deadlines.map(({ kind, due }) => [kind, due - NOON]),
		).toEqual([
			["entry", 155_000],
			["settle", 210_000],
			["cross-zone", 230_000],
			["siren", 310_000],
		]);
		expect(state.runtime.crossing).toBe(1);
	});

	test.each([
		["in the first cut", 15],
		["while its sensors were not heard", 25],
		["in the second cut", 35],
	])(
		"resume notices in the end what opened %s, however often the power goes",
		(_, opened) => {
			const home = panelWithZones(["burglar"], { restart: "resume" });
			const events = [
				"10 power cut",
				"20 power restore",
				"30 power cut",
				"40 power restore",
				"50 power cut",
				"60 power restore",
				`${opened} zone 1 open`,
			].toSorted();
			const state = stateAfter(
				home,
				"-90 keypad 1234 away",
				...events,
				"119.999 nothing",
			);
			expect(state.runtime.alarms).toEqual([]);
			const later = stateAfter(state, "120 nothing");
			expect(later.runtime.alarms).toEqual([
				{ kind: "burglar", zone: 1, at: NOON + 120_000, restored: false },
			]);
			expect(outboxOf(later).slice(-1)).toEqual(["1130 1"]);
		},
	);

	test("a profile that does not wait notices at once what resume had not looked at", () => {
		const home = panelWithZones(["burglar"], { restart: "resume" });
		const dark = stateAfter(
			home,
			"-90 keypad 1234 away",
			"0 power cut",
			"10 power restore",
			"20 zone 1 open",
			"30 power cut",
		);
		const options = { ...dark.options, restart: "climax" as const };
		const state = stateAfter({ ...dark, options }, "40 power restore");
		expect(logOf(state).slice(-2)).toEqual([
			"40 restarted",
			"40 alarm burglar zones.1",
		]);
	});

	test("another profile ends what resume had begun", () => {
		const deaf = stateAfter(
			panelWithZones(["burglar"], { restart: "resume" }),
			"0 power cut",
			"1 power restore",
			"2 power cut",
		);
		const options = { ...deaf.options, restart: "climax" as const };
		expect(
			stateAfter({ ...deaf, options }, "3 power restore").runtime.deadlines,
		).toEqual([]);
	});

	test("climax and restart-countdown forget a cross zone's wait, with its deadline", () => {
		for (const restart of ["climax", "restart-countdown"] as const) {
			const plain = panelWithZones(
				["burglar"],
				{ restart },
				{ crossZoneTime: 255 },
			);
			const zones = plain.zones.map((zone) => ({ ...zone, crossZone: true }));
			const state = stateAfter(
				{ ...plain, zones },
				"0 keypad 1234 away",
				"90 zone 1 trip",
				"100 power cut",
				"110 power restore",
			);
			expect([
				state.runtime.crossing,
				state.runtime.deadlines.map(({ kind }) => kind),
			]).toEqual([null, restart === "climax" ? [] : ["siren"]]);
		}
	});
});

test("sensors that are not heard close unheard, too", () => {
	const home = panelWithZones(["set-unset"], { restart: "resume" });
	const state = stateAfter(
		home,
		"0 zone 1 open",
		"1 power cut",
		"2 power restore",
	);
	expect(outcomeAfter(state, "3 zone 1 close").state.runtime.mode).toBe(
		"disarm",
	);
	expect(outcomeAfter(state, "62 zone 1 close").state.runtime.mode).toBe(
		"arming",
	);
});

describe("a test of the panel that ends in a power cut", () => {
	const testing = stateAfter(
		panelWithZones(["fire"]),
		"0 test on 1m",
		"10 zone 1 open",
		"20 power cut",
	);
	test("is over at the restart, and what lasts is told", () => {
		for (const back of [60, 61, 9000])
			expect(outboxOf(stateAfter(testing, `${back} power restore`))).toEqual([
				"1110 1",
				"1305 0",
			]);
	});
	test("goes on where its time is not over", () => {
		const back = stateAfter(testing, "59 power restore");
		expect(outboxOf(back)).toEqual([]);
		expect(outboxOf(stateAfter(back, "60 nothing"))).toEqual(["1110 1"]);
	});
});
