import { describe, expect, test } from "vitest";
import { happenings } from "../../src/panel/happenings.ts";
import {
	readTypedEvent,
	writeTypedEvent,
} from "../../src/panel/typed-event.ts";

const site = { via: "site" };

test.each([
	["zone 3 open", { type: "zone-signal", zone: 3, signal: "open", by: site }],
	[
		"  ZONE  3   Tamper ",
		{ type: "trouble", trouble: "tamper", zone: 3, present: true, by: site },
	],
	[
		"mains fail",
		{ type: "trouble", trouble: "mains", zone: 0, present: true, by: site },
	],
	[
		"battery low",
		{
			type: "trouble",
			trouble: "battery-low",
			zone: 0,
			present: true,
			by: site,
		},
	],
	["power cut", { type: "power", on: false, by: site }],
	[
		"jam off",
		{ type: "trouble", trouble: "jam", zone: 0, present: false, by: site },
	],
	[
		"keypad 1234 home 2",
		{
			type: "keypad",
			code: "1234",
			mode: "home-2",
			by: { via: "keypad" },
		},
	],
])("%s is read", (text, event) => {
	expect(readTypedEvent(text)).toEqual({ ok: true, event });
});

describe.each(happenings.map((form) => [form.words, form] as const))(
	"%s",
	(words, form) => {
		const text = words
			.replace("N", "7")
			.replace("CODE", "0042")
			.replace("TIME", "30m");
		test("is read, and written as it was", () => {
			const step = readTypedEvent(text);
			expect(step.ok && writeTypedEvent(step.event)).toBe(text);
		});
		test("has an opposite that is read too, or none", () => {
			if (form.opposite === null) return;
			expect(happenings.map((other) => other.words)).toContain(form.opposite);
		});
		test("says what it is", () => {
			expect(form.help).toMatch(/^[A-Z].*\.$/);
		});
	},
);

test.each([
	[
		"",
		{
			code: "step/empty",
			message: "nothing is said to happen",
			hint: null,
			start: 0,
			end: 0,
		},
	],
	[
		"zone 99 open",
		{
			code: "step/zone",
			message: "zone: 1 to 40",
			hint: null,
			start: 5,
			end: 7,
		},
	],
	[
		"jam maybe",
		{
			code: "step/unknown",
			message: "this does not happen at a panel",
			hint: "jam on, jam off",
			start: 0,
			end: 9,
		},
	],
])("%j is told what is wrong", (text, fault) => {
	expect(readTypedEvent(text)).toEqual({ ok: false, fault });
});

test("where not even the first word is known, all that can happen is named", () => {
	const read = readTypedEvent("dance");
	expect(read.ok ? null : read.fault.hint).toBe(
		happenings.map(({ words }) => words).join(", "),
	);
});

test("there is no zone 0", () => {
	const read = readTypedEvent("zone 0 open");
	expect(read.ok ? null : read.fault.code).toBe("step/zone");
});

test("what is no happening of the house is not written", () => {
	expect(writeTypedEvent({ type: "delete-user", user: 2 })).toBeNull();
});
