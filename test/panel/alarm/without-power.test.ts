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

describe("without power the house goes on", () => {
	const dark = () =>
		stateAfter(panelWithZones(["burglar", "burglar"]), "0 power cut");

	test("doors open and close, detectors are set off for nothing", () => {
		const state = stateAfter(
			dark(),
			"1 zone 2 open",
			"2 zone 1 open",
			"3 zone 2 close",
			"4 zone 2 trip",
			"5 zone 9 open",
			"6 zone 1 trip",
		);
		expect(state).toEqual({
			...dark(),
			runtime: {
				...dark().runtime,
				open: [1],
				changed: [
					{ id: 1, at: NOON + 2000 },
					{ id: 2, at: NOON + 3000 },
				],
			},
		});
	});

	test("things go out of order, each once, where there is something to", () => {
		const state = stateAfter(
			dark(),
			"1 mains fail",
			"2 mains fail",
			"3 zone 2 lost",
			"4 zone 9 lost",
			"5 jam on",
			"6 battery good",
		);
		expect(state.runtime.troubles).toEqual([
			{
				name: "mains",
				zone: 0,
				since: NOON + 1000,
				present: true,
				told: false,
			},
			{
				name: "supervision",
				zone: 2,
				since: NOON + 3000,
				present: true,
				told: false,
			},
		]);
		const back = stateAfter(state, "7 zone 2 found", "8 zone 2 found");
		expect(back.runtime.troubles.map(({ present }) => present)).toEqual([
			true,
			false,
		]);
		const on = stateAfter(back, "9 power restore");
		expect(on.runtime.troubles.map(({ name }) => name)).toEqual(["mains"]);
		expect(outboxOf(on)).toEqual(["1305 0"]);
	});

	test("jamming is noticed at the restart where it is looked for", () => {
		const options = { ...dark().options, jamDetection: true };
		const state = stateAfter(
			{ ...dark(), options },
			"1 jam on",
			"2 power restore",
			"32 nothing",
		);
		expect(outboxOf(state)).toEqual(["1305 0", "1344 0"]);
	});
});

test("what was under way when the power went is still noted as sent or given up", () => {
	const queued = [
		{ type: "queue-text", to: "+1", text: "A" } as const,
		{ type: "queue-text", to: "+2", text: "B" } as const,
	].reduce(
		(state, happening) => happened(state, happening, 0).state,
		panelWithZones(["fire"]),
	);
	const dark = stateAfter(queued, "1 zone 1 open", "2 power cut");
	const sent = happened(dark, { type: "text-sent", id: 1 }, 3);
	const failed = happened(sent.state, { type: "text-failed", id: 2 }, 4);
	const reported = happened(
		failed.state,
		{ type: "report-sent", report: 1, destination: 1 },
		5,
	);
	expect([sent.refusal, failed.refusal, reported.refusal]).toEqual([
		null,
		null,
		null,
	]);
	const { outgoing, outbox } = reported.state.runtime;
	expect([outgoing, outbox]).toEqual([[], []]);
	expect(logOf(reported.state).slice(1)).toEqual([
		"2 power-cut",
		"4 not-sent +2",
		"5 reported fire zones.1 to 1",
	]);
	const refused = happened(
		dark,
		{ type: "report-failed", report: 1, destination: 1 },
		3,
	);
	expect([refused.state, refused.refusal?.code]).toEqual([dark, "power/off"]);
	const time = happened(dark, { type: "time" }, 9999);
	expect([time.state, time.refusal]).toEqual([dark, null]);
});

describe("without power the owner's own program may still edit who is let in", () => {
	const dark = stateAfter(panelWithZones([]), "0 power cut");
	const anna = {
		type: "set-person",
		person: null,
		name: "Anna",
		numbers: ["+33612345678"],
	} as const;
	const edit = (
		state: PanelState,
		happening: Happening,
		via: "local" | "sms",
	) =>
		transition(
			state,
			{ ...happening, by: via === "sms" ? { via, from: "+1" } : { via } },
			NOON + 1000,
		);
	const withAnna = edit(dark, anna, "local").state;

	test.each([
		["add somebody", dark, anna, withAnna.remote],
		[
			"take somebody out",
			withAnna,
			{ type: "remove-person", person: 1 },
			dark.remote,
		],
		[
			"switch it all off",
			withAnna,
			{ type: "set-remote", remote: { enabled: false } },
			{ ...withAnna.remote, enabled: false },
		],
	] as const)("and %s; a text may not", (_, state, happening, remote) => {
		const edited = edit(state, happening, "local");
		expect(edited.refusal).toBeNull();
		expect(edited.state).toEqual({ ...state, remote });
		const texted = edit(state, happening, "sms");
		expect([texted.state, texted.refusal?.code]).toEqual([state, "power/off"]);
	});

	test("and its people have names", () => {
		expect(withAnna.remote.people.map(({ name }) => name)).toEqual(["Anna"]);
	});
});

test("without power a notice that was on its way is noted as sent or given up, and the credit as known", () => {
	const people = [
		{ type: "set-person", person: null, name: "Anna", numbers: ["+336"] },
		{ type: "set-remote", remote: { creditCode: "*101#" } },
		{ type: "ask-credit" },
	] as const;
	const asked = people.reduce<PanelState>(
		(state, happening) =>
			transition(
				state,
				{ ...happening, by: { via: "sms", from: "+336" } },
				NOON,
			).state,
		panelWithZones(["fire", "fire"]),
	);
	const dark = stateAfter(
		asked,
		"1 zone 1 open",
		"2 zone 2 open",
		"3 power cut",
	);
	expect(dark.runtime.notices.map(({ id }) => id)).toEqual([1, 2]);
	const sent = happened(dark, { type: "notice-sent", notice: 1 }, 4).state;
	const failed = happened(sent, { type: "notice-failed", notice: 2 }, 5).state;
	const known = happened(
		failed,
		{ type: "credit-known", to: "+336", text: "5 EUR" },
		6,
	).state;
	expect(known.runtime).toEqual({
		...dark.runtime,
		notices: [],
		log: known.runtime.log,
		creditFor: [],
		outgoing: [{ id: 1, to: "+336", text: "5 EUR" }],
	});
	expect(logOf(known).slice(-2)).toEqual([
		"3 power-cut",
		"5 not-told people.1",
	]);
});

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
