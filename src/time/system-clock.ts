import type { Clock } from "./clock.ts";

/** setTimeout fires at once for more than this many milliseconds. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** The machine's clock. A wakeup keeps no process alive. */
export const systemClock: Clock = {
	now: () => Date.now(),
	at(instant, wake) {
		let timer: NodeJS.Timeout;
		const wait = () => {
			const left = instant - Date.now();
			timer =
				left > LONGEST_TIMEOUT
					? setTimeout(wait, LONGEST_TIMEOUT)
					: setTimeout(() => void wake(), Math.max(0, left));
			timer.unref();
		};
		wait();
		return () => clearTimeout(timer);
	},
};
