import { stat } from "node:fs/promises";
import { formOf } from "./corpus.ts";
import type { ByteRange } from "./lines.ts";

/** A part of a corpus that one thread runs at a time: whole files, or a part of one. Plain data. */
export interface Block {
	readonly pieces: readonly CorpusPiece[];
	/** About how much it is, in bytes. */
	readonly size: number;
}

export interface CorpusPiece {
	readonly file: string;
	/** The lines that begin there; null for the whole file. */
	readonly range: ByteRange | null;
}

/** In bytes. Such a block of JSON Lines takes some hundredths of a second. */
export const BLOCK_SIZE = 1024 * 1024;

/**
 * Divides files into blocks of about one size, in order. It cuts only JSON Lines,
 * and puts small files together. A pipe has no size and is one block.
 *
 * @throws what the system says where there is no such file
 */
export async function corpusBlocks(
	files: readonly string[],
	blockSize: number,
): Promise<readonly Block[]> {
	const blocks: Block[] = [];
	let pieces: CorpusPiece[] = [];
	let size = 0;
	const close = () => {
		if (pieces.length > 0) blocks.push({ pieces, size });
		pieces = [];
		size = 0;
	};
	for (const file of files) {
		const found = await stat(file);
		const isCut = found.isFile() && formOf(file) === "json-lines";
		if (!isCut || found.size <= blockSize) {
			pieces.push({ file, range: null });
			size += found.size;
			if (size >= blockSize) close();
			continue;
		}
		close();
		for (let from = 0; from < found.size; from += blockSize) {
			const isLast = from + blockSize >= found.size;
			// Lines that are appended meanwhile belong to the last block.
			const to = isLast ? Number.MAX_SAFE_INTEGER : from + blockSize;
			const part = { file, range: { from, to } };
			blocks.push({
				pieces: [part],
				size: Math.min(blockSize, found.size - from),
			});
		}
	}
	close();
	return blocks;
}
