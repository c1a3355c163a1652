import type { LanguageFile } from "../../models/language/language-file.ts";
import type { Block } from "../corpus/corpus-blocks.ts";
import type { FileNames } from "../corpus/file-names.ts";
import type { BlockResult } from "./block-result.ts";
import type { RunSettings } from "./run-block.ts";

/** What a worker is given when it starts. */
export interface WorkerJob {
	readonly settings: RunSettings;
	/** Languages of panels that conversations may be with, besides those there always are. */
	readonly languages: readonly LanguageFile[];
	readonly blocks: readonly Block[];
	readonly names: FileNames;
	/** Blocks that it has to run before it takes others. */
	readonly first: readonly number[];
	readonly queue: SharedArrayBuffer;
	/** Its own place in the queue. */
	readonly seat: number;
}

/** What a worker says. */
export type WorkerReport =
	| { readonly block: number; readonly result: BlockResult }
	/** A message of NoCorpusError: a class does not pass from thread to thread. */
	| { readonly block: number; readonly noCorpus: string }
	/** What the system said about a file, or what broke. */
	| { readonly block: number; readonly error: unknown };

/**
 * What the threads of a run share: the number of the next free block, whether the
 * run is to end, how much waits to be told, and the block that each thread has.
 */
export class BlockQueue {
	readonly buffer: SharedArrayBuffer;
	private readonly cells: Int32Array;

	constructor(seatsOrBuffer: number | SharedArrayBuffer) {
		this.buffer =
			typeof seatsOrBuffer === "number"
				? new SharedArrayBuffer(4 * (SEATS + seatsOrBuffer))
				: seatsOrBuffer;
		this.cells = new Int32Array(this.buffer);
	}

	/** Takes the next block of so many; null where there is none. */
	take(seat: number, count: number): number | null {
		if (Atomics.load(this.cells, ENDED) === 1) return null;
		const block = Atomics.add(this.cells, NEXT, 1);
		if (block >= count) return null;
		this.note(seat, block);
		return block;
	}

	/** Notes what a seat has in hand; null for nothing. */
	note(seat: number, block: number | null): void {
		Atomics.store(this.cells, SEATS + seat, block === null ? 0 : block + 1);
	}

	/** What a seat has in hand; null for nothing. */
	inHand(seat: number): number | null {
		const held = Atomics.load(this.cells, SEATS + seat);
		return held === 0 ? null : held - 1;
	}

	/** Nobody takes another one. */
	end(): void {
		Atomics.store(this.cells, ENDED, 1);
		this.waitsOnly([]);
	}

	/** Notes that what is told of a block waits, in bytes; once for each block. */
	waits(bytes: number): void {
		Atomics.add(this.cells, WAITING, kibibytes(bytes));
	}

	/** Notes that it waits no more. */
	isTold(bytes: number): void {
		Atomics.sub(this.cells, WAITING, kibibytes(bytes));
		Atomics.notify(this.cells, WAITING);
	}

	/** Notes that nothing waits but these, each in bytes. */
	waitsOnly(all: readonly number[]): void {
		const sum = all.reduce((so, bytes) => so + kibibytes(bytes), 0);
		Atomics.store(this.cells, WAITING, sum);
		Atomics.notify(this.cells, WAITING);
	}

	/** Whether so much waits that nobody should begin with another block. */
	get isFull(): boolean {
		return Atomics.load(this.cells, WAITING) >= MOST_WAITING;
	}

	/**
	 * Stands still until less waits: telling may be slower than running. Whoever has the
	 * block that all wait for has it in hand, and does not stand here.
	 */
	waitForRoom(): void {
		for (;;) {
			const waiting = Atomics.load(this.cells, WAITING);
			if (waiting < MOST_WAITING) return;
			Atomics.wait(this.cells, WAITING, waiting);
		}
	}
}

const NEXT = 0;
const ENDED = 1;
const WAITING = 2;
const SEATS = 3;

/** What may wait to be told, in KiB. */
const MOST_WAITING = 2048;

function kibibytes(bytes: number): number {
	return Math.ceil(bytes / 1024);
}
