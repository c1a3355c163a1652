import type { Clock } from "./clock.ts";
import type { VirtualClock } from "./virtual-clock.ts";

interface Wakeup {
	instant: number;
	readonly wake: () => void | Promise<void>;
	cancel: () => void;
}

/**
 * A clock that runs with the clock below it and can be moved ahead of it. As with
 * a virtual clock, a move calls every wakeup that is due on the way, each at its
 * own instant, and waits for one before it calls the next.
 */
export function aheadClock(below: Clock): VirtualClock {
	let ahead = 0;
	const wakeups = new Set<Wakeup>();
	const now = () => below.now() + ahead;
	const ask = (wakeup: Wakeup) => {
		wakeup.cancel();
		wakeup.cancel = below.at(wakeup.instant - ahead, () => {
			wakeups.delete(wakeup);
			return wakeup.wake();
		});
	};
	const moveTo = (instant: number) => {
		ahead += Math.max(0, instant - now());
	};
	const { machine } = below;
	return {
		now,
		machine: machine && {
			...machine,
			follow(difference) {
				machine.follow(difference);
				for (const wakeup of wakeups) wakeup.instant += difference;
			},
		},
		at(instant, wake) {
			const wakeup: Wakeup = { instant, wake, cancel: () => {} };
			wakeups.add(wakeup);
			ask(wakeup);
			return () => {
				wakeups.delete(wakeup);
				wakeup.cancel();
			};
		},
		async advanceTo(instant) {
			for (;;) {
				const [next] = [...wakeups].sort((a, b) => a.instant - b.instant);
				if (next === undefined || next.instant > instant) break;
				wakeups.delete(next);
				next.cancel();
				moveTo(next.instant);
				await next.wake();
			}
			moveTo(instant);
			for (const wakeup of wakeups) ask(wakeup);
		},
	};
}
