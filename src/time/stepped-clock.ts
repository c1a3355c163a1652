import type { Clock } from "./clock.ts";

/**
 * A virtual clock for those who do their work at once when they are woken: it is
 * moved without waiting, so that all of what runs by it is a plain function.
 */
export interface SteppedClock extends Clock {
	/**
	 * Moves to `instant`, waking whoever is due on the way: each at its own
	 * instant, those of one instant in the order of their wishes. An instant in
	 * the past wakes who is due now.
	 */
	advanceTo(instant: number): void;
}

interface Wish {
	readonly instant: number;
	readonly wake: () => void | Promise<void>;
}

/** @param start milliseconds since 1970-01-01T00:00:00Z */
export function steppedClock(start: number): SteppedClock {
	let present = start;
	const wishes = new Set<Wish>();
	const next = (limit: number): Wish | null => {
		let earliest: Wish | null = null;
		for (const wish of wishes)
			if (
				wish.instant <= limit &&
				wish.instant < (earliest?.instant ?? Infinity)
			)
				earliest = wish;
		return earliest;
	};
	return {
		now: () => present,
		at(instant, wake) {
			const wish = { instant, wake };
			wishes.add(wish);
			return () => void wishes.delete(wish);
		},
		advanceTo(instant) {
			const limit = Math.max(present, instant);
			for (;;) {
				const wish = next(limit);
				if (wish === null) break;
				wishes.delete(wish);
				present = Math.max(present, wish.instant);
				void wish.wake();
			}
			present = limit;
		},
	};
}
