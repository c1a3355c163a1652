import type { Clock } from "./clock.ts";
import { Wakeups } from "./wakeups.ts";

/**
 * A virtual clock for work that is done at once when it is called. It moves
 * without waiting, so everything that runs by it is a plain function.
 */
export interface SteppedClock extends Clock {
	/**
	 * Moves to `instant` and calls every wakeup that is due on the way: each at its
	 * own instant, those of one instant in the order in which they were asked for.
	 * An instant in the past calls those that are due now.
	 */
	advanceTo(instant: number): void;
	/** The instant of the earliest wakeup; null where nobody waits for one. */
	readonly next: number | null;
}

/** @param start milliseconds since 1970-01-01T00:00:00Z */
export function steppedClock(start: number): SteppedClock {
	let present = start;
	const wakeups = new Wakeups();
	return {
		now: () => present,
		at: (instant, wake) => wakeups.add({ instant, wake }),
		advanceTo(instant) {
			const limit = Math.max(present, instant);
			for (;;) {
				const wakeup = wakeups.take(limit);
				if (wakeup === null) break;
				present = Math.max(present, wakeup.instant);
				void wakeup.wake();
			}
			present = limit;
		},
		get next() {
			return wakeups.next;
		},
	};
}
