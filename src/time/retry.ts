import type { Clock } from "./clock.ts";
import { SECOND } from "./units.ts";

/** Pause before something that failed is tried again. */
export const PAUSE = 5 * SECOND;

/**
 * Tries again what failed and nobody waits for: a disk that is full, a file that
 * cannot be opened. There is a pause between two tries, and no end but success
 * or `close`.
 */
export class Retry {
	private readonly clock: Clock;
	private readonly onTrouble: (error: unknown) => void;
	private readonly pauses = new Set<() => void>();
	private closed = false;

	/** @param onTrouble told of each try that failed */
	constructor(clock: Clock, onTrouble: (error: unknown) => void) {
		this.clock = clock;
		this.onTrouble = onTrouble;
	}

	/** What `work` comes to in the end; null where it was closed before it was done. */
	async until<T>(work: () => Promise<T>): Promise<T | null> {
		for (;;) {
			try {
				return await work();
			} catch (error) {
				this.onTrouble(error);
			}
			if (this.closed) return null;
			await this.pause();
			if (this.closed) return null;
		}
	}

	/** Ends all pauses; what is under way is done to its end. */
	close(): void {
		this.closed = true;
		for (const end of this.pauses) end();
	}

	private pause(): Promise<void> {
		return new Promise((resolve) => {
			const end = () => {
				cancel();
				this.pauses.delete(end);
				resolve();
			};
			const cancel = this.clock.at(this.clock.now() + PAUSE, end);
			this.pauses.add(end);
		});
	}
}
