/**
 * Where the time comes from. Deadlines are data in the panel's state: a clock
 * only tells the time and calls back at an instant.
 */
export interface Clock {
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	now(): number;
	/**
	 * Calls `wake` once at `instant`, or soon if that has passed.
	 * @returns a function that cancels the call
	 */
	at(instant: number, wake: () => void | Promise<void>): () => void;
	/** The machine's clock, where this clock goes by one that people and NTP set. */
	readonly machine?: SettableTime | undefined;
}

/**
 * A machine's clock as seen by a clock that runs steadily beside it. The steady
 * clock does not jump by itself: whoever keeps deadlines has to move them first.
 */
export interface SettableTime {
	/** Milliseconds by which the machine's clock was set, back if negative; 0 where it was not. */
	difference(): number;
	/** Sets the steady clock by so much. Open wakeups still come after what was left of them. */
	follow(difference: number): void;
	/**
	 * Calls `onSet` when it finds the machine's clock set; it looks every 30 s.
	 * @returns a function that ends it
	 */
	watch(onSet: () => void): () => void;
}
