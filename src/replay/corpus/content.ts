import type { Found } from "../../conversation/located.ts";
import { openSource } from "./byte-source.ts";
import {
	type ByteRange,
	eachStretch,
	eachStretchOf,
	wholeBytes,
} from "./lines.ts";

/** Gets each conversation or fault; false stops. A promise is awaited. */
export type Take = (found: Found) => boolean | Promise<boolean>;

/** What a corpus holds, wherever it is. */
export interface Content {
	/** Its name. */
	readonly file: string;
	whole(): Promise<Buffer>;
	/** Whole lines, several at a time. */
	eachStretch(
		take: (lines: Buffer) => boolean | Promise<boolean>,
	): Promise<void>;
	/** Chunks of any length. */
	chunks(): AsyncIterable<Buffer>;
}

/** @param range the lines that begin in it; null for all */
export function fileContent(file: string, range: ByteRange | null): Content {
	return {
		file,
		whole: () => wholeBytes(file),
		eachStretch: (take) => eachStretch(file, range, take),
		chunks: () => chunksOf(file),
	};
}

export function bytesContent(file: string, bytes: Buffer): Content {
	return {
		file,
		whole: async () => bytes,
		eachStretch: (take) => eachStretchOf(file, bytes, take),
		async *chunks() {
			yield bytes;
		},
	};
}

/** A corpus' bytes as a stream. */
export async function* chunksOf(file: string): AsyncGenerator<Buffer> {
	const source = await openSource(file);
	try {
		for (;;) {
			const chunk = Buffer.allocUnsafe(CHUNK);
			const bytes = await source.read(chunk, 0, CHUNK, null);
			if (bytes === 0) return;
			yield chunk.subarray(0, bytes);
		}
	} finally {
		await source.close();
	}
}

const CHUNK = 256 * 1024;
