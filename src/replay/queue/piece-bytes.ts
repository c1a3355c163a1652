import { type FileHandle, open, stat } from "node:fs/promises";
import { isStream } from "../corpus/byte-source.ts";
import type { CorpusPiece } from "../corpus/corpus-blocks.ts";
import { NoCorpusError } from "../corpus/corpus-files.ts";

const LF = 10;
const STEP = 64 * 1024;
/** A line is at most so long, in bytes. */
const LONGEST_LINE = 8 * 1024 * 1024;
/** The largest piece that travels, in bytes: a whole transcript may be so large. */
export const LARGEST_PIECE = 64 * 1024 * 1024;

/** Exactly the lines of a piece. */
export interface PieceBytes {
	/** Where they begin in the file, in bytes. */
	readonly from: number;
	readonly bytes: Buffer;
	/** Of the whole file, in bytes. */
	readonly size: number;
}

/**
 * The bytes of a piece; null for one that cannot be read from elsewhere: a pipe, a
 * packed file, or one that is too large.
 * @throws what the system says where the file cannot be read
 * @throws NoCorpusError for a line that is too long
 */
export async function pieceBytes({
	file,
	range,
}: CorpusPiece): Promise<PieceBytes | null> {
	if (isStream(file)) return null;
	const found = await stat(file);
	if (!found.isFile()) return null;
	if (range === null && found.size > LARGEST_PIECE) return null;
	const handle = await open(file);
	try {
		const { size } = found;
		const from = range === null ? 0 : await lineStart(handle, range.from, file);
		const to =
			range === null || range.to >= size
				? size
				: await lineStart(handle, range.to, file);
		return { from, size, bytes: await readRange(handle, from, to) };
	} finally {
		await handle.close();
	}
}

/**
 * The bytes from `from` up to but without `to`, in memory of their own.
 * @throws NoCorpusError where the file has become shorter
 */
export async function readRange(
	handle: FileHandle,
	from: number,
	to: number,
): Promise<Buffer> {
	const bytes = Buffer.allocUnsafeSlow(Math.max(0, to - from));
	for (let filled = 0; filled < bytes.length; ) {
		const { bytesRead } = await handle.read(
			...([bytes, filled, bytes.length - filled, from + filled] as const),
		);
		if (bytesRead === 0)
			throw new NoCorpusError("a file of the corpus has become shorter");
		filled += bytesRead;
	}
	return bytes;
}

/** Where the first line begins that begins at `at` or later. */
async function lineStart(
	handle: FileHandle,
	at: number,
	file: string,
): Promise<number> {
	if (at === 0) return 0;
	const buffer = Buffer.allocUnsafe(STEP);
	for (let place = at - 1; place - at < LONGEST_LINE; ) {
		const { bytesRead } = await handle.read(buffer, 0, STEP, place);
		const lf = buffer.subarray(0, bytesRead).indexOf(LF);
		if (lf !== -1) return place + lf + 1;
		place += bytesRead;
		if (bytesRead === 0) return place;
	}
	throw new NoCorpusError(
		`${file}: a line of more than ${LONGEST_LINE / 1024 / 1024} MiB`,
	);
}
