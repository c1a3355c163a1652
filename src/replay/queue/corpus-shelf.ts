import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../../error-message.ts";
import type { Clock } from "../../time/clock.ts";
import { stopwatch } from "../../time/stopwatch.ts";
import type { JobPiece } from "./block-job.ts";
import { sha256 } from "./engine-version.ts";
import { LARGEST_PIECE, readRange } from "./piece-bytes.ts";

/** Thrown where a worker has not the corpus of a block. */
export class NoPieceError extends Error {
	override readonly name = "NoPieceError";
}

/** A folder is looked through again after so many milliseconds, where a file is missing. */
const STALE = 5000;
/** Milliseconds that a fetch may take. */
const PATIENCE = 60_000;

/**
 * What a worker has of corpora. A part of a file is known by its hash: whatever the
 * file is called, and whatever stands in its other parts.
 */
export class CorpusShelf {
	private readonly folders: readonly string[];
	private readonly token: string | null;
	private bySize = new Map<number, string[]>();
	private seen = Number.NEGATIVE_INFINITY;
	private looked: Promise<void> = Promise.resolve();
	/** The file in which a piece of such a size was found last. */
	private readonly known = new Map<number, string>();

	private readonly clock: Clock;

	/** @param token for those who serve corpora */
	constructor(folders: readonly string[], token: string | null, clock: Clock) {
		this.clock = clock;
		this.folders = folders;
		this.token = token;
	}

	/**
	 * The bytes of a piece.
	 * @param corpusAt where else they are; null for nowhere
	 * @throws NoPieceError
	 */
	async bytesOf(piece: JobPiece, corpusAt: string | null): Promise<Uint8Array> {
		if (piece.to - piece.from > LARGEST_PIECE)
			throw new NoPieceError(`${piece.name}: a part of more than 64 MiB`);
		const own = await this.onDisk(piece);
		if (own !== null) return own;
		if (corpusAt === null)
			throw new NoPieceError(
				`no file here has these bytes of ${piece.name}: ${hashText(piece)}`,
			);
		return await this.fetched(piece, corpusAt);
	}

	private async onDisk(piece: JobPiece): Promise<Uint8Array | null> {
		const found = await this.among(piece);
		if (found !== null) return found;
		if (stopwatch() - this.seen >= STALE) {
			this.seen = stopwatch();
			this.looked = this.look();
		}
		// Another thread's block may have begun to look.
		await this.looked;
		return await this.among(piece);
	}

	private async among(piece: JobPiece): Promise<Uint8Array | null> {
		const { size } = piece;
		const last = this.known.get(size);
		const files = this.bySize.get(size) ?? [];
		for (const file of last === undefined ? files : [last, ...files]) {
			const bytes = await bytesIn(file, piece);
			if (bytes === null) continue;
			this.known.set(size, file);
			return bytes;
		}
		return null;
	}

	private async look(): Promise<void> {
		const bySize = new Map<number, string[]>();
		for (const folder of this.folders)
			for (const entry of await readdir(folder, {
				recursive: true,
				withFileTypes: true,
			})) {
				if (!entry.isFile()) continue;
				const file = join(entry.parentPath, entry.name);
				const found = await stat(file).catch(() => null);
				if (found === null) continue;
				const others = bySize.get(found.size) ?? [];
				others.push(file);
				bySize.set(found.size, others);
			}
		this.bySize = bySize;
	}

	private async fetched(
		piece: JobPiece,
		corpusAt: string,
	): Promise<Uint8Array> {
		if (piece.from === piece.to) return new Uint8Array();
		const { clock } = this;
		const over = new AbortController();
		const cancel = clock.at(clock.now() + PATIENCE, () => over.abort());
		try {
			const bytes = await this.asked(piece, corpusAt, over.signal);
			if (sha256(bytes) === piece.sha256) return bytes;
			throw new NoPieceError(`other bytes: not ${hashText(piece)}`);
		} catch (error) {
			const cause = error instanceof Error ? error.cause : null;
			throw new NoPieceError(
				`${corpusAt} does not give ${piece.name}: ${messageOf(cause ?? error)}`,
			);
		} finally {
			cancel();
		}
	}

	private async asked(
		{ from, to, name }: JobPiece,
		corpusAt: string,
		signal: AbortSignal,
	): Promise<Uint8Array> {
		if (this.token === null)
			throw new NoPieceError("ALARMPANEL_CORPUS_TOKEN is not set here");
		const url = new URL("/piece", corpusAt);
		url.searchParams.set("file", name);
		const response = await fetch(url, {
			headers: {
				Authorization: `Bearer ${this.token}`,
				Range: `bytes=${from}-${to - 1}`,
			},
			redirect: "error",
			signal,
		});
		const length = Number(response.headers.get("Content-Length") ?? Number.NaN);
		if (response.status === 206 && length === to - from)
			return new Uint8Array(await response.arrayBuffer());
		await response.body?.cancel();
		throw new NoPieceError(
			response.status === 206
				? `${length} bytes and not ${to - from}`
				: `HTTP ${response.status}`,
		);
	}
}

/** The bytes of a piece, where they are in this file. */
async function bytesIn(
	file: string,
	{ from, to, size, sha256: wanted }: JobPiece,
): Promise<Uint8Array | null> {
	try {
		const handle = await open(file);
		try {
			if ((await handle.stat()).size !== size) return null;
			const bytes = await readRange(handle, from, to);
			return sha256(bytes) === wanted ? bytes : null;
		} finally {
			await handle.close();
		}
	} catch {
		return null;
	}
}

function hashText({ sha256, from, to }: JobPiece): string {
	return `bytes ${from} to ${to}, sha256 ${sha256.slice(0, 16)}…`;
}
