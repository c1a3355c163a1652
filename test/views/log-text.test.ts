import { expect, test } from "vitest";
import { transition } from "../../src/panel/transition.ts";
import {
	type LogFilter,
	logLine,
	wantedEntries,
} from "../../src/views/log-text.ts";
import { ANNA, panelWithPeople } from "../support/panel-with-people.ts";
import { NOON } from "../support/texting.ts";

const everything = { since: null, until: null, events: [], last: null };
const by = { via: "sms", from: ANNA, key: "person 1" } as const;

/** A wrong code each minute, and a refusal between the second and the third. */
const state = [0, 1, 1.5, 2].reduce(
	(before, minute) =>
		transition(
			before,
			minute === 1.5
				? { type: "refuse", word: "script x", why: "script/unknown", by }
				: { type: "wrong-code", listed: true, by },
			NOON + minute * 60_000,
		).state,
	panelWithPeople,
);

function minutes(filter: Partial<LogFilter>): readonly number[] {
	return wantedEntries(state, { ...everything, ...filter }).map(
		({ at }) => (at - NOON) / 60_000,
	);
}

test("the entries that are wanted, by time, kind and number", () => {
	expect(minutes({})).toEqual([0, 1, 1.5, 2]);
	expect(minutes({ since: NOON + 60_000 })).toEqual([1, 1.5, 2]);
	expect(minutes({ until: NOON + 60_000 })).toEqual([0, 1]);
	expect(minutes({ events: ["refused"] })).toEqual([1.5]);
	expect(minutes({ last: 2 })).toEqual([1.5, 2]);
	expect(minutes({ last: 0 })).toEqual([]);
	expect(
		minutes({ until: NOON + 90_000, events: ["wrong-code"], last: 1 }),
	).toEqual([1]);
});

test("an entry has the panel's local time and names", () => {
	const paris = {
		...state,
		options: { ...state.options, timeZone: "Europe/Paris" },
	};
	const [entry] = wantedEntries(paris, { ...everything, last: 1 });
	expect(entry === undefined ? "" : logLine(paris, entry)).toMatch(
		/^ +\d+ {2}2026-11-20 13:02:00 {2}wrong code – Anna by SMS$/,
	);
});
