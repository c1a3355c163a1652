import { describe, expect, test } from "vitest";
import {
	areStrangersShut,
	isSenderShut,
	lockouts,
	smsGuardOf,
} from "../../../src/panel/remote/guard.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { factory, having } from "../../support/panel-builder.ts";
import { NOON } from "../../support/texting.ts";

const ANNA = "+33612345678";
const remote = having(factory, {
	type: "set-person",
	person: null,
	name: "Anna",
	numbers: [ANNA],
});

/** The state after a wrong code, so many seconds after noon. */
function missed(state: PanelState, from: string, seconds: number): PanelState {
	const by = { via: "sms", from } as const;
	const listed = from === ANNA;
	const event = { type: "wrong-code", listed, by } as const;
	return transition(state, event, NOON + seconds * 1000).state;
}

function many(
	state: PanelState,
	count: number,
	start: number,
	every: number,
	from: (nth: number) => string,
): PanelState {
	let present = state;
	for (let nth = 0; nth < count; nth += 1)
		present = missed(present, from(nth), start + nth * every);
	return present;
}

const guessing = ({ runtime }: PanelState) =>
	runtime.notices
		.filter(({ about }) => about === "guessing")
		.map(({ what }) => what);

describe("how many wrong codes in a row shut a sender out", () => {
	test("none without people, three with them, unless a number is set", () => {
		const set = { ...remote, options: { ...remote.options, smsGuard: 5 } };
		expect([factory, remote, set].map(smsGuardOf)).toEqual([0, 3, 5]);
	});

	test("the third shuts for 90 s, and the owner is told once", () => {
		const twice = many(remote, 2, 0, 1, () => ANNA);
		expect(isSenderShut(twice, ANNA, NOON + 2000)).toBe(false);
		const thrice = missed(twice, ANNA, 2);
		expect(isSenderShut(thrice, ANNA, NOON + 91_999)).toBe(true);
		expect(isSenderShut(thrice, ANNA, NOON + 92_000)).toBe(false);
		expect(guessing(thrice)).toEqual([ANNA]);
		const more = many(thrice, 5, 10_000, 10_000, () => ANNA);
		expect(guessing(more)).toEqual([ANNA]);
	});

	test("each further one doubles it, to an hour at most", () => {
		const minutes = [3, 6, 12, 24, 48, 60, 60];
		let state = many(remote, 3, 0, 1, () => ANNA);
		for (const [nth, lasts] of minutes.entries()) {
			state = missed(state, ANNA, 100 + nth);
			expect(lockouts(state, NOON + (100 + nth) * 1000).senders).toEqual([
				{ from: ANNA, until: NOON + (100 + nth + 60 * lasts) * 1000 },
			]);
		}
	});

	test("where no number is set and nobody is listed, nobody is shut out", () => {
		const guessed = many(factory, 30, 0, 1, () => ANNA);
		expect(isSenderShut(guessed, ANNA, NOON + 30_000)).toBe(false);
		expect(lockouts(guessed, NOON + 30_000).senders).toEqual([]);
	});

	test("a day without any begins anew", () => {
		const twice = many(remote, 2, 0, 1, () => ANNA);
		const later = missed(twice, ANNA, 86_401);
		expect(later.runtime.guard.wrongCodes).toMatchObject([{ count: 1 }]);
	});
});

describe("numbers that are nobody's share ten wrong codes an hour", () => {
	const stranger = (nth: number) => `+155501${nth}`;

	test("no more is kept than the ten latest", () => {
		const state = many(remote, 25, 0, 1, stranger);
		expect(state.runtime.guard.strangers).toEqual(
			Array.from({ length: 10 }, (_, at) => NOON + (15 + at) * 1000),
		);
	});

	test("one of a time that has not come counts for nothing", () => {
		const ten = many(remote, 10, 3600, 1, stranger);
		expect(areStrangersShut(ten, NOON + 3_602_000)).toBe(true);
		expect(areStrangersShut(ten, NOON)).toBe(false);
	});

	test("the tenth shuts them all, until an hour after the last", () => {
		const nine = many(remote, 9, 0, 60, stranger);
		expect(areStrangersShut(nine, NOON + 540_000)).toBe(false);
		const ten = missed(nine, stranger(9), 540);
		expect(areStrangersShut(ten, NOON + 540_000)).toBe(true);
		expect(areStrangersShut(ten, NOON + 4_139_999)).toBe(true);
		expect(areStrangersShut(ten, NOON + 4_140_000)).toBe(false);
	});

	test("three of one number do so, too", () => {
		const two = many(remote, 2, 0, 60, () => stranger(0));
		expect(areStrangersShut(two, NOON + 60_000)).toBe(false);
		const three = missed(two, stranger(0), 120);
		expect(areStrangersShut(three, NOON + 120_000)).toBe(true);
		expect(guessing(three)).toEqual([""]);
	});

	test("from then on they have one an hour, until a day is quiet", () => {
		const ten = many(remote, 10, 0, 60, stranger);
		const later = missed(ten, stranger(10), 7_200);
		expect(areStrangersShut(later, NOON + 7_200_000)).toBe(true);
		const quiet = missed(later, stranger(11), 7_200 + 86_400);
		expect(areStrangersShut(quiet, NOON + 93_600_000)).toBe(false);
	});

	test("a listed number takes nothing of it", () => {
		const state = many(remote, 20, 0, 60, () => ANNA);
		expect(state.runtime.guard.strangers).toEqual([]);
	});

	test("without people nothing is counted and nobody shut out", () => {
		const state = many(factory, 20, 0, 1, stranger);
		expect(state.runtime.guard.strangers).toEqual([]);
		expect(areStrangersShut(state, NOON + 20_000)).toBe(false);
	});

	test("the owner is told once, however long they go on", () => {
		const week = many(remote, 7 * 24 * 10, 0, 360, stranger);
		expect(guessing(week)).toEqual([""]);
		const quiet = many(week, 10, 10 * 86_400, 1, stranger);
		expect(guessing(quiet)).toEqual(["", ""]);
	});
});

describe("codes at the keypad and over MQTT", () => {
	const guarded = { ...remote, options: { ...remote.options, keypadGuard: 3 } };
	const at = (seconds: number) => NOON + seconds * 1000;
	const typed = (state: PanelState, code: string, seconds: number) =>
		transition(
			state,
			{ type: "keypad", code, mode: "disarm", by: { via: "keypad" } },
			at(seconds),
		);
	const sent = (state: PanelState, code: string, seconds: number) =>
		transition(
			state,
			{ type: "mqtt-mode", code, mode: "disarm", force: false, by: mqtt },
			at(seconds),
		);
	const mqtt = { via: "mqtt" } as const;
	const three = (once: typeof typed) =>
		[0, 1, 2].reduce(
			(state, second) => once(state, "0000", second).state,
			guarded as PanelState,
		);

	test.each([
		{ way: "keypad", once: typed, until: "keypadUntil" },
		{ way: "mqtt", once: sent, until: "mqttUntil" },
	] as const)(
		"three wrong ones shut $way for 90 s, and nothing else",
		({ way, once, until }) => {
			const shut = three(once);
			const nobody = {
				keypadUntil: null,
				mqttUntil: null,
				senders: [],
				strangers: false,
			};
			expect(lockouts(shut, at(91))).toEqual({ ...nobody, [until]: at(92) });
			expect(lockouts(shut, at(92))).toEqual(nobody);
			expect(once(shut, "1234", 91).refusal?.code).toBe(`${way}/shut`);
			expect(once(shut, "1234", 92).refusal).toBeNull();
		},
	);

	test.each([
		{ way: "keypad", once: typed },
		{ way: "mqtt", once: sent },
	] as const)("a right one resets the count of $way alone", ({ way, once }) => {
		const other = once === typed ? sent : typed;
		const both = other(once(guarded, "0000", 0).state, "0000", 1).state;
		const { guard } = once(both, "1234", 2).state.runtime;
		const kept = { count: 1, at: at(1) };
		expect([guard.keypad, guard.mqtt]).toEqual(
			way === "keypad" ? [null, kept] : [kept, null],
		);
	});
});
