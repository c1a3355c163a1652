import { stat } from "node:fs/promises";
import { isStream } from "./byte-source.ts";
import { STDIN } from "./corpus-files.ts";
import type { ByteRange } from "./lines.ts";
import { formOf, type Reading, usualReading } from "./reading.ts";

/** A part of a corpus that is run as one: whole files, or a part of one. Plain data. */
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

/**
 * In bytes. Such a block of JSON Lines takes some thousandths of a second, and where
 * all of it fails, its failures are few MB.
 */
export const BLOCK_SIZE = 128 * 1024;

/** Files in a block: a job of a queue names each. */
const MOST_PIECES = 256;

/**
 * Divides files into blocks of about one size, in order. It cuts only JSON Lines,
 * and puts small files together. A pipe has no size and is one block. However
 * large the corpus is, only one block is held at a time.
 *
 * @throws what the system says where there is no such file
 */
export async function* corpusBlocks(
	files: readonly string[],
	blockSize: number,
	reading: Reading = usualReading,
): AsyncGenerator<Block> {
	let pieces: CorpusPiece[] = [];
	let size = 0;
	for (const file of files) {
		const all = await sizeOf(file);
		const isCut = all !== null && formOf(file, reading) === "json-lines";
		if (!isCut || all <= blockSize) {
			pieces.push({ file, range: null });
			size += await corpusSize([file]);
			if (size < blockSize && pieces.length < MOST_PIECES) continue;
			yield { pieces, size };
			pieces = [];
			size = 0;
			continue;
		}
		if (pieces.length > 0) yield { pieces, size };
		pieces = [];
		size = 0;
		for (let from = 0; from < all; from += blockSize) {
			const isLast = from + blockSize >= all;
			// Lines that are appended meanwhile belong to the last block.
			const to = isLast ? Number.MAX_SAFE_INTEGER : from + blockSize;
			yield {
				pieces: [{ file, range: { from, to } }],
				size: Math.min(blockSize, all - from),
			};
		}
	}
	if (pieces.length > 0) yield { pieces, size };
}

/** Each file as a block of its own, in order. */
export async function* wholeFiles(
	files: readonly string[],
): AsyncGenerator<Block> {
	for (const file of files)
		yield { pieces: [{ file, range: null }], size: await corpusSize([file]) };
}

/**
 * The size of files in bytes; pipes have none.
 * @throws what the system says where there is no such file
 */
export async function corpusSize(files: readonly string[]): Promise<number> {
	let size = 0;
	for (const file of files) if (file !== STDIN) size += (await stat(file)).size;
	return size;
}

/** What can be cut has a size; a pipe and a packed file have none. */
async function sizeOf(file: string): Promise<number | null> {
	if (isStream(file)) return null;
	const found = await stat(file);
	return found.isFile() ? found.size : null;
}
