/** Most bytes of a line that a stranger writes, its end not counted. */
const LONGEST_LINE = 64 * 1024;

const CR = 13;
const MARK = Buffer.from("\uFEFF");

/** A line is longer than any that has a meaning. */
export class LineTooLongError extends Error {
	override readonly name = "LineTooLongError";

	constructor(longest: number) {
		super(`a line is longer than ${longest / 1024} kB`);
	}
}

/**
 * The lines of a stream of UTF-8, as `byteLines` cuts it. What is no UTF-8 comes as
 * U+FFFD.
 * @param longest most bytes of a line
 * @throws LineTooLongError, and what the stream throws
 */
export async function* textLines(
	input: AsyncIterable<Uint8Array | string>,
	longest = LONGEST_LINE,
): AsyncGenerator<string, void> {
	for await (const line of byteLines(input, longest))
		yield line.toString("utf8");
}

/**
 * The lines of a stream, without their ends (LF or CRLF); the last one may have
 * none. A byte order mark at the beginning, as editors write it, is no part of the
 * first line. At most one line is kept in memory, and the stream is read only as fast
 * as its lines are taken.
 * @param longest most bytes of a line
 * @throws LineTooLongError, and what the stream throws
 */
export async function* byteLines(
	input: AsyncIterable<Uint8Array | string>,
	longest = LONGEST_LINE,
): AsyncGenerator<Buffer, void> {
	let parts: Buffer[] = [];
	let length = 0;
	let isFirst = true;
	const keep = (bytes: Buffer) => {
		length += bytes.length;
		if (length > longest) throw new LineTooLongError(longest);
		parts.push(bytes);
	};
	const taken = (): Buffer => {
		const line = Buffer.concat(parts);
		const start = isFirst && line.indexOf(MARK) === 0 ? MARK.length : 0;
		isFirst = false;
		parts = [];
		length = 0;
		return line.subarray(start, line.length - (line.at(-1) === CR ? 1 : 0));
	};
	for await (const chunk of input) {
		const bytes = Buffer.from(chunk);
		let start = 0;
		for (;;) {
			const end = bytes.indexOf("\n", start);
			if (end === -1) break;
			keep(bytes.subarray(start, end));
			yield taken();
			start = end + 1;
		}
		if (start < bytes.length) keep(bytes.subarray(start));
	}
	if (length > 0) yield taken();
}
