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
	["2028-02-29", Date.UTC(2028, 1, 29)],
	["2026-13-20", null],
	["2026-02-29", null],
	["2026-02-30T10:00:00Z", null],
	["2026-04-31T10:00:00+02:00", null],
	["2026-11-00", null],
	["2026-11-20T25:00", null],
	["noon", null],
	["", null],
])("the instant %j", (text, instant) => {
	expect(instantOf(text)).toBe(instant);
});

test("every text that is read names a day that there is", () => {
	const two = (most: number) =>
		fc.nat({ max: most }).map((value) => `${value}`.padStart(2, "0"));
	fc.assert(
		fc.property(
			fc.integer({ min: 1900, max: 2100 }),
			two(13),
			two(32),
			(year, month, day) => {
				const instant = instantOf(`${year}-${month}-${day}T12:00:00Z`);
				const days = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
				const isThere =
					Number(month) >= 1 &&
					Number(month) <= 12 &&
					Number(day) >= 1 &&
					Number(day) <= days;
				expect(instant !== null).toBe(isThere);
				if (instant !== null)
					expect(instantText(instant)).toBe(
						`${year}-${month}-${day}T12:00:00Z`,
					);
			},
		),
	);
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
