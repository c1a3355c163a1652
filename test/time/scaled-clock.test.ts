import fc from "fast-check";
import { expect, test } from "vitest";
import type { Clock } from "../../src/time/clock.ts";
import { scaledClock } from "../../src/time/scaled-clock.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";

const NOON = Date.UTC(2026, 10, 20, 12);

test.each([
	[1, 1000],
	[60, 60_000],
	[0.5, 500],
	[1 / 3, 333],
])("at speed %d a second below is %d ms", async (speed, milliseconds) => {
	const below = virtualClock(NOON);
	const clock = scaledClock(below, speed);
	expect(clock.now()).toBe(NOON);
	await below.advanceTo(NOON + 1000);
	expect(clock.now()).toBe(NOON + milliseconds);
});

test("who asked is woken when the faster time has come, and not who took it back", async () => {
	const below = virtualClock(NOON);
	const clock = scaledClock(below, 60);
	const woken: [name: string, below: number][] = [];
	const wake = (name: string) => () => {
		woken.push([name, below.now() - NOON]);
	};
	clock.at(NOON + 30_000, wake("exit delay"));
	clock.at(NOON + 30_000, wake("taken back"))();
	clock.at(NOON - 5000, wake("past"));
	await below.advanceTo(NOON + 499);
	expect(woken).toEqual([["past", 0]]);
	await below.advanceTo(NOON + 500);
	expect(woken).toEqual([
		["past", 0],
		["exit delay", 500],
	]);
});

test("nobody is woken too early by a timer that is", async () => {
	const below = virtualClock(NOON);
	const hasty: Clock = {
		now: below.now,
		at: (instant, wake) =>
			below.at(Math.max(below.now() + 1, instant - 2), wake),
	};
	const clock = scaledClock(hasty, 1000);
	const woken: number[] = [];
	clock.at(NOON + 30_000, () => void woken.push(clock.now()));
	await below.advanceTo(NOON + 29);
	expect(woken).toEqual([]);
	await below.advanceTo(NOON + 30);
	expect(woken).toEqual([NOON + 30_000]);
});

test("at any speed one is woken at the first instant that is not too early", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.double({ min: 0.001, max: 1e6, noNaN: true }),
			fc.nat(1e9),
			async (speed, wait) => {
				const below = virtualClock(NOON);
				const clock = scaledClock(below, speed);
				let woken: number | null = null;
				clock.at(NOON + wait, () => {
					woken = clock.now();
				});
				await below.advanceTo(NOON + Math.ceil(wait / speed) + 1);
				expect(woken).toBeGreaterThanOrEqual(NOON + wait);
				expect(woken).toBeLessThan(NOON + wait + 2 * speed + 2);
			},
		),
	);
});
