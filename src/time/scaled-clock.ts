import type { Clock } from "./clock.ts";

/**
 * A clock that begins with the one below it and from then on runs `speed` times
 * as fast.
 * @param speed above 0; 60 makes a minute of a second, 0.5 two seconds of one
 */
export function scaledClock(below: Clock, speed: number): Clock {
	const start = below.now();
	const now = () => start + Math.floor((below.now() - start) * speed);
	return {
		now,
		at(instant, wake) {
			let cancel: () => void;
			const ask = (belowInstant: number) => {
				// Below, timers may be early and instants rounded; here, nobody is woken
				// before the time has come.
				cancel = below.at(belowInstant, () =>
					now() < instant ? ask(below.now() + 1) : wake(),
				);
			};
			ask(start + Math.ceil((instant - start) / speed));
			return () => cancel();
		},
	};
}
