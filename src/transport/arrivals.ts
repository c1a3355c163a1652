import { immediately } from "../time/immediately.ts";

/**
 * What arrives from outside, kept in order for one reader: chunks of a line,
 * connections of a listener.
 */
export interface Arrivals<T> extends AsyncIterable<T> {
	/** Adds one; after the end it is ignored. */
	push(item: T): void;
	/** Nothing more comes; what is here already is still read. */
	end(): void;
	/** As {@link end}, but the reader's loop then throws `error`. */
	fail(error: Error): void;
	/** Items that are waiting for the reader. */
	readonly waiting: number;
}

/** Bytes that may wait for a slow reader before the other side is made to wait. */
const highWater = 1 << 20;

/** Bytes that are read before everything else in the process has a turn. */
const ofOneTurn = 8 * 1024;

/**
 * Bytes of a source that waits while many of them are unread. A source that pours
 * keeps nobody else in the process waiting.
 */
export function flowingArrivals(source: {
	pause(): unknown;
	resume(): unknown;
}): Arrivals<Uint8Array> {
	let unread = 0;
	const bytes = arrivals<Uint8Array>(() => {
		if (unread > highWater) source.resume();
		unread = 0;
	});
	const reading = inTurns(bytes);
	return {
		...bytes,
		push(chunk) {
			bytes.push(chunk);
			unread += chunk.length;
			if (unread > highWater) source.pause();
		},
		get waiting() {
			return bytes.waiting;
		},
		[Symbol.asyncIterator]: () => reading,
	};
}

async function* inTurns(
	chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	let read = 0;
	for await (const chunk of chunks)
		for (let at = 0; at < chunk.length; at += ofOneTurn) {
			const piece = chunk.subarray(at, at + ofOneTurn);
			yield piece;
			read += piece.length;
			if (read < ofOneTurn) continue;
			read = 0;
			await immediately();
		}
}

/** @param onEmpty called each time the reader has taken the last one that waited */
export function arrivals<T>(onEmpty: () => void = () => {}): Arrivals<T> {
	let items: T[] = [];
	let over: { readonly error: Error | null } | null = null;
	let wake = () => {};
	const finish = (error: Error | null) => {
		over ??= { error };
		wake();
	};
	async function* read(): AsyncGenerator<T> {
		for (;;) {
			const batch = items;
			items = [];
			if (batch.length > 0) {
				onEmpty();
				yield* batch;
				continue;
			}
			if (over?.error) throw over.error;
			if (over) return;
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
	}
	const reading = read();
	return {
		push(item) {
			if (over) return;
			items.push(item);
			wake();
		},
		end: () => finish(null),
		fail: (error) => finish(error),
		get waiting() {
			return items.length;
		},
		[Symbol.asyncIterator]: () => reading,
	};
}
