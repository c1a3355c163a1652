import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { thisMachine } from "../time/machine.ts";
import { SECOND } from "../time/units.ts";

/** Milliseconds between two looks at the machine's clock. */
const LOOK_EVERY = 250;
/** A page that slept does not make up for more than this, in milliseconds. */
const LONGEST_LOOK = 2 * SECOND;

/**
 * Lets virtual time pass by itself. It is moved by whole seconds, so that a record
 * of it has round waits.
 */
export class RunningClock {
	readonly speed: ReadonlySignal<number>;
	readonly #speed: Signal<number> = signal(0);
	readonly #advance: (milliseconds: number) => Promise<unknown>;
	/** Counts the choices of a speed. */
	#turn = 0;
	#seen = 0;
	/** Milliseconds of virtual time that have passed and are less than a second. */
	#rest = 0;

	/** @param advance moves the time; it must not throw for a whole second */
	constructor(advance: (milliseconds: number) => Promise<unknown>) {
		this.#advance = advance;
		this.speed = this.#speed;
	}

	/** @param speed so many times as fast as real time; 0 stands still */
	run(speed: number): void {
		this.#speed.value = speed;
		this.#turn += 1;
		this.#rest = 0;
		this.#seen = thisMachine.steady();
		if (speed > 0) this.#lookSoon();
	}

	#lookSoon(): void {
		const turn = this.#turn;
		thisMachine.after(LOOK_EVERY, async () => {
			if (this.#turn !== turn) return;
			const now = thisMachine.steady();
			const passed = Math.min(now - this.#seen, LONGEST_LOOK);
			this.#rest += passed * this.#speed.value;
			this.#seen = now;
			const whole = Math.floor(this.#rest / SECOND) * SECOND;
			this.#rest -= whole;
			if (whole > 0) await this.#advance(whole);
			// Somebody may have chosen another speed meanwhile.
			if (this.#turn === turn) this.#lookSoon();
		});
	}
}
