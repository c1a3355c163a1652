import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import * as zlib from "node:zlib";
import { messageOf } from "../../error-message.ts";
import { codeOf } from "../../store/system-error.ts";
import { NoCorpusError, STDIN } from "./corpus-files.ts";

/** Where the bytes of a corpus come from. */
export interface ByteSource {
	/**
	 * Reads into a part of a buffer; 0 is the end.
	 * @param place in the file; null for what comes next
	 */
	read(
		buffer: Buffer,
		at: number,
		length: number,
		place: number | null,
	): Promise<number>;
	close(): Promise<void>;
}

/** Whether a file is read from its beginning to its end, and cannot be cut. */
export function isStream(file: string): boolean {
	return file === STDIN || packedAs(file) !== null;
}

/** Whether what a file holds comes once: from a pipe, or from what is gone by now. */
export async function comesOnce(file: string): Promise<boolean> {
	if (file === STDIN) return true;
	return await stat(file).then(
		(found) => !found.isFile(),
		() => true,
	);
}

/** The name without the ending of what it is packed with. */
export function unpackedName(file: string): string {
	return file.replace(/\.(gz|zst)$/, "");
}

/**
 * @throws what the system says where the file cannot be read
 * @throws NoCorpusError for zstd where this Node has none
 */
export async function openSource(file: string): Promise<ByteSource> {
	const packed = packedAs(file);
	if (file === STDIN) return streamed(file, process.stdin);
	if (packed === null) {
		const handle = await open(file);
		return {
			async read(buffer, at, length, place) {
				return (await handle.read(buffer, at, length, place)).bytesRead;
			},
			close: () => handle.close(),
		};
	}
	return streamed(file, unpacked(file, packed));
}

/** The bytes of a packed file. */
function unpacked(file: string, packed: Packing): zlib.Gunzip {
	const unpacking = packed === "gzip" ? zlib.createGunzip() : zstd(file);
	const bytes = createReadStream(file);
	// Closing ends both; an error of the file is told by what reads it.
	bytes.once("error", (error) => unpacking.destroy(error));
	unpacking.once("close", () => bytes.destroy());
	return bytes.pipe(unpacking);
}

type Packing = "gzip" | "zstd";

function packedAs(file: string): Packing | null {
	if (file.endsWith(".gz")) return "gzip";
	return file.endsWith(".zst") ? "zstd" : null;
}

/** Node has it from 22.15 on. */
function zstd(file: string): zlib.Gunzip {
	const make: unknown = Reflect.get(zlib, "createZstdDecompress");
	if (typeof make === "function") return make();
	throw new NoCorpusError(
		`${file}: .zst needs Node 22.15 or newer, and this is Node ${process.versions.node}; zstd -d unpacks it`,
	);
}

function streamed(file: string, stream: Readable): ByteSource {
	const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
	let chunk: Buffer = Buffer.alloc(0);
	return {
		async read(buffer, at, length) {
			try {
				while (chunk.length === 0) {
					const next = await chunks.next();
					if (next.done === true) return 0;
					chunk = next.value;
				}
			} catch (error) {
				// Errors of zlib have codes like Z_DATA_ERROR, which are no system's.
				if (!/^(Z_|ZSTD_|ERR_)/.test(codeOf(error) ?? "")) throw error;
				throw new NoCorpusError(
					`${await tornPlace(file)}: it cannot be unpacked: ${messageOf(error)}`,
				);
			}
			const bytes = chunk.copy(buffer, at, 0, length);
			chunk = chunk.subarray(bytes);
			return bytes;
		},
		async close() {
			stream.destroy();
		},
	};
}

/** Where in its text a packed file ends before its time: it is unpacked once more. */
async function tornPlace(file: string): Promise<string> {
	const packed = packedAs(file);
	if (packed === null) return file;
	let lines = 0;
	/** In UTF-16 code units: four bytes of UTF-8 are two, all fewer ones are one. */
	let column = 1;
	let isEmpty = true;
	const stream = unpacked(file, packed).on("data", (chunk: Buffer) => {
		isEmpty = false;
		for (const byte of chunk) {
			if (byte === LINE_FEED) {
				lines += 1;
				column = 1;
			} else if ((byte & 0xc0) !== 0x80) column += byte < 0xf0 ? 1 : 2;
		}
	});
	await finished(stream).catch(() => {});
	return isEmpty ? file : `${file}:${lines + 1}:${column}`;
}

const LINE_FEED = 0x0a;
