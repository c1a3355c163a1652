/** The time of a machine: what its clock shows, and how long the machine has run. */
export interface Machine {
	/** Milliseconds since 1970-01-01T00:00:00Z. People and NTP set it, back too. */
	wall(): number;
	/** Milliseconds since some instant; it never jumps. */
	steady(): number;
	/**
	 * Calls `wake` once when `length` milliseconds have passed.
	 * @returns a function that cancels the call
	 */
	after(length: number, wake: () => void | Promise<void>): () => void;
}

/** setTimeout fires at once for more than this many milliseconds. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** The machine that this program runs on. A wakeup keeps no process alive. */
export const thisMachine: Machine = {
	wall: () => Date.now(),
	steady: () => performance.now(),
	after(length, wake) {
		const end = performance.now() + length;
		let timer: NodeJS.Timeout;
		const wait = () => {
			// Timers fire up to a millisecond early.
			const left = Math.ceil(end - performance.now());
			timer =
				left > 0
					? setTimeout(wait, Math.min(left, LONGEST_TIMEOUT))
					: setTimeout(() => void wake(), 0);
			// In a page a timer is a number, and keeps nothing alive.
			if (typeof timer === "object") timer.unref();
		};
		wait();
		return () => clearTimeout(timer);
	},
};
