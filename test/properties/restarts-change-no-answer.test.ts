import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOf } from "../../src/firmware/answer/one-time-code.ts";
import { respond } from "../../src/firmware/respond.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { fileOf, loaded } from "../support/killed-panel.ts";
import {
	ANNA,
	anna,
	BOB,
	bob,
	KEY,
	panelWithPeople,
} from "../support/panel-with-people.ts";
import { expectSame } from "../support/same.ts";
import { NOON, PANEL } from "../support/texting.ts";

/** `CODE` stands for the one-time code of the instant, `OLD` for that of the step before. */
const said = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom("BYPASS 3", "CODE1234", "OLD1234") },
	fc.constantFrom("PROG 7982 MOD?:", "PROG 0000 MOD?:", "GATE 7982 MOD?:"),
	fc.constantFrom(
		"BYPASS 1",
		"SMS DISABLE",
		"CODE2222",
		"0000001234",
		"ARM",
		"HOME",
		"ARM AT 22:30 1234",
		"DISARM 1234",
		"DISARM 0000",
		"STATUS",
		"HELP",
	),
);

const sessions = fc.record({
	minimumDelay: fc.constantFrom(0, 3),
	texts: fc.array(
		fc.record({
			from: fc.constantFrom(ANNA, ANNA, ANNA, BOB, "+4912345", "+4912346"),
			said,
			/** Seconds before it. */
			after: fc.constantFrom(0, 1, 29, 60, 90, 180, 299, 300, 3600),
			/** Whether the process ends before it. */
			dies: fc.boolean(),
		}),
		{ minLength: 1, maxLength: 20, size: "max" },
	),
});

test("ending the process between any two texts changes no answer, and nothing that is remembered", () => {
	let answered = 0;
	fc.assert(
		fc.property(sessions, ({ minimumDelay, texts }) => {
			let whole = panelOf(minimumDelay);
			let restarted = whole;
			let now = NOON;
			for (const { from, said, after, dies } of texts) {
				now += after * 1000;
				const text = written(said, now);
				if (dies) restarted = loaded(mz8, fileOf(mz8, restarted));
				const [one, other] = [whole, restarted].map((state) =>
					respond({ model: mz8, number: PANEL }, state, { from, text }, now),
				);
				if (one === undefined || other === undefined) return;
				expectSame(text, other.reply, one.reply);
				whole = one.state;
				restarted = other.state;
				if (one.reply?.startsWith("Bypassed")) answered += 1;
			}
			expect(restarted).toEqual(whole);
		}),
	);
	// Codes were asked for and given, or this said little.
	expect(answered).toBeGreaterThan(10);
});

// Helpers

function panelOf(minimumDelay: number): PanelState {
	const mayAll = { ...bob, can: anna.can, otpKey: KEY };
	const remote = { people: [anna, mayAll], minimumDelay, recordUnknown: true };
	// One more, and no stranger is heard.
	const strangers = Array.from({ length: 9 }, () => NOON);
	const guard = { ...panelWithPeople.runtime.guard, strangers };
	return {
		...panelWithPeople,
		model: mz8.name,
		remote: { ...panelWithPeople.remote, ...remote },
		runtime: { ...panelWithPeople.runtime, guard },
	};
}

function written(said: string, now: number): string {
	const step = Math.floor(now / 30_000);
	return said
		.replace("CODE", codeOf(KEY, step))
		.replace("OLD", codeOf(KEY, step - 1));
}
