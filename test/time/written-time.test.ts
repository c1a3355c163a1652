import fc from "fast-check";
import { expect, test } from "vitest";
import { durationOf, durationText } from "../../src/time/duration.ts";
import { instantOf, instantText } from "../../src/time/instant.ts";

test.each([
	[0, "0s"],
	[250, "250ms"],
	[30_000, "30s"],
	[5_400_000, "1h 30m"],
	[90_061_001, "1d 1h 1m 1s 1ms"],
])("%d milliseconds are written %s", (milliseconds, text) => {
	expect(durationText(milliseconds)).toBe(text);
});

test("a length of time is read as it was written", () => {
	fc.assert(
		fc.property(fc.nat({ max: 2 ** 50 }), (milliseconds) => {
			expect(durationOf(durationText(milliseconds))).toBe(milliseconds);
		}),
	);
});

test.each([
	["2026-11-20T10:00:00Z", Date.UTC(2026, 10, 20, 10)],
	["2026-11-20T10:00", Date.UTC(2026, 10, 20, 10)],
	["2026-11-20", Date.UTC(2026, 10, 20)],
	["2026-11-20T10:00:00+02:00", Date.UTC(2026, 10, 20, 8)],
	["2026-13-20", null],
	["noon", null],
	["", null],
])("the instant %j", (text, instant) => {
	expect(instantOf(text)).toBe(instant);
});

test("an instant is read as it was written", () => {
	fc.assert(
		fc.property(
			fc.date({
				min: new Date("0001-01-01"),
				max: new Date("9999-12-31"),
				noInvalidDate: true,
			}),
			(date) => {
				expect(instantOf(instantText(date.getTime()))).toBe(date.getTime());
			},
		),
	);
});
