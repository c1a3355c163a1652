import { describe, expect, test } from "vitest";
import {
	dueNotices,
	told as toldOne,
} from "../../../src/panel/reporting/notices.ts";
import type { Happening } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { after, having } from "../../support/panel-builder.ts";
import {
	panelWithZones,
	programmed,
	stateAfter,
} from "../../support/panel-with-zones.ts";

const ANNA = "+33612345678";
const BOB = "+33687654321";

/** A house with Anna, who wants all, and Bob, who wants alarms. */
const home = having(
	{
		...panelWithZones(["burglar", "entry", "silent-panic"]),
		users: [
			{ id: 1, name: "", pin: "1234", latch: true },
			{ id: 98, name: "", pin: "0098", latch: true },
		],
	},
	{ type: "set-person", person: null, name: "Anna", numbers: [ANNA] },
	{
		type: "set-person",
		person: null,
		name: "Bob",
		numbers: [BOB],
		notices: ["alarms"],
	},
);

/** Notices in short: `1 alarm burglar 3` is for person 1. */
const told = ({ runtime }: PanelState) =>
	runtime.notices.map(
		({ person, about, what, subject, zones }) =>
			`${person} ${about} ${what} ${[subject, ...zones].join(" ")}`,
	);

test("an alarm and its end are told to all who want alarms", () => {
	const state = stateAfter(
		home,
		"0 keypad 1234 away",
		"40 zone 1 open",
		"50 keypad 1234 disarm",
	);
	expect(told(state)).toEqual([
		"1 alarm burglar 1",
		"2 alarm burglar 1",
		"1 alarm-over cancel 0",
		"2 alarm-over cancel 0",
	]);
});

test("a trouble and its end are told to who wants troubles", () => {
	const state = stateAfter(home, "0 mains fail", "400 mains restore");
	expect(told(state)).toEqual(["1 trouble mains 0", "1 trouble-over mains 0"]);
});

test("duress and a silent alarm show on nobody's phone", () => {
	const plain = stateAfter(home, "0 keypad 1234 away", "40 keypad 1234 disarm");
	const duress = stateAfter(
		home,
		"0 keypad 1234 away",
		"40 keypad 0098 disarm",
	);
	expect(told(duress)).toEqual(told(plain));
	expect(duress.runtime.outbox.map(({ event }) => event)).toContain("duress");
	expect(told(stateAfter(home, "0 zone 3 open"))).toEqual([]);
});

describe("an arming from afar", () => {
	const arming = programmed(home, { type: "set-mode", mode: "away" });

	test("is told when the exit delay is over, with what was left out", () => {
		expect(told(arming)).toEqual([]);
		expect(told(stateAfter(arming, "5 zone 1 open", "40 nothing"))).toEqual([
			"1 entered away 0 1",
		]);
	});

	test("is told when somebody at the panel ended it", () => {
		expect(told(stateAfter(arming, "5 keypad 1234 disarm"))).toEqual([
			"1 not-entered away 0",
		]);
		expect(told(stateAfter(arming, "5 keypad 0098 disarm"))).toEqual([
			"1 not-entered away 0",
		]);
	});

	test("is not told where somebody ended it by SMS, who got an answer", () => {
		const { state } = after(arming, { type: "set-mode", mode: "disarm" }, 5);
		expect(told(state)).toEqual([]);
	});

	test("is told once: who disarms later at the panel ends nothing", () => {
		expect(
			told(stateAfter(arming, "40 nothing", "50 keypad 1234 disarm")),
		).toEqual(["1 entered away 0"]);
	});

	test("at the keypad is nobody's business elsewhere", () => {
		expect(told(stateAfter(home, "0 keypad 1234 away", "40 nothing"))).toEqual(
			[],
		);
		expect(
			told(stateAfter(home, "0 keypad 1234 away", "9 keypad 1234 disarm")),
		).toEqual([]);
	});
});

describe("who hears that the panel has armed", () => {
	const house = having(
		panelWithZones(["burglar", "set-unset"], { armFault: "direct" }),
		{ type: "set-person", person: null, name: "Anna", numbers: [ANNA] },
	);
	const at = (mode: "away" | "home-1") => (state: PanelState) =>
		stateAfter(
			{ ...state, schedules: [{ id: 1, hour: 13, minute: 0, mode }] },
			"1 nothing",
			"4000 nothing",
		);
	const types = (key: string) => (state: PanelState) =>
		stateAfter(state, `1 keypad 1234 ${key}`, "4000 nothing");
	const texts = (happening: Happening) => (state: PanelState) =>
		stateAfter(programmed(state, happening), "4000 nothing");
	const turns = (state: PanelState) =>
		stateAfter(state, "1 zone 2 open", "2 zone 2 close", "4000 nothing");

	// With a window open and with none, at the end of an exit delay and without one.
	test.each([
		["at the keypad, away", types("away"), [], [], [], []],
		["at the keypad, home", types("home"), [], [], [], []],
		[
			"at its time, away",
			at("away"),
			["1 entered away 0 1"],
			[],
			["1 entered away 0 1"],
			[],
		],
		[
			"at its time, home",
			at("home-1"),
			["1 entered home 0 1"],
			[],
			["1 entered home 0 1"],
			[],
		],
		[
			"by a contact",
			turns,
			["1 entered away 0 1"],
			[],
			["1 entered away 0 1"],
			[],
		],
		[
			"by SMS, whose answer names it where there is no delay",
			texts({ type: "set-mode", mode: "away" }),
			["1 entered away 0 1"],
			["1 entered away 0"],
			[],
			[],
		],
		[
			"at a time that was texted",
			texts({ type: "arm-at", hour: 13, minute: 0 }),
			["1 entered away 0 1"],
			["1 entered away 0"],
			["1 entered away 0 1"],
			["1 entered away 0"],
		],
	])("%s", (_, arms, openLater, shutLater, openAtOnce, shutAtOnce) => {
		const open = { ...house, runtime: { ...house.runtime, open: [1] } };
		const atOnce = { ...house.timers, exitAway: 0, exitHome: 0 };
		const ends = [
			open,
			house,
			{ ...open, timers: atOnce },
			{ ...house, timers: atOnce },
		].map(arms);
		expect(
			ends.map(({ runtime }) => ["away", "home"].includes(runtime.mode)),
		).toEqual([true, true, true, true]);
		expect(ends.map(told)).toEqual([
			openLater,
			shutLater,
			openAtOnce,
			shutAtOnce,
		]);
	});
});

describe("a remote action", () => {
	const done = {
		type: "remote-done",
		person: 1,
		what: "DISARM",
		zones: [],
		delayed: true,
	} as const;

	test("is told to the others, and starts the minimum delay", () => {
		const all = having(home, {
			type: "set-person",
			person: 2,
			notices: ["results"],
		});
		const { state } = after(all, done, 60);
		expect(state.runtime.notices).toEqual([
			{
				id: 1,
				person: 2,
				at: Date.UTC(2026, 10, 20, 12, 1),
				about: "done",
				what: "DISARM",
				subject: 0,
				zones: [],
				by: "Anna",
			},
		]);
		expect(state.runtime.lastRemote).toBe(Date.UTC(2026, 10, 20, 12, 1));
	});
});

describe("a notice that waits", () => {
	const waiting = stateAfter(home, "0 mains fail", "400 nothing");

	test("goes when it was sent, or never will be", () => {
		expect(dueNotices(waiting)).toMatchObject([{ to: ANNA }]);
		const sent = after(waiting, { type: "notice-sent", notice: 1 });
		expect(dueNotices(sent.state)).toEqual([]);
		const failed = after(waiting, { type: "notice-failed", notice: 1 });
		expect(dueNotices(failed.state)).toEqual([]);
		expect(failed.state.runtime.log.at(-1)).toMatchObject({
			event: "not-told",
			about: "people.1",
		});
		expect(
			after(sent.state, { type: "notice-sent", notice: 1 }).refusal,
		).toEqual({
			code: "notice/unknown",
			message: "there is no notice 1 to send",
			hint: null,
			parameter: null,
		});
	});

	test("goes with a person who is removed or switched off", () => {
		const off = { type: "set-person", person: 1, enabled: false } as const;
		expect(told(having(waiting, off))).toEqual([]);
		expect(told(having(waiting, { type: "remove-person", person: 1 }))).toEqual(
			[],
		);
	});

	test("of an alarm makes no room for troubles; what does is logged", () => {
		// Few enough in an hour to be told: `flapping.ts`.
		const flaps = Array.from({ length: 120 }, (_, at) => [
			`${100 + 1000 * at} zone 2 battery low`,
			`${101 + 1000 * at} zone 2 battery good`,
		]).flat();
		const state = stateAfter(
			home,
			"0 keypad 1234 away",
			"40 zone 1 open",
			...flaps,
		);
		expect(state.runtime.notices).toHaveLength(100);
		expect(told(state).slice(0, 2)).toEqual([
			"1 alarm burglar 1",
			"2 alarm burglar 1",
		]);
		expect(state.runtime.log.at(-1)).toMatchObject({
			event: "not-told",
			about: "people.1",
			by: "clock",
		});
	});

	test("does not go out of a panel without power", () => {
		expect(dueNotices(stateAfter(waiting, "500 power cut"))).toEqual([]);
	});
});

test.each([
	["the same", {}, 1],
	["another matter", { about: "trouble" }, 2],
	["another thing", { what: "fire" }, 2],
	["another zone", { subject: 4 }, 2],
	["somebody else's doing", { by: "Bob" }, 2],
] as const)("beside a notice that waits, %s", (_, other, waiting) => {
	const matter = {
		at: 0,
		about: "alarm",
		what: "burglar",
		subject: 3,
		zones: [],
		by: "",
	} as const;
	const [anna] = home.remote.people;
	if (anna === undefined) throw new Error("nobody is at home");
	const once = toldOne(home, anna, matter);
	const twice = toldOne(once, anna, { ...matter, ...other });
	expect(twice.runtime.notices).toHaveLength(waiting);
});
