import { expect, test } from "vitest";
import { steppedClock } from "../../src/time/stepped-clock.ts";

test("wakes each at its own instant, in order, those of one instant in the order asked for", () => {
	const clock = steppedClock(100);
	const woken: string[] = [];
	const wish = (name: string, instant: number) =>
		clock.at(instant, () => void woken.push(`${name} ${clock.now()}`));
	wish("late", 300);
	wish("first", 200);
	wish("second", 200);
	wish("past", 50);
	const takeBack = wish("never", 150);
	takeBack();
	clock.advanceTo(250);
	expect(woken).toEqual(["past 100", "first 200", "second 200"]);
	expect(clock.now()).toBe(250);
});

test("wakes what is asked for while it moves, and never goes back", () => {
	const clock = steppedClock(0);
	const woken: number[] = [];
	clock.at(10, () => {
		clock.at(20, () => void woken.push(clock.now()));
	});
	clock.advanceTo(30);
	clock.advanceTo(5);
	expect([woken, clock.now()]).toEqual([[20], 30]);
});
