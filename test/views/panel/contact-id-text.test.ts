import fc from "fast-check";
import { expect, test } from "vitest";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { contactIdFrame } from "../../../src/panel/reporting/contact-id-frame.ts";
import {
	type ReportEvent,
	reportEventRow,
	reportEvents,
} from "../../../src/panel/state/contact-id.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { contactIdText } from "../../../src/views/panel/contact-id-text.ts";
import { fresh } from "../../support/texting.ts";

const factory = fresh(vst2752);
const state: PanelState = {
	...factory,
	users: [{ id: 1, name: "ANNA", pin: "1234", latch: true }],
	reporting: { ...factory.reporting, codes: "general" },
};

test.each([
	["1234 18 1130 00 003 6FB3", "130 burglar alarm: zone 3, account 1234"],
	[
		"1234 18 3130 00 003 71B7",
		"130 burglar alarm: restored: zone 3, account 1234",
	],
	["**** 18 1602 00 000 75C4", "602 periodic test, account ****"],
	["B234 18 1602 00 000 75C4", "602 periodic test, account B234"],
	["1234 18 1121 00 998 0000", "121 duress: user 98, account 1234"],
	[
		"1234 18 1374 00 001 760C",
		"374 armed with faults: user 1 ANNA, account 1234",
	],
	["1234 18 1999 00 001 760C", null],
	["1234 17 1130 00 003 6FB3", null],
	["USRS:OK", null],
])("%s is %s", (frame, text) => {
	expect(contactIdText(state, frame)).toBe(text);
});

test("every report that a panel makes is read again, in both lists", () => {
	const codes = fc.constantFrom("climax" as const, "general" as const);
	const event = fc.constantFrom(
		...(Object.keys(reportEvents) as ReportEvent[]),
	);
	const qualifier = fc.constantFrom("event" as const, "restore" as const);
	fc.assert(
		fc.property(
			codes,
			event,
			qualifier,
			fc.nat(40),
			(list, name, end, subject) => {
				const report = { event: name, qualifier: end, subject };
				const frame = contactIdFrame(report, "1234", list);
				const reporting = { ...state.reporting, codes: list };
				const row = reportEventRow(name);
				// Two events may share a code; then the words are those of the first.
				expect(contactIdText({ ...state, reporting }, frame)).toContain(
					row[list],
				);
			},
		),
	);
});
