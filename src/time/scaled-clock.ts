import type { Clock } from "./clock.ts";

/**
 * A clock that starts at the time of the clock below it and then runs `speed`
 * times as fast.
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
				// The clock below may call early, and instants are rounded: ask again until
				// the time has come.
				cancel = below.at(belowInstant, () =>
					now() < instant ? ask(below.now() + 1) : wake(),
				);
			};
			ask(start + Math.ceil((instant - start) / speed));
			return () => cancel();
		},
	};
}
