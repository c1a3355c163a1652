import type { Clock } from "../../time/clock.ts";
import { MINUTE } from "../../time/units.ts";

/** How often a text is handed over while no result of it is seen. */
export const MOST_UNSEEN = 6;
/** Between two tries after that. */
const PAUSE = 10 * MINUTE;
/** Texts that are remembered; the oldest make room. */
const MOST_TEXTS = 100;

interface Doubt {
	readonly tries: number;
	/** When the last of them ended. */
	readonly at: number;
}

/**
 * Texts that were handed over, and whose result was never seen: each may have
 * arrived. A modem that gives no results would send them again without end, each
 * for money, and keep waiting what is behind them.
 */
export class Doubts {
	readonly #clock: Clock;
	readonly #texts = new Map<string, Doubt>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** How often a text may be handed over now. */
	left(to: string, text: string): number {
		const doubt = this.#texts.get(keyOf(to, text));
		if (doubt === undefined) return MOST_UNSEEN;
		const left = MOST_UNSEEN - doubt.tries;
		if (left > 0) return left;
		return this.#clock.now() - doubt.at >= PAUSE ? 1 : 0;
	}

	/** A text was handed over so often in vain. */
	add(to: string, text: string, tries: number): void {
		const key = keyOf(to, text);
		const before = this.#texts.get(key)?.tries ?? 0;
		this.#texts.delete(key);
		this.#texts.set(key, { tries: before + tries, at: this.#clock.now() });
		const [oldest] = this.#texts.keys();
		if (this.#texts.size > MOST_TEXTS && oldest !== undefined)
			this.#texts.delete(oldest);
	}

	/** The result of a text was seen. */
	remove(to: string, text: string): void {
		this.#texts.delete(keyOf(to, text));
	}
}

function keyOf(to: string, text: string): string {
	return `${to} ${text}`;
}
