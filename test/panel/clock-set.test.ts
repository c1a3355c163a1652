import { describe, expect, test } from "vitest";
import { isUsed } from "../../src/panel/remote/code-requests.ts";
import { clock } from "../../src/panel/state/event.ts";
import type { Runtime } from "../../src/panel/state/runtime.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { DAY, HOUR, MINUTE } from "../../src/time/units.ts";
import {
	logOf,
	panelWithZones,
	stateAfter,
} from "../support/panel-with-zones.ts";
import { NOON } from "../support/texting.ts";

const house = panelWithZones(["entry"]);

/** The panel's clock is set, some seconds after noon by what it showed before. */
function set(state: PanelState, difference: number, after: number): PanelState {
	const event = { type: "clock-set", difference, by: clock } as const;
	const now = NOON + after * 1000 + difference;
	return transition(state, event, now).state;
}

/** What falls due, by the seconds that are left. */
function left({ runtime }: PanelState, now: number): readonly string[] {
	return runtime.deadlines.map(
		({ kind, due }) => `${kind} ${(due - now) / 1000}`,
	);
}

describe.each([HOUR, -HOUR, 30 * DAY, -30 * DAY])(
	"a clock that is set by %i ms",
	(by) => {
		test("leaves a running delay what was left of it", () => {
			const arming = stateAfter(house, "0 keypad 1234 away");
			const state = set(arming, by, 10);
			expect(left(state, NOON + 10_000 + by)).toEqual(["exit 20"]);
			expect(state.runtime.mode).toBe("arming");
		});

		test("is logged", () => {
			const state = set(house, by, 0);
			expect(
				state.runtime.log.map(({ event, about, by: who }) => [
					event,
					about,
					who,
				]),
			).toEqual([
				[
					"clock-set",
					`${by < 0 ? "back" : "ahead"} ${Math.abs(by) === HOUR ? "1h" : "30d"}`,
					"clock",
				],
			]);
		});

		test.each(["keypad", "mqtt"])(
			"keeps a locked %s locked for what was left",
			(way) => {
				const wrong = `0 ${way} 9999 away`;
				const shut = stateAfter(house, wrong, wrong, wrong);
				const state = set(shut, by, 80);
				const at = (seconds: number) =>
					stateAfter(
						state,
						`${(by + (80 + seconds) * 1000) / 1000} ${way} 1234 away`,
					).runtime.mode;
				expect([at(9), at(10)]).toEqual(["disarm", "arming"]);
			},
		);
	},
);

test("what fell due before the clock was set comes first", () => {
	const arming = stateAfter(house, "0 keypad 1234 away");
	expect(logOf(set(arming, HOUR, 40))).toEqual([
		"0 arming away",
		"30 armed away",
		"3640 clock-set ahead 1h",
	]);
});

test("a clock that shows less than the panel has seen was set back meanwhile", () => {
	const arming = stateAfter(house, "100 keypad 1234 away");
	const state = stateAfter(arming, "40 nothing");
	expect(logOf(state)).toEqual(["100 arming away", "40 clock-set back 1m"]);
	expect(left(state, NOON + 40_000)).toEqual(["exit 30"]);
});

/** A runtime of which nothing is empty; every instant in it is noon. */
const busy: Runtime = {
	mode: "home",
	into: "away",
	home: 1,
	armedBy: { event: "keypad", user: 1, latch: true, afar: false },
	entry: { zone: 1, waiting: [1] },
	alarms: [{ kind: "burglar", zone: 1, at: NOON, restored: false }],
	memory: [{ kind: "burglar", zone: 1, at: NOON, restored: false }],
	siren: true,
	crossing: 1,
	open: [1],
	changed: [{ id: 1, at: NOON }],
	leftOut: [1],
	trips: [{ id: 1, count: 1 }],
	troubles: [
		{ name: "mains", zone: 0, since: NOON, present: true, told: true },
	],
	temporary: "unused",
	armAt: { from: "+15550101", user: 1 },
	cutAt: NOON,
	deadlines: [{ kind: "exit", due: NOON, sequence: 1, about: "" }],
	outbox: [
		{
			id: 1,
			at: NOON,
			event: "mains",
			qualifier: "event",
			subject: 0,
			group: 1,
			rounds: 1,
			failed: [1],
			due: NOON,
		},
	],
	reports: 1,
	failing: [{ id: 1, since: NOON, failures: 1, logged: true }],
	creditFor: ["+15550101"],
	outgoing: [{ id: 1, to: "+15550101", text: "MODE:OK" }],
	notices: [
		{
			id: 1,
			person: 1,
			at: NOON,
			about: "trouble",
			what: "mains",
			subject: 0,
			zones: [],
			by: "",
		},
	],
	beginnings: [
		{ event: "mains", subject: 0, times: [NOON], begun: true, untold: NOON },
	],
	lastRemote: NOON,
	log: [{ sequence: 1, at: NOON, event: "restarted", about: "", by: "site" }],
	guard: {
		wrongCodes: [{ from: "+15550101", count: 1, at: NOON }],
		keypad: { count: 1, at: NOON },
		mqtt: { count: 1, at: NOON },
		armFault: { mode: "away", via: "keypad", from: "", until: NOON },
		seen: ["a text"],
		heard: [{ from: "+15550101", times: [NOON] }],
		pending: [
			{ from: "+15550101", person: 1, word: "DISARM", slots: [], at: NOON },
		],
		usedCodes: [{ person: 1, step: 1 }],
		unknown: [{ from: "+15550102", at: NOON, count: 1 }],
		strangers: [NOON],
		courtesies: [{ from: "+15550101", times: [NOON] }],
		spentAt: NOON,
		tests: [{ way: "person", id: 1, at: NOON, mqtt: true }],
	},
};

/** Paths of the numbers that say some instant. */
function instants(thing: unknown, instant: number, path = ""): string[] {
	if (thing === instant) return [path];
	return typeof thing !== "object" || thing === null
		? []
		: Object.entries(thing).flatMap(([key, value]) =>
				instants(value, instant, path === "" ? key : `${path}.${key}`),
			);
}

test("all that is measured by its age keeps its age; what was written down stays written", () => {
	const state = set({ ...house, runtime: busy }, HOUR, 0);
	const written = ["log.0.at", "notices.0.at", "outbox.0.at"];
	const all = instants(busy, NOON);
	expect(instants(state.runtime, NOON).toSorted()).toEqual(written);
	expect(
		instants({ ...state.runtime, log: [] }, NOON + HOUR).toSorted(),
	).toEqual(all.filter((path) => !written.includes(path)).toSorted());
});

describe("a time of day", () => {
	const nightly: PanelState = {
		...house,
		schedules: [{ id: 1, hour: 13, minute: 0, mode: "away" }],
	};
	const dated = stateAfter(nightly, "0 nothing");

	test("stays the time that the clock shows", () => {
		const state = set(dated, 30 * MINUTE, 0);
		expect(left(state, NOON)).toEqual(["schedule 3600"]);
	});

	test("that the clock skips by minutes arms at once", () => {
		expect(set(dated, 70 * MINUTE, 0).runtime.mode).toBe("arming");
	});

	test("that the clock skips by more is not made up for", () => {
		const state = set(dated, 5 * HOUR, 0);
		expect(state.runtime.mode).toBe("disarm");
		expect(left(state, NOON)).toEqual(["schedule 90000"]);
	});

	test("that the clock shows again arms once that day", () => {
		const over = stateAfter(dated, "3600 nothing", "3601 keypad 1234 disarm");
		const state = set(over, -2 * MINUTE, 3602);
		expect(left(state, NOON)).toEqual(["schedule 90000"]);
		expect(left(set(over, -3 * DAY, 3602), NOON - 3 * DAY)).toEqual([
			"schedule 90000",
		]);
	});
});

describe("a one-time code that was used", () => {
	const STEP = 30_000;
	const step = Math.floor(NOON / STEP);
	const used = (steps: number) => ({
		...house,
		runtime: {
			...house.runtime,
			guard: {
				...house.runtime.guard,
				usedCodes: [
					{ person: 1, step: steps },
					{ person: 2, step: step - 1 },
				],
			},
		},
	});
	const at = (state: PanelState, shown: number) =>
		[1, 2].filter((person) =>
			isUsed(state, person, Math.floor(shown / STEP), shown),
		);

	// A code of a time that is still to come would keep every right one out.
	test.each([
		["keeps out where the clock is set ahead", step, HOUR, []],
		["keeps out where its time has been", step, 0, [1]],
		["keeps out where its phone may be ahead", step + 10, 0, [1]],
		["keeps out nothing else while its time is to come", step + 11, 0, []],
		["keeps out nothing else where the clock is set back", step, -HOUR, []],
	])("%s", (_, last, by, people) => {
		const state = set(used(last), by, 0);
		expect(at(state, NOON + by)).toEqual(people);
		expect(isUsed(state, 1, last, NOON + by)).toBe(true);
		expect(state.runtime.guard.usedCodes).toHaveLength(2);
	});
});

describe("a file that was edited by hand", () => {
	const alarmed = stateAfter(panelWithZones(["fire"]), "0 zone 1 open");
	const TEN_YEARS = 3650 * DAY;
	const edited: PanelState = {
		...alarmed,
		runtime: {
			...alarmed.runtime,
			deadlines: alarmed.runtime.deadlines.map((deadline) => ({
				...deadline,
				due: deadline.due + TEN_YEARS,
			})),
		},
	};

	test("makes no siren sound for years", () => {
		const state = stateAfter(edited, "60 nothing");
		expect(left(state, NOON)).toEqual(["siren 960"]);
		expect(stateAfter(state, "960 nothing").runtime.siren).toBe(false);
	});

	test("is as it is while there is no power", () => {
		const dark: PanelState = {
			...edited,
			runtime: { ...edited.runtime, cutAt: NOON },
		};
		expect(stateAfter(dark, "60 nothing")).toEqual(dark);
	});
});
