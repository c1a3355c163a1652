/*
 * What a replay by workers costs: a simulation with stragglers, workers that die, and
 * one asking process that hands out and takes in block by block, and a formula for the
 * same. Virtual time; the same seed, the same figures.
 */
import { LOCK } from "../../src/replay/queue/block-worker.ts";
import {
	AHEAD,
	LEAST_AHEAD,
	MOST_AHEAD,
} from "../../src/replay/queue/queue-hands.ts";
import { seededRandom } from "../random.ts";

/** Of a block, as `bench/fleet/costs.ts` measures and writes them. */
export interface BlockCost {
	/** In bytes. */
	readonly size: number;
	readonly conversations: number;
	/** Seconds of a processor, at the worker. */
	readonly worker: number;
	/** Seconds of a processor, at who asks. */
	readonly asker: number;
}

/** A part of the blocks takes so many times as long. */
export const STRAGGLERS = { part: 0.02, times: 10 };
/** Until a dead worker's block is handed out again: the lock, and the look after it. */
export const RECOVERY = (1.5 * LOCK) / 1000;

export interface Fleet {
	readonly blocks: number;
	/** Threads of all workers. */
	readonly threads: number;
	/** Part of the blocks whose worker dies. */
	readonly deaths: number;
	/** Blocks that are not told, at most. */
	readonly open: number;
}

export interface Ran {
	readonly seconds: number;
	/** Part of the workers' time in which they work. */
	readonly busy: number;
}

export function simulated(
	cost: BlockCost,
	{ blocks, threads, deaths, open }: Fleet,
): Ran {
	const ahead = Math.max(LEAST_AHEAD, Math.min(MOST_AHEAD, AHEAD * threads));
	const { integer } = seededRandom(7);
	const random = () => integer(0, 999_999) / 1e6;
	/** When each thread is free: a heap, so that the first one is the next. */
	const free = new Float64Array(threads);
	/** When the block, and all before it, were told. */
	const told = new Float64Array(blocks);
	/** What is out, by when it comes. */
	const out: number[] = [];
	let asker = 0;
	let work = 0;
	for (let block = 0; block < blocks; block += 1) {
		// Room in front: the oldest that came makes it, or the one that is told.
		if (out.length >= ahead) asker = Math.max(asker, out.shift() ?? 0);
		if (block >= open) asker = Math.max(asker, told[block - open] ?? 0);
		asker += cost.asker;
		const begun = Math.max(asker, free[0] ?? 0);
		const slow = random() < STRAGGLERS.part ? STRAGGLERS.times : 1;
		const dies = random() < deaths;
		const took = cost.worker * (0.8 + 0.4 * random()) * slow;
		const came = begun + took + (dies ? RECOVERY : 0);
		work += took;
		replaceLeast(free, came);
		told[block] = Math.max(came, told[block - 1] ?? 0);
		insert(out, came);
	}
	const seconds = told[blocks - 1] ?? 0;
	return { seconds, busy: work / (seconds * threads) };
}

/** Seconds of a block at a worker, stragglers among them. */
export function meanWork({ worker }: BlockCost): number {
	return worker * (1 + STRAGGLERS.part * (STRAGGLERS.times - 1));
}

/** The slower of the workers and of who asks, and the last block's tail. */
export function modelled(
	cost: BlockCost,
	{ blocks, threads, deaths }: Fleet,
): number {
	const byWorkers = (blocks * (meanWork(cost) + deaths * RECOVERY)) / threads;
	const byAsker = blocks * cost.asker;
	const tail = deaths > 0 ? RECOVERY : cost.worker * STRAGGLERS.times;
	return Math.max(byWorkers, byAsker) + tail;
}

/** So many threads one asking process keeps busy. */
export function mostThreads(cost: BlockCost): number {
	return meanWork(cost) / cost.asker;
}

function insert(sorted: number[], value: number): void {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	sorted.splice(low, 0, value);
}

/** Puts a value in the place of the least one of a heap. */
function replaceLeast(heap: Float64Array, value: number): void {
	let at = 0;
	for (;;) {
		let below = 2 * at + 1;
		if ((heap[below + 1] ?? Infinity) < (heap[below] ?? Infinity)) below += 1;
		const least = heap[below] ?? Infinity;
		if (value <= least) break;
		heap[at] = least;
		at = below;
	}
	heap[at] = value;
}
