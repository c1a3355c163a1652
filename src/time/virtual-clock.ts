import type { Clock } from "./clock.ts";
import { Wakeups } from "./wakeups.ts";

/** A clock that stands still until it is moved. */
export interface VirtualClock extends Clock {
	/**
	 * Moves to `instant` and calls every wakeup that is due on the way: each at its
	 * own instant and in order; it waits for one before it calls the next. An
	 * instant in the past moves nothing.
	 */
	advanceTo(instant: number): Promise<void>;
}

/** A virtual clock that knows when it will wake somebody. */
export interface StillClock extends VirtualClock {
	/** The instant of the earliest wakeup; null where nobody waits for one. */
	readonly next: number | null;
}

/** @param start milliseconds since 1970-01-01T00:00:00Z */
export function virtualClock(start: number): StillClock {
	let present = start;
	const wakeups = new Wakeups();
	return {
		now: () => present,
		at: (instant, wake) => wakeups.add({ instant, wake }),
		async advanceTo(instant) {
			for (;;) {
				const wakeup = wakeups.take(instant);
				if (wakeup === null) break;
				present = Math.max(present, wakeup.instant);
				await wakeup.wake();
			}
			present = Math.max(present, instant);
		},
		get next() {
			return wakeups.next;
		},
	};
}
