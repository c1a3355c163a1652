/**
 * Where the time comes from. Deadlines are data in the panel's state: a clock
 * only says what time it is and wakes who asked to be woken.
 */
export interface Clock {
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	now(): number;
	/**
	 * Calls `wake` once at `instant`, or soon if that has passed.
	 * @returns a function that takes the wish back.
	 */
	at(instant: number, wake: () => void | Promise<void>): () => void;
}
