import fc from "fast-check";
import { expect, test } from "vitest";
import {
	isTimeZone,
	nextTimeOfDay,
	wallTime,
} from "../../../src/panel/state/wall-clock.ts";

function next(
	hour: number,
	minute: number,
	zone: string,
	after: string,
): string | null {
	const instant = nextTimeOfDay(hour, minute, zone, Date.parse(after));
	return instant === null ? null : new Date(instant).toISOString();
}

test.each([
	[
		"later today",
		22,
		0,
		"UTC",
		"2026-11-20T12:00Z",
		"2026-11-20T22:00:00.000Z",
	],
	[
		"tomorrow, at the very instant",
		12,
		0,
		"UTC",
		"2026-11-20T12:00Z",
		"2026-11-21T12:00:00.000Z",
	],
	[
		"in winter an hour ahead",
		22,
		30,
		"Europe/Berlin",
		"2026-11-20T12:00Z",
		"2026-11-20T21:30:00.000Z",
	],
	[
		"in summer two hours ahead",
		22,
		30,
		"Europe/Berlin",
		"2026-07-20T12:00Z",
		"2026-07-20T20:30:00.000Z",
	],
	[
		"a time that spring skips, an hour later by the wall",
		2,
		30,
		"Europe/Berlin",
		"2026-03-29T00:00Z",
		"2026-03-29T01:30:00.000Z",
	],
	[
		"a time that autumn shows twice, the first",
		2,
		30,
		"Europe/Berlin",
		"2026-10-25T00:00Z",
		"2026-10-25T00:30:00.000Z",
	],
	[
		"and not the second",
		2,
		30,
		"Europe/Berlin",
		"2026-10-25T00:30Z",
		"2026-10-26T01:30:00.000Z",
	],
	[
		"in the evening of the day on which spring begins",
		22,
		0,
		"Europe/Berlin",
		"2026-03-29T12:00Z",
		"2026-03-29T20:00:00.000Z",
	],
	[
		"in the morning before",
		0,
		30,
		"Europe/Berlin",
		"2026-03-28T12:00Z",
		"2026-03-28T23:30:00.000Z",
	],
	[
		"in the evening of the day on which it ends",
		22,
		0,
		"Europe/Berlin",
		"2026-10-25T12:00Z",
		"2026-10-25T21:00:00.000Z",
	],
	[
		"half hours",
		8,
		0,
		"Asia/Kolkata",
		"2026-11-20T12:00Z",
		"2026-11-21T02:30:00.000Z",
	],
	[
		"over the line of dates",
		1,
		0,
		"Pacific/Kiritimati",
		"2026-11-20T12:00Z",
		"2026-11-21T11:00:00.000Z",
	],
	[
		"a zone that is none counts as UTC",
		22,
		0,
		"Mars/Olympus",
		"2026-11-20T12:00Z",
		"2026-11-20T22:00:00.000Z",
	],
])("%s", (_, hour, minute, zone, after, wanted) => {
	expect(next(hour, minute, zone, after)).toBe(wanted);
});

test("there is always a next one, within two days and after now", () => {
	const zone = fc.constantFrom(
		"UTC",
		"Europe/Berlin",
		"America/New_York",
		"Australia/Lord_Howe",
		"Pacific/Apia",
	);
	fc.assert(
		fc.property(
			fc.nat(23),
			fc.nat(59),
			zone,
			fc.integer({ min: Date.UTC(1990), max: Date.UTC(2090) }),
			(hour, minute, timeZone, after) => {
				const wait =
					(nextTimeOfDay(hour, minute, timeZone, after) ?? 0) - after;
				expect(wait).toBeGreaterThan(0);
				expect(wait).toBeLessThanOrEqual(2 * 86_400_000);
			},
		),
	);
});

test("UTC, which is not asked for, is as the platform has it under its other name", () => {
	const farthest = 8.64e15;
	fc.assert(
		fc.property(
			fc.nat(23),
			fc.nat(59),
			fc.integer({ min: -farthest, max: farthest }),
			(hour, minute, after) => {
				expect(nextTimeOfDay(hour, minute, "UTC", after)).toBe(
					nextTimeOfDay(hour, minute, "Etc/GMT", after),
				);
				expect(wallTime(after, "UTC")).toEqual(wallTime(after, "Etc/GMT"));
			},
		),
	);
});

test("names are of the IANA list", () => {
	expect(["UTC", "Europe/Berlin", "Berlin", ""].map(isTimeZone)).toEqual([
		true,
		true,
		false,
		false,
	]);
});
