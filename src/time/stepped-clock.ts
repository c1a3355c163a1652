import type { Clock } from "./clock.ts";

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
}

interface Wakeup {
	readonly instant: number;
	readonly wake: () => void | Promise<void>;
}

/** @param start milliseconds since 1970-01-01T00:00:00Z */
export function steppedClock(start: number): SteppedClock {
	let present = start;
	const wakeups = new Set<Wakeup>();
	const next = (limit: number): Wakeup | null => {
		let earliest: Wakeup | null = null;
		for (const wakeup of wakeups)
			if (
				wakeup.instant <= limit &&
				wakeup.instant < (earliest?.instant ?? Infinity)
			)
				earliest = wakeup;
		return earliest;
	};
	return {
		now: () => present,
		at(instant, wake) {
			const wakeup = { instant, wake };
			wakeups.add(wakeup);
			return () => void wakeups.delete(wakeup);
		},
		advanceTo(instant) {
			const limit = Math.max(present, instant);
			for (;;) {
				const wakeup = next(limit);
				if (wakeup === null) break;
				wakeups.delete(wakeup);
				present = Math.max(present, wakeup.instant);
				void wakeup.wake();
			}
			present = limit;
		},
	};
}
