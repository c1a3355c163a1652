import { setTimeout as pause } from "node:timers/promises";
import type { StillClock } from "../../src/time/virtual-clock.ts";

/**
 * Lets the time of a clock pass that somebody waits for, one wait after the other,
 * until something is so. What is waited for besides, of a disk or a line, takes what
 * it takes.
 */
export async function passUntil(
	clock: StillClock,
	isSo: () => boolean,
): Promise<void> {
	for (;;) {
		await pause(1);
		if (isSo()) return;
		if (clock.next !== null) await clock.advanceTo(clock.next);
	}
}

/** Lets time pass until a promise is settled, and is that promise. */
export async function passing<T>(
	clock: StillClock,
	work: Promise<T>,
): Promise<T> {
	let isOver = false;
	const over = () => {
		isOver = true;
	};
	work.then(over, over);
	await passUntil(clock, () => isOver);
	return work;
}
