import { constants } from "node:fs";
import { open } from "node:fs/promises";

/** Most bytes of a file that is read whole. */
export const MOST_TEXT = 32 * 1024 * 1024;

/** What was to be read is no file of text: a pipe, a device, a link, or far too much. */
export class NoTextFileError extends Error {
	override readonly name = "NoTextFileError";
}

/**
 * The text of a file's bytes, which are UTF-8. Windows saves text as UTF-16 too, with
 * a mark in front: read as UTF-8 it would be other characters.
 * @throws NoTextFileError
 */
export function decoded(bytes: Buffer): string {
	const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
	if (mark === 0xfffe || mark === 0xfeff)
		throw new NoTextFileError(
			"it is UTF-16; save it as UTF-8, or iconv -f UTF-16 -t UTF-8",
		);
	return bytes.toString("utf8");
}

/**
 * Reads a file whole. It does not wait for a pipe's writer, and does not read a
 * device without an end.
 * @param options.most bytes of it
 * @param options.follow whether the name may be a symbolic link
 * @throws NoTextFileError, or a system error
 */
export async function readText(
	file: string,
	{
		follow = true,
		most = MOST_TEXT,
	}: { readonly follow?: boolean; readonly most?: number } = {},
): Promise<string> {
	// Windows has neither flag.
	const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
	const flags = O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW);
	const handle = await open(file, flags);
	try {
		const stat = await handle.stat();
		if (!stat.isFile() && !stat.isDirectory())
			throw new NoTextFileError("it is no regular file");
		if (stat.size > most)
			throw new NoTextFileError(`it is larger than ${most / 1024 / 1024} MB`);
		return decoded(await handle.readFile());
	} finally {
		await handle.close();
	}
}
