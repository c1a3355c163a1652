import { expect, test } from "vitest";
import { reportEventRow } from "../../../src/panel/state/contact-id.ts";

test.each([
	["burglar", "alarm", "zone"],
	["panel-tamper", "alarm", "panel"],
	["low-battery", "status", "zone"],
	["mains", "status", "panel"],
	["restart", "status", "panel"],
	["test", "status", "panel"],
	["keypad", "status", "user"],
	["home", "status", "user"],
	["by-clock", "status", "user"],
	["duress", "alarm", "user"],
	["cancel", "alarm", "user"],
] as const)(
	"%s is of the level %s, and its subject is a %s",
	(event, level, subject) => {
		const row = reportEventRow(event);
		expect([row.level, row.subject]).toEqual([level, subject]);
	},
);

test("the restore of a change of the mode is the closing", () => {
	expect(reportEventRow("keypad")).toMatchObject({
		meaning: "disarmed at the keypad",
		end: "armed at the keypad",
	});
	expect(reportEventRow("mains").end).toBe("mains failure: restored");
});
