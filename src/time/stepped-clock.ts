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
	/** The instant of the earliest wakeup; null where nobody waits for one. */
	readonly next: number | null;
}

interface Wakeup {
	readonly instant: number;
	readonly wake: () => void | Promise<void>;
}

/** @param start milliseconds since 1970-01-01T00:00:00Z */
export function steppedClock(start: number): SteppedClock {
	let present = start;
	const wakeups = new Set<Wakeup>();
	const earliest = (limit: number): Wakeup | null => {
		let found: Wakeup | null = null;
		for (const wakeup of wakeups)
			if (
				wakeup.instant <= limit &&
				wakeup.instant < (found?.instant ?? Infinity)
			)
				found = wakeup;
		return found;
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
				const wakeup = earliest(limit);
				if (wakeup === null) break;
				wakeups.delete(wakeup);
				present = Math.max(present, wakeup.instant);
				void wakeup.wake();
			}
			present = limit;
		},
		get next() {
			return earliest(Number.POSITIVE_INFINITY)?.instant ?? null;
		},
	};
}
