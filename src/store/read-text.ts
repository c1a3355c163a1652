import { isUtf8 } from "node:buffer";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { shellWord } from "../../grammar/message/shell-word.ts";
import { textPlace } from "./json/text-place.ts";

/** Most bytes of a file that is read whole. */
export const MOST_TEXT = 32 * 1024 * 1024;

/** What others may do with a file. */
const OTHERS = 0o077;

interface ReadOptions {
	readonly follow?: boolean;
	readonly own?: boolean;
	readonly most?: number;
}

/**
 * What was to be read is no file of text for us: one of a secret that others can read, a pipe, a device, a link, far too much, or
 * bytes that are not UTF-8.
 */
export class NoTextFileError extends Error {
	override readonly name = "NoTextFileError";
}

/**
 * Reads a file of UTF-8 whole. It does not wait for a pipe's writer, and does not
 * read a device without an end.
 * @param options.most bytes of it
 * @param options.follow whether the name may be a symbolic link
 * @param options.own whether it holds a secret: it is refused where others can read it
 * @throws NoTextFileError, or a system error
 */
export async function readText(
	file: string,
	options: ReadOptions = {},
): Promise<string> {
	return textOf(await readBytes(file, options));
}

/**
 * The same of a file whose content does not matter yet: what is no UTF-8 comes as
 * U+FFFD.
 * @throws NoTextFileError, or a system error
 */
export async function readAnyText(file: string): Promise<string> {
	return (await readBytes(file)).toString("utf8");
}

/**
 * Bytes as text. Bytes of another encoding are refused: they would be read as
 * another text than the file holds.
 * @throws NoTextFileError with line and column
 */
export function textOf(bytes: Buffer): string {
	const text = bytes.toString("utf8");
	if (isUtf8(bytes)) return text;
	if (isUtf16(bytes)) throw new NoTextFileError(UTF16);
	const { start, message } = placeNotUtf8(bytes) ?? { start: 0, message: "" };
	const { line, column } = textPlace(text, start);
	throw new NoTextFileError(`line ${line}, column ${column}: ${message}`);
}

/**
 * The bytes of a file that holds text, or did until the power failed.
 * @throws NoTextFileError, or a system error
 */
export async function readBytes(
	file: string,
	{ follow = true, own = false, most = MOST_TEXT }: ReadOptions = {},
): Promise<Buffer> {
	// Windows has neither flag.
	const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
	const flags = O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW);
	const handle = await open(file, flags);
	try {
		const stat = await handle.stat();
		if (!stat.isFile() && !stat.isDirectory())
			throw new NoTextFileError("it is no regular file");
		// Windows knows no such modes.
		const isForOwner =
			process.platform === "win32" || (stat.mode & OTHERS) === 0;
		// What is wrong with a folder is that it is one.
		if (own && !isForOwner && !stat.isDirectory())
			throw new NoTextFileError(
				`others can read it; chmod 600 ${shellWord(file)} and use it then`,
			);
		if (stat.size > most)
			throw new NoTextFileError(`it is larger than ${most / 1024 / 1024} MB`);
		return await handle.readFile();
	} finally {
		await handle.close();
	}
}

/** A place in a text, counted in characters from 0, and what is wrong there. */
export interface OddPlace {
	readonly start: number;
	readonly message: string;
}

export const NUL = "a NUL character: this is no text";

const NOT_UTF8 = "a byte that is not UTF-8; iconv converts other encodings";

export const UTF16 =
	"this file is UTF-16; save it as UTF-8, or iconv -f UTF-16 -t UTF-8";

/** Whether bytes begin with the mark that Windows puts in front of UTF-16. */
export function isUtf16(bytes: Buffer): boolean {
	const [first, second] = bytes;
	return (
		(first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
	);
}

/** Where bytes are no text in UTF-8; null where they are. */
export function oddPlace(bytes: Buffer): OddPlace | null {
	const byte = isUtf8(bytes) ? null : placeNotUtf8(bytes);
	const nul = bytes.indexOf(0);
	if (nul === -1) return byte;
	const start = bytes.toString("utf8", 0, nul).length;
	return byte !== null && byte.start < start ? byte : { start, message: NUL };
}

/** The first place at which bytes are not UTF-8; null where they are. */
export function placeNotUtf8(bytes: Buffer): OddPlace | null {
	const written = Buffer.from(bytes.toString("utf8"));
	if (written.equals(bytes)) return null;
	// What is written in place of bad bytes is another text from there on.
	let at = 0;
	while (at < written.length && written[at] === bytes[at]) at += 1;
	while (at > 0 && isInsideCharacter(written[at])) at -= 1;
	return { start: written.toString("utf8", 0, at).length, message: NOT_UTF8 };
}

function isInsideCharacter(byte: number | undefined): boolean {
	return byte !== undefined && (byte & 0xc0) === 0x80;
}
