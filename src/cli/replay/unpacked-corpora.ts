import { createWriteStream, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isStream, unpackedName } from "../../replay/corpus/byte-source.ts";
import { chunksOf } from "../../replay/corpus/content.ts";
import { STDIN } from "../../replay/corpus/corpus-files.ts";
import type { FileNames } from "../../replay/corpus/file-names.ts";

/** Corpora of which every file can be read from any place. */
export interface UnpackedCorpora {
	readonly files: readonly string[];
	/** Files by the names that people know. */
	readonly paths: ReadonlyMap<string, string>;
	/** The names that people know, of those that were unpacked. */
	readonly names: FileNames;
	remove(): Promise<void>;
}

/**
 * Unpacks what is packed, and what comes from standard input, into files for their
 * owner only. They are removed when the process ends, unless it is killed.
 * @throws what the system says where a file can be neither read nor written
 */
export async function unpackedCorpora(
	files: readonly string[],
): Promise<UnpackedCorpora> {
	const names = new Map<string, string>();
	let folder: string | null = null;
	// A signal may end the process where it is.
	const atExit = () => {
		if (folder !== null) rmSync(folder, { recursive: true, force: true });
	};
	process.on("exit", atExit);
	const remove = async () => {
		process.off("exit", atExit);
		if (folder !== null) await rm(folder, { recursive: true, force: true });
	};
	const all: string[] = [];
	try {
		for (const [at, file] of files.entries()) {
			if (!isStream(file)) {
				all.push(file);
				continue;
			}
			folder ??= await mkdtemp(join(tmpdir(), "alarmpanel-"));
			const base =
				file === STDIN ? "stdin.jsonl" : basename(unpackedName(file));
			const path = join(folder, `${at}-${base}`);
			const target = createWriteStream(path, { mode: 0o600, flags: "wx" });
			await pipeline(Readable.from(chunksOf(file)), target);
			names.set(path, file);
			all.push(path);
		}
	} catch (error) {
		await remove();
		throw error;
	}
	const paths = new Map(all.map((path) => [names.get(path) ?? path, path]));
	return { files: all, paths, names, remove };
}
