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
}
