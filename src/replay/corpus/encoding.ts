import { isUtf16, UTF16 } from "../../store/read-text.ts";
import { NoCorpusError } from "./corpus-files.ts";

/**
 * A corpus is UTF-8. Windows saves text as UTF-16 too, which would be read as other
 * texts.
 * @param bytes the first of the file
 * @throws NoCorpusError
 */
export function refuseUtf16(file: string, bytes: Buffer): void {
	if (isUtf16(bytes)) throw new NoCorpusError(`${file}:1:1: ${UTF16}`);
}

/** Chunks of UTF-8, cut anew so that none ends inside a character. */
export async function* wholeCharacters(
	chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
	let rest: Buffer = Buffer.alloc(0);
	for await (const chunk of chunks) {
		const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		const end = bytes.length - unfinished(bytes);
		rest = bytes.subarray(end);
		if (end > 0) yield bytes.subarray(0, end);
	}
	if (rest.length > 0) yield rest;
}

/** How many bytes at the end are the beginning of a character. */
function unfinished(bytes: Buffer): number {
	for (let back = 1; back <= 3; back += 1) {
		const byte = bytes.at(-back) ?? 0;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) {
			const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return length > back ? back : 0;
		}
	}
	return 0;
}
