import { comesOnce, openSource } from "./byte-source.ts";
import { NoCorpusError } from "./corpus-files.ts";
import { refuseUtf16 } from "./encoding.ts";

const LF = 10;
const CR = 13;
const BOM = Buffer.from("\uFEFF");

/** What is read at once, and the longest stretch that is handed over at once, in bytes. */
const MEBIBYTE = 1024 * 1024;
const CHUNK = MEBIBYTE + 64 * 1024;
const STRETCH = 4 * 1024;

/** What is read behind a range at once, where its last line may end. In bytes. */
const LAST_LINE = 4 * 1024;

/** What never ends a line, such as /dev/zero, would take all the memory. In bytes. */
const LONGEST_LINE = 8 * MEBIBYTE;

/** What a transcript, which is read as a whole, may take. In bytes. */
const LONGEST_FILE = 64 * MEBIBYTE;

/** A part of a file in bytes: from `from` on, up to but without `to`. */
export interface ByteRange {
	readonly from: number;
	readonly to: number;
}

/**
 * Hands over the lines of a UTF-8 file that begin in a range, several whole lines
 * at a time, with their line ends. The buffer is good until the next call. However
 * a file is cut into ranges, each line comes once. The file is never in memory as a
 * whole.
 *
 * @param range null for all of a file, which may then be a pipe
 * @param take gives false to stop; a promise is waited for
 * @throws what the system says where the file cannot be read
 * @throws NoCorpusError for a line that is too long
 */
export async function eachStretch(
	file: string,
	range: ByteRange | null,
	take: (lines: Buffer) => boolean | Promise<boolean>,
): Promise<void> {
	const source = await openSource(file);
	let buffer = spare ?? Buffer.allocUnsafeSlow(CHUNK);
	spare = null;
	try {
		const to = range?.to ?? Number.POSITIVE_INFINITY;
		// The byte before `from` tells whether a line begins there.
		let start = Math.max(0, (range?.from ?? 0) - 1);
		let inside = range === null || range.from === 0;
		let isFirst = start === 0 && inside;
		let filled = 0;
		for (;;) {
			const room = Math.min(
				buffer.length - filled,
				Math.max(to - start - filled, 0) + LAST_LINE,
			);
			const place = range === null ? null : start + filled;
			const bytesRead = await source.read(buffer, filled, room, place);
			filled += bytesRead;
			const read = buffer.subarray(0, filled);
			const from = inside ? 0 : read.indexOf(LF) + 1;
			inside ||= from > 0;
			// The last line that is ours ends at the first line feed from here on.
			const end = read.indexOf(LF, Math.max(from, to - 1 - start));
			const isEnded = end !== -1 && start + end >= to - 1;
			if (start + from >= to) return;
			const whole = isEnded ? end : read.lastIndexOf(LF);
			const cut = bytesRead === 0 ? filled : Math.max(from, whole + 1);
			if (inside && cut > from) {
				if (isFirst) refuseUtf16(file, read);
				const bare = isFirst ? withoutMark(read, from) : from;
				isFirst = false;
				if (!(await handedOver(read.subarray(bare, cut), take))) return;
			}
			if (isEnded || bytesRead === 0) return;
			const done = inside ? cut : filled;
			read.copyWithin(0, done);
			start += done;
			filled -= done;
			if (filled >= LONGEST_LINE)
				throw new NoCorpusError(
					`${await placeOf(file, start)}: a line of more than ${LONGEST_LINE / MEBIBYTE} MiB`,
				);
			if (filled === buffer.length)
				buffer = Buffer.concat([buffer], 2 * buffer.length);
		}
	} finally {
		// A long line has made it longer than a thread should keep.
		if (buffer.length === CHUNK) spare = buffer;
		await source.close();
	}
}

/** The line that begins at a byte, where the file can be read again. */
async function placeOf(file: string, start: number): Promise<string> {
	if (await comesOnce(file)) return file;
	const source = await openSource(file);
	try {
		const chunk = Buffer.allocUnsafe(CHUNK);
		let line = 1;
		for (let at = 0; at < start; ) {
			const room = Math.min(CHUNK, start - at);
			const bytes = await source.read(chunk, 0, room, null);
			if (bytes === 0) break;
			const read = chunk.subarray(0, bytes);
			for (let lf = read.indexOf(LF); lf !== -1; lf = read.indexOf(LF, lf + 1))
				line += 1;
			at += bytes;
		}
		return `${file}:${line}:1`;
	} finally {
		await source.close();
	}
}

/** The same of bytes that are at hand. */
export async function eachStretchOf(
	file: string,
	bytes: Buffer,
	take: (lines: Buffer) => boolean | Promise<boolean>,
): Promise<void> {
	refuseUtf16(file, bytes);
	await handedOver(bytes.subarray(withoutMark(bytes, 0)), take);
}

/** @returns false where it was stopped */
async function handedOver(
	lines: Buffer,
	take: (lines: Buffer) => boolean | Promise<boolean>,
): Promise<boolean> {
	for (let at = 0; at < lines.length; ) {
		const next = stretchEnd(lines, at, lines.length);
		const taken = take(lines.subarray(at, next));
		if (!(typeof taken === "boolean" ? taken : await taken)) return false;
		at = next;
	}
	return true;
}

function withoutMark(bytes: Buffer, from: number): number {
	return from === 0 && bytes.indexOf(BOM) === 0 ? BOM.length : from;
}

/**
 * All of a file.
 * @throws what the system says where the file cannot be read
 * @throws NoCorpusError for one that is too large
 */
export async function wholeBytes(file: string): Promise<Buffer> {
	const source = await openSource(file);
	try {
		const pieces: Buffer[] = [];
		let size = 0;
		for (;;) {
			const piece = Buffer.allocUnsafe(CHUNK);
			const bytesRead = await source.read(piece, 0, CHUNK, null);
			if (bytesRead === 0) {
				const [first] = pieces;
				if (first !== undefined) refuseUtf16(file, first);
				return Buffer.concat(pieces);
			}
			pieces.push(piece.subarray(0, bytesRead));
			size += bytesRead;
			if (size > LONGEST_FILE)
				throw new NoCorpusError(
					`${file}: a transcript of more than ${LONGEST_FILE / MEBIBYTE} MiB; JSON Lines are read piece by piece`,
				);
		}
	} finally {
		await source.close();
	}
}

/** Memory that was used before is much faster to read into than what is fresh. */
let spare: Buffer | null = null;

/** A character of UTF-8 never has a line feed inside. */
function stretchEnd(bytes: Buffer, from: number, to: number): number {
	if (to - from <= STRETCH) return to;
	const last = bytes.lastIndexOf(LF, from + STRETCH);
	if (last >= from) return last + 1;
	const next = bytes.indexOf(LF, from + STRETCH);
	return next === -1 ? to : Math.min(next + 1, to);
}

/** Where the line that begins at `from` has its line feed, or the end of the lines. */
export function lineEnd(lines: Buffer, from: number): number {
	const lf = lines.indexOf(LF, from);
	return lf === -1 ? lines.length : lf;
}

/** The line that begins at `from`, without its line end at `to`. */
export function lineText(lines: Buffer, from: number, to: number): string {
	const hasReturn = to > from && lines[to - 1] === CR;
	return lines.toString("utf8", from, hasReturn ? to - 1 : to);
}
