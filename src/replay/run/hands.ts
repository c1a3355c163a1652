import type { Block } from "../corpus/corpus-blocks.ts";
import type { FileNames } from "../corpus/file-names.ts";
import type { BlockResult } from "./block-result.ts";
import type { BlockRunner, RunSettings } from "./run-block.ts";

/**
 * Who runs the blocks of a corpus: this thread, threads of this process, or
 * workers at a queue. The results are the same.
 */
export interface Hands {
	/** What they are given at once, in bytes; absent for the usual. */
	readonly blockSize?: number;
	/**
	 * Runs blocks and hands over every result once, in the order of the blocks.
	 * @throws what the system says where a file cannot be read
	 */
	run(work: Work): Promise<void>;
}

export interface Work {
	/** In order. */
	readonly blocks: AsyncIterable<Block>;
	readonly settings: RunSettings;
	readonly names: FileNames;
	/** Runs blocks in this thread. */
	readonly runner: BlockRunner;
	/** Is given the result of each block in order; false stops. */
	readonly take: TakeResult;
}

export type TakeResult = (
	block: Block,
	result: BlockResult,
) => boolean | Promise<boolean>;

/** This thread: one block after the other. */
export const hereHands: Hands = {
	async run({ blocks, runner, take }) {
		for await (const block of blocks)
			if (!(await take(block, await runner.run(block)))) return;
	},
};
