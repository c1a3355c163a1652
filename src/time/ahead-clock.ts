import type { Clock } from "./clock.ts";
import type { VirtualClock } from "./virtual-clock.ts";

interface Wish {
	readonly instant: number;
	readonly wake: () => void | Promise<void>;
	cancel: () => void;
}

/**
 * A clock that goes on by itself and can be moved ahead of the one below it. As
 * with a virtual clock, whoever is due on the way is woken at its own instant,
 * one finished before the next begins.
 */
export function aheadClock(below: Clock): VirtualClock {
	let ahead = 0;
	const wishes = new Set<Wish>();
	const now = () => below.now() + ahead;
	const ask = (wish: Wish) => {
		wish.cancel();
		wish.cancel = below.at(wish.instant - ahead, () => {
			wishes.delete(wish);
			return wish.wake();
		});
	};
	const moveTo = (instant: number) => {
		ahead += Math.max(0, instant - now());
	};
	return {
		now,
		at(instant, wake) {
			const wish: Wish = { instant, wake, cancel: () => {} };
			wishes.add(wish);
			ask(wish);
			return () => {
				wishes.delete(wish);
				wish.cancel();
			};
		},
		async advanceTo(instant) {
			for (;;) {
				const [next] = [...wishes].sort((a, b) => a.instant - b.instant);
				if (next === undefined || next.instant > instant) break;
				wishes.delete(next);
				next.cancel();
				moveTo(next.instant);
				await next.wake();
			}
			moveTo(instant);
			for (const wish of wishes) ask(wish);
		},
	};
}
