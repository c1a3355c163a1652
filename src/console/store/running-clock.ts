import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { thisMachine } from "../../time/machine.ts";
import { SECOND } from "../../time/units.ts";
import type { ConsoleStore } from "./console-store.ts";

/** How many times as fast as a clock on the wall the panel's time runs; 0 stands still. */
export type Speed = (typeof speeds)[number];

export const speeds = [0, 1, 60, 3600] as const;

/** Milliseconds between two looks at the wall. */
const LOOK_EVERY = 250;
/** A page that slept does not make up for more than this, in milliseconds. */
const LONGEST_LOOK = 2 * SECOND;

/**
 * Lets the panel's time run. Virtual time is moved by whole seconds, so that a
 * record of it has round waits; real time is only read.
 */
export class RunningClock {
	readonly speed: ReadonlySignal<Speed>;
	readonly #speed: Signal<Speed>;
	readonly #store: ConsoleStore;
	#cancel: () => void = () => {};
	#seen = 0;
	/** Counts the choices of a speed. */
	#turn = 0;
	/** Milliseconds of the panel that have passed and are less than a second. */
	#rest = 0;

	constructor(store: ConsoleStore, speed: Speed) {
		this.#store = store;
		this.#speed = signal(store.panel.clock.kind === "real" ? 1 : speed);
		this.speed = this.#speed;
		this.#begin();
	}

	/** Another speed from now on; 0 stops the panel's time. */
	run(speed: Speed): void {
		if (this.#store.panel.clock.kind === "real") return;
		this.#speed.value = speed;
		this.#rest = 0;
		this.#begin();
	}

	close(): void {
		this.#turn += 1;
		this.#cancel();
	}

	#begin(): void {
		this.#cancel();
		this.#turn += 1;
		this.#seen = thisMachine.steady();
		if (this.#speed.value > 0) this.#lookSoon();
	}

	#lookSoon(): void {
		const turn = this.#turn;
		this.#cancel = thisMachine.after(LOOK_EVERY, async () => {
			const speed = this.#speed.value;
			const now = thisMachine.steady();
			this.#rest += Math.min(now - this.#seen, LONGEST_LOOK) * speed;
			this.#seen = now;
			await this.#pass();
			// Somebody may have chosen another speed meanwhile.
			if (this.#turn === turn) this.#lookSoon();
		});
	}

	async #pass(): Promise<void> {
		if (this.#store.panel.clock.kind === "real") {
			this.#store.tick();
			return;
		}
		const whole = Math.floor(this.#rest / SECOND) * SECOND;
		this.#rest -= whole;
		if (whole > 0) await this.#store.advance(whole);
	}
}
