import { expect, test } from "vitest";
import { aheadClock } from "../../src/time/ahead-clock.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";

const NOON = Date.UTC(2026, 10, 20, 12);

test("it goes on with the clock below, ahead of it by what it was moved", async () => {
	const below = virtualClock(NOON);
	const clock = aheadClock(below);
	await clock.advanceTo(NOON + 500);
	expect(clock.now()).toBe(NOON + 500);
	await below.advanceTo(NOON + 100);
	expect(clock.now()).toBe(NOON + 600);
	await clock.advanceTo(NOON);
	expect(clock.now()).toBe(NOON + 600);
});

test("who is due on the way is woken at its own instant, in order, and once", async () => {
	const below = virtualClock(NOON);
	const clock = aheadClock(below);
	const woken: [name: string, at: number][] = [];
	const wake = (name: string) => async () => {
		await Promise.resolve();
		woken.push([name, clock.now() - NOON]);
	};
	clock.at(NOON + 200, wake("b"));
	clock.at(NOON + 100, async () => {
		await wake("a")();
		clock.at(NOON + 150, wake("of a"));
	});
	clock.at(NOON + 300, wake("taken back"))();
	clock.at(NOON + 1000, wake("later"));
	await clock.advanceTo(NOON + 500);
	await below.advanceTo(NOON + 499);
	expect(woken).toEqual([
		["a", 100],
		["of a", 150],
		["b", 200],
	]);
	// By itself, and by the time that it shows: 500 below are 1000 here.
	await below.advanceTo(NOON + 500);
	expect(woken.at(-1)).toEqual(["later", 1000]);
});
