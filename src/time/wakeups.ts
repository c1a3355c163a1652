/** Somebody who waits for an instant, in milliseconds since 1970-01-01T00:00:00Z. */
export interface Wakeup {
	readonly instant: number;
	readonly wake: () => void | Promise<void>;
}

/** Who waits for a clock that is moved by hand. */
export class Wakeups {
	readonly #waiting = new Set<Wakeup>();

	/** @returns gives up waiting */
	add(wakeup: Wakeup): () => void {
		this.#waiting.add(wakeup);
		return () => void this.#waiting.delete(wakeup);
	}

	/**
	 * Takes out the earliest of those that are due by `limit`, of one instant the one
	 * that asked first; null where none is.
	 */
	take(limit: number): Wakeup | null {
		const earliest = this.#earliest();
		if (earliest === null || earliest.instant > limit) return null;
		this.#waiting.delete(earliest);
		return earliest;
	}

	/** The instant of the earliest; null where nobody waits. */
	get next(): number | null {
		return this.#earliest()?.instant ?? null;
	}

	#earliest(): Wakeup | null {
		let found: Wakeup | null = null;
		for (const wakeup of this.#waiting)
			if (found === null || wakeup.instant < found.instant) found = wakeup;
		return found;
	}
}
