import type { Clock } from "../../time/clock.ts";
import { HOUR } from "../../time/units.ts";
import { Problem, type ProblemBody } from "../problem.ts";

/** What nobody asks for is thrown away after this time. */
export const IDLE_TIME = HOUR;

interface Kept<T> {
	readonly thing: T;
	/** When it was last asked for, by the machine's clock. */
	usedAt: number;
	/** Streams that are read of it. */
	readers: number;
	readonly close: () => void;
}

export interface ShelfOptions {
	/** The machine's. */
	readonly clock: Clock;
	/** Things at once. */
	readonly most: number;
	/** What they are, for messages: `panel`. */
	readonly what: string;
	readonly unknown: ProblemBody["code"];
	readonly tooMany: ProblemBody["code"];
}

/** Things that requests make, bounded in number and age. */
export class Shelf<T> {
	readonly #options: ShelfOptions;
	readonly #kept = new Map<string, Kept<T>>();

	constructor(options: ShelfOptions) {
		this.#options = options;
	}

	/** @throws Problem where there is no room for one more */
	demandRoom(): void {
		this.#forgetIdle();
		const { most, what, tooMany } = this.#options;
		if (this.#kept.size < most) return;
		throw new Problem(
			429,
			tooMany,
			`there are ${most} ${what}s already; delete those that are done`,
			[],
			{ "Retry-After": "60" },
		);
	}

	/** Puts a thing there, in the place of what had its id. */
	put(id: string, thing: T, close: () => void): void {
		this.#kept.get(id)?.close();
		const usedAt = this.#options.clock.now();
		this.#kept.set(id, { thing, usedAt, readers: 0, close });
	}

	/** @throws Problem for an id that there is not */
	get(id: string): T {
		return this.#used(id).thing;
	}

	/**
	 * Keeps a thing while somebody reads a stream of it.
	 * @returns what ends that
	 * @throws Problem for an id that there is not
	 */
	read(id: string): () => void {
		const there = this.#used(id);
		there.readers += 1;
		return () => {
			there.readers -= 1;
			there.usedAt = this.#options.clock.now();
		};
	}

	/** @throws Problem for an id that there is not */
	delete(id: string): void {
		this.#used(id).close();
		this.#kept.delete(id);
	}

	list(): readonly T[] {
		this.#forgetIdle();
		return [...this.#kept.values()].map(({ thing }) => thing);
	}

	/** Throws all away. */
	close(): void {
		for (const { close } of this.#kept.values()) close();
		this.#kept.clear();
	}

	#used(id: string): Kept<T> {
		this.#forgetIdle();
		const there = this.#kept.get(id);
		if (there === undefined) {
			const { what, unknown } = this.#options;
			throw new Problem(
				404,
				unknown,
				`there is no such ${what}, or nobody asked for it for an hour`,
			);
		}
		there.usedAt = this.#options.clock.now();
		return there;
	}

	#forgetIdle(): void {
		const now = this.#options.clock.now();
		for (const [id, { usedAt, readers, close }] of this.#kept)
			if (readers === 0 && now - usedAt > IDLE_TIME) {
				close();
				this.#kept.delete(id);
			}
	}
}
