import { isUtf8 } from "node:buffer";
import { NoCorpusError } from "./corpus-files.ts";

/**
 * A corpus is UTF-8. Windows saves text as UTF-16 too, which would be read as other
 * texts.
 * @param bytes the first of the file
 * @throws NoCorpusError
 */
export function refuseUtf16(file: string, bytes: Buffer): void {
	const [first, second] = bytes;
	const isUtf16 =
		(first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	if (isUtf16)
		throw new NoCorpusError(
			`${file}:1:1: this file is UTF-16; save it as UTF-8, or iconv -f UTF-16 -t UTF-8`,
		);
}

export const NUL = "a NUL character: this is no text";

/** Where a line is no text in UTF-8, counted in characters from 0; null where it is. */
export function oddPlace(
	line: Buffer,
): { readonly start: number; readonly message: string } | null {
	const text = line.toString("utf8");
	const nul = text.indexOf("\0");
	if (nul !== -1) return { start: nul, message: NUL };
	if (isUtf8(line)) return null;
	const message = "a byte that is not UTF-8; iconv converts other encodings";
	return { start: Math.max(0, text.indexOf("\ufffd")), message };
}
