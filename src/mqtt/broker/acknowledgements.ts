import type { Clock } from "../../time/clock.ts";
import { SECOND } from "../../time/units.ts";

/** A broker that acknowledges nothing for so long has taken nothing. */
const PATIENCE = 30 * SECOND;

/**
 * Notices a broker that acknowledges nothing of what is published, although it
 * keeps the connection: nobody sees the panel then, and all that is published waits
 * in memory.
 */
export class Acknowledgements {
	readonly #clock: Clock;
	readonly #onLate: () => void;
	#awaited = 0;
	#cancel: () => void = () => {};

	/** @param onLate called where something was published and none came for too long */
	constructor(clock: Clock, onLate: () => void) {
		this.#clock = clock;
		this.#onLate = onLate;
	}

	/** One more is to come. */
	await(): void {
		this.#awaited += 1;
		if (this.#awaited === 1) this.#wait();
	}

	came(): void {
		this.#awaited -= 1;
		this.#wait();
	}

	/** None is to come any more. */
	forget(): void {
		this.#awaited = 0;
		this.#cancel();
	}

	#wait(): void {
		this.#cancel();
		const clock = this.#clock;
		if (this.#awaited > 0)
			this.#cancel = clock.at(clock.now() + PATIENCE, this.#onLate);
	}
}
