import type { Block } from "../corpus/corpus-blocks.ts";
import type { BlockResult } from "../run/block-result.ts";
import type { JobPiece } from "./block-job.ts";
import { sha256 } from "./engine-version.ts";
import { pieceBytes } from "./piece-bytes.ts";

/** A block of a run that workers are asked to run. */
export interface AskedBlock {
	readonly at: number;
	readonly block: Block;
	/** Null where it cannot travel, and is run by whoever asks. */
	pieces: readonly JobPiece[] | null;
	/** Of the hashes of the pieces. */
	readonly sha256: string;
	result: BlockResult | null;
	/** Characters of the result's text. */
	held: number;
	/** Whether the result was known from an earlier start. */
	isKnown: boolean;
}

/**
 * Makes jobs' pieces of a block: exact bytes, and their hash.
 * @param nameOf the name that people know of a file
 * @throws what the system says where a file cannot be read
 */
export async function askedBlock(
	at: number,
	block: Block,
	nameOf: (file: string) => string,
): Promise<AskedBlock> {
	const pieces: JobPiece[] = [];
	let canTravel = true;
	for (const piece of block.pieces) {
		const found = await pieceBytes(piece);
		if (found === null) {
			canTravel = false;
			continue;
		}
		const { from, bytes, size } = found;
		const to = from + bytes.length;
		pieces.push({
			name: nameOf(piece.file),
			size,
			from,
			to,
			sha256: sha256(bytes),
		});
	}
	return {
		at,
		block,
		pieces: canTravel ? pieces : null,
		sha256: sha256(Buffer.from(pieces.map((each) => each.sha256).join(" "))),
		result: null,
		held: 0,
		isKnown: false,
	};
}
