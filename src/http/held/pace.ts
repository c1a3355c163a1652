import { LONGEST_WAIT } from "../../conversation/conversation.ts";
import { instantAfter } from "../../simulation/instant-after.ts";
import type { SimulatedPanel } from "../../simulation/simulated-panel.ts";
import type { Clock } from "../../time/clock.ts";
import { immediately } from "../../time/immediately.ts";
import { stopwatch } from "../../time/stopwatch.ts";

/** Milliseconds after which the panel in the house and other requests have their turn. */
const LONGEST_TURN = 20;

/**
 * How the time of a panel in virtual time passes: not by itself, or so many times as
 * fast as a clock. Everything that is done with the panel is done in turn, each
 * thing after the time until then has passed.
 */
export class Pace {
	readonly #panel: Pick<SimulatedPanel, "now" | "next" | "advance">;
	readonly #clock: Clock;
	#speed: number;
	/** When the speed was chosen, by the clock and by the panel. */
	#since: { readonly clock: number; readonly panel: number };
	/** When others had their turn last. */
	#others = stopwatch();
	#last: Promise<unknown> = Promise.resolve();
	#cancel: () => void = () => {};
	#isClosed = false;

	/** @param speed 0 stands still; 60 makes a minute of a second */
	constructor(
		panel: Pick<SimulatedPanel, "now" | "next" | "advance">,
		clock: Clock,
		speed: number,
	) {
		this.#panel = panel;
		this.#clock = clock;
		this.#speed = speed;
		this.#since = { clock: clock.now(), panel: panel.now.getTime() };
		this.#askForWake();
	}

	get speed(): number {
		return this.#speed;
	}

	/** When something happens at the panel by itself next; null for never. */
	get next(): number | null {
		return this.#panel.next?.getTime() ?? null;
	}

	/** Does something with the panel. */
	turn<T>(work: () => T | Promise<T>): Promise<T> {
		const inTurn = async () => {
			await this.#catchUp();
			try {
				return await work();
			} finally {
				this.#askForWake();
			}
		};
		const turn = this.#last.then(inTurn, inTurn);
		this.#last = turn.catch(() => {});
		return turn;
	}

	/** Lets its time pass at another speed from now on; in a turn. */
	setSpeed(speed: number): void {
		this.#speed = speed;
		this.#restart();
	}

	/**
	 * Moves it on at once: `"30s"`, or an instant; in a turn.
	 * @throws RangeError for an instant that has been, or is too far ahead
	 */
	async advance(until: string | Date): ReturnType<SimulatedPanel["advance"]> {
		const now = this.#panel.now.getTime();
		if (instantAfter(now, until) - now > LONGEST_WAIT)
			throw new RangeError("advance: at most 100 years at once");
		const passed = await this.#panel.advance(until, () => this.#letOthers());
		await this.#letOthers();
		this.#restart();
		return passed;
	}

	/**
	 * Calls `wake` when the panel has come to an instant, while its time passes.
	 * @returns a function that cancels the call
	 */
	at(instant: number, wake: () => void): () => void {
		return this.#clock.at(this.#onClock(instant), wake);
	}

	/** Time stands still from now on. */
	close(): void {
		this.#isClosed = true;
		this.#cancel();
	}

	#restart(): void {
		const panel = this.#panel.now.getTime();
		this.#since = { clock: this.#clock.now(), panel };
	}

	/** What the clock shows when the panel has come to an instant. */
	#onClock(instant: number): number {
		const { clock, panel } = this.#since;
		return clock + Math.ceil((instant - panel) / this.#speed);
	}

	async #catchUp(): Promise<void> {
		if (this.#speed === 0 || this.#isClosed) return;
		const { clock, panel } = this.#since;
		const passed = Math.floor((this.#clock.now() - clock) * this.#speed);
		const now = panel + passed;
		if (now > this.#panel.now.getTime())
			await this.#panel.advance(new Date(now), () => this.#letOthers());
	}

	/** Years of a panel's time must not stop everybody else's. */
	async #letOthers(): Promise<void> {
		if (stopwatch() - this.#others < LONGEST_TURN) return;
		await immediately();
		this.#others = stopwatch();
	}

	#askForWake(): void {
		this.#cancel();
		this.#cancel = () => {};
		const { next } = this;
		if (this.#speed === 0 || this.#isClosed || next === null) return;
		this.#cancel = this.at(next, () => void this.turn(() => {}));
	}
}
