const LF = 10;
const CR = 13;
const BOM = Buffer.from("\uFEFF");

/** A part of a file that begins on a line, counted from 1. */
export interface BytesOnLine {
	readonly line: number;
	readonly bytes: Buffer;
}

/**
 * The bytes of a CSV that its parser has got, for places: the parser tells where a row
 * ends, and neither what stands there nor always on which line.
 */
export class RowBytes {
	/** In order; the first one may be used up in part. */
	private chunks: Buffer[] = [];
	/** Where the first chunk begins in the file. */
	private from = 0;
	/** Lines that have ended. */
	lines = 0;
	private isBeginning = true;
	/** What ends a line; null before the first one. */
	private lineEnd: number | null = null;

	/** The chunk must not change any more. */
	add(chunk: Buffer): void {
		this.chunks.push(chunk);
	}

	/** The row that ends there, without the empty lines in front of it. */
	upTo(end: number): BytesOnLine {
		let length = Math.max(0, end - this.from);
		const pieces: Buffer[] = [];
		while (length > 0) {
			const [first] = this.chunks;
			if (first === undefined) break;
			const piece = first.subarray(0, length);
			pieces.push(piece);
			length -= piece.length;
			this.from += piece.length;
			if (piece.length === first.length) this.chunks.shift();
			else this.chunks[0] = first.subarray(piece.length);
		}
		const [only] = pieces;
		return this.begun(
			only !== undefined && pieces.length === 1 ? only : Buffer.concat(pieces),
		);
	}

	/** All that is left. */
	rest(): BytesOnLine {
		return this.upTo(Number.POSITIVE_INFINITY);
	}

	private begun(bytes: Buffer): BytesOnLine {
		const hasMark = this.isBeginning && bytes.indexOf(BOM) === 0;
		let start = hasMark ? BOM.length : 0;
		this.isBeginning = false;
		while (bytes[start] === LF || bytes[start] === CR) start += 1;
		this.lineEnd ??= lineEndIn(bytes);
		const line = this.lines + this.lineEnds(bytes.subarray(0, start)) + 1;
		this.lines += this.lineEnds(bytes);
		return { line, bytes: bytes.subarray(start) };
	}

	private lineEnds(bytes: Buffer): number {
		const { lineEnd } = this;
		if (lineEnd === null) return 0;
		let count = 0;
		for (
			let at = bytes.indexOf(lineEnd);
			at !== -1;
			at = bytes.indexOf(lineEnd, at + 1)
		)
			count += 1;
		return count;
	}
}

/** Old files end each line with a CR alone; null where no line has ended yet. */
function lineEndIn(bytes: Buffer): number | null {
	if (bytes.includes(LF)) return LF;
	return bytes.includes(CR) ? CR : null;
}
