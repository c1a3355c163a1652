import type { Clock } from "./clock.ts";

/** A clock that stands still until it is moved. */
export interface VirtualClock extends Clock {
	/**
	 * Moves to `instant`, waking whoever is due on the way: each at its own
	 * instant, in order, one finished before the next begins. An instant in the
	 * past moves nothing.
	 */
	advanceTo(instant: number): Promise<void>;
}

interface Wish {
	readonly instant: number;
	readonly wake: () => void | Promise<void>;
}

/** @param start milliseconds since 1970-01-01T00:00:00Z */
export function virtualClock(start: number): VirtualClock {
	let present = start;
	const wishes = new Set<Wish>();
	const earliest = (): Wish | undefined =>
		[...wishes].sort((a, b) => a.instant - b.instant)[0];
	return {
		now: () => present,
		at(instant, wake) {
			const wish = { instant, wake };
			wishes.add(wish);
			return () => void wishes.delete(wish);
		},
		async advanceTo(instant) {
			for (;;) {
				const next = earliest();
				if (next === undefined || next.instant > instant) break;
				wishes.delete(next);
				present = Math.max(present, next.instant);
				await next.wake();
			}
			present = Math.max(present, instant);
		},
	};
}
