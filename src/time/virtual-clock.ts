import type { Clock } from "./clock.ts";

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

interface Wakeup {
	readonly instant: number;
	readonly wake: () => void | Promise<void>;
}

/** @param start milliseconds since 1970-01-01T00:00:00Z */
export function virtualClock(start: number): StillClock {
	let present = start;
	const wakeups = new Set<Wakeup>();
	const earliest = (): Wakeup | undefined =>
		[...wakeups].sort((a, b) => a.instant - b.instant)[0];
	return {
		now: () => present,
		at(instant, wake) {
			const wakeup = { instant, wake };
			wakeups.add(wakeup);
			return () => void wakeups.delete(wakeup);
		},
		async advanceTo(instant) {
			for (;;) {
				const next = earliest();
				if (next === undefined || next.instant > instant) break;
				wakeups.delete(next);
				present = Math.max(present, next.instant);
				await next.wake();
			}
			present = Math.max(present, instant);
		},
		get next() {
			return earliest()?.instant ?? null;
		},
	};
}
