/*
 * A simulation of a replay by a thousand workers: stragglers, workers that die, and
 * one asking process that hands out and takes in block by block. It checks the model
 * of cost in docs/scale.md, and prints both. Virtual time; the same seed, the same
 * figures.
 */
import { seededRandom } from "../random.ts";

/** Seconds of a processor; docs/scale.md says how they were measured. */
const BLOCK = 0.29;
const ASKER = 0.0064;
/** A part of the blocks takes so many times as long. */
const STRAGGLERS = { part: 0.02, times: 10 };
/** Until a dead worker's block is handed out again. */
const RECOVERY = 15;

interface Fleet {
	readonly blocks: number;
	readonly workers: number;
	/** Part of the blocks whose worker dies. */
	readonly deaths: number;
	/** Blocks that are handed out and have not come, at most. */
	readonly ahead: number;
	/** Blocks that are not told, at most. */
	readonly open: number;
}

interface Ran {
	readonly seconds: number;
	/** Part of the workers' time in which they work. */
	readonly busy: number;
}

function simulated({ blocks, workers, deaths, ahead, open }: Fleet): Ran {
	const { integer } = seededRandom(7);
	const random = () => integer(0, 999_999) / 1e6;
	/** When each worker is free; a heap would be faster, and this is fast enough. */
	const free = new Float64Array(workers);
	const came = new Float64Array(blocks);
	/** When the block, and all before it, were told. */
	const told = new Float64Array(blocks);
	/** What is out, by when it comes. */
	const out: number[] = [];
	let asker = 0;
	let work = 0;
	for (let block = 0; block < blocks; block += 1) {
		// Room in front: the oldest that came makes it, or the one that is told.
		if (out.length >= ahead) asker = Math.max(asker, smallest(out));
		if (block >= open) asker = Math.max(asker, told[block - open] ?? 0);
		asker += ASKER;
		const seat = indexOfLeast(free);
		const begun = Math.max(asker, free[seat] ?? 0);
		const slow = random() < STRAGGLERS.part ? STRAGGLERS.times : 1;
		const dies = random() < deaths;
		const took = BLOCK * (0.8 + 0.4 * random()) * slow;
		work += took;
		free[seat] = begun + took + (dies ? RECOVERY : 0);
		came[block] = begun + took + (dies ? RECOVERY : 0);
		told[block] = Math.max(came[block] ?? 0, told[block - 1] ?? 0);
		insert(out, came[block] ?? 0);
	}
	const seconds = told[blocks - 1] ?? 0;
	return { seconds, busy: work / (seconds * workers) };
}

/** The model: the slower of the workers and the asker, and the last block's tail. */
function modelled({ blocks, workers, deaths }: Fleet): number {
	const mean = BLOCK * (1 + STRAGGLERS.part * (STRAGGLERS.times - 1));
	const byWorkers = (blocks * (mean + deaths * RECOVERY)) / workers;
	const byAsker = blocks * ASKER;
	const tail = deaths > 0 ? RECOVERY : BLOCK * STRAGGLERS.times;
	return Math.max(byWorkers, byAsker) + tail;
}

function smallest(sorted: number[]): number {
	return sorted.shift() ?? 0;
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

function indexOfLeast(values: Float64Array): number {
	let at = 0;
	for (let each = 1; each < values.length; each += 1)
		if ((values[each] ?? 0) < (values[at] ?? 0)) at = each;
	return at;
}

const BLOCKS = 60_000;
let isWrong = false;
console.log(
	"workers  deaths   open    seconds   busy   model    simulated/model",
);
for (const workers of [2, 10, 30, 70, 100, 300, 1000])
	for (const deaths of [0, 1e-4])
		for (const open of [4 * workers, 16_384]) {
			const ahead = Math.max(16, Math.min(4096, 4 * workers));
			const fleet = { blocks: BLOCKS, workers, deaths, ahead, open };
			const { seconds, busy } = simulated(fleet);
			const model = modelled(fleet);
			const ratio = seconds / model;
			// The model is of the product, which keeps 16,384 blocks open.
			if (open === 16_384 && Math.abs(ratio - 1) > 0.25) isWrong = true;
			console.log(
				`${String(workers).padStart(7)}${String(deaths).padStart(8)}${String(open).padStart(7)}${seconds.toFixed(1).padStart(11)}${busy.toFixed(2).padStart(7)}${model.toFixed(1).padStart(8)}${ratio.toFixed(2).padStart(10)}`,
			);
		}
if (isWrong) process.exitCode = 1;
