import { existsSync, statSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { codeOf, reasonOf } from "../../store/system-error.ts";

/** Standard input; `-` on the command line. */
export const STDIN = "/dev/stdin";

/** What a folder stands for, by the ends of names. */
const CORPORA = /\.(smst|jsonl|ndjson)(\.gz|\.zst)?$/;

/** Thrown where there is nothing to replay, or what there is is too large. */
export class NoCorpusError extends Error {
	override readonly name = "NoCorpusError";
}

/** What is said where the system refuses to read a corpus. */
export function unreadable(error: unknown): string {
	const isOfFile =
		error instanceof Error && "path" in error && typeof error.path === "string";
	const file = isOfFile ? `${error.path}: ` : "";
	const reason =
		codeOf(error) === "ENOENT" ? "the file is gone (ENOENT)" : reasonOf(error);
	return `cannot read the corpus: ${file}${reason}`;
}

/**
 * The files behind names of files, folders and globs, each once. A folder stands
 * for the transcripts and JSON Lines below it, sorted: every machine replays in
 * the same order.
 * @param isEvery whether a folder stands for all files below it
 * @throws NoCorpusError for a name that means no file
 * @throws what the system says where a folder cannot be read
 */
export async function corpusFiles(
	names: readonly string[],
	isEvery = false,
): Promise<readonly string[]> {
	const files: string[] = [];
	for (const name of names)
		for (const file of await meant(name, isEvery)) files.push(file);
	return await eachOnce(files);
}

/**
 * Files of which each has one name: links and dots lead to the same folder in many
 * ways, and the one with the fewest folders in it is kept. A file that has two names
 * of its own is two.
 */
async function eachOnce(files: readonly string[]): Promise<readonly string[]> {
	const folders = new Map<string, string>();
	const shortest = new Map<string, string>();
	for (const file of files) {
		const folder = dirname(file);
		const real =
			folders.get(folder) ?? (await realpath(folder).catch(() => folder));
		folders.set(folder, real);
		const place = join(real, basename(file));
		const other = shortest.get(place);
		if (other === undefined || depthOf(file) < depthOf(other))
			shortest.set(place, file);
	}
	const kept = new Set(shortest.values());
	return [...new Set(files)].filter((file) => kept.has(file));
}

function depthOf(file: string): number {
	return file.split(/[/\\]/).length;
}

async function meant(
	name: string,
	isEvery: boolean,
): Promise<readonly string[]> {
	if (name === STDIN) return [STDIN];
	if (existsSync(name)) {
		if (!statSync(name).isDirectory()) return [name];
		const { filesBelow } = await import("./files-below.ts");
		const found = (await filesBelow(name)).filter(
			(file) => isEvery || CORPORA.test(file),
		);
		if (found.length === 0)
			throw new NoCorpusError(
				`${name}: there is no transcript (.smst) and no JSON Lines (.jsonl) in this folder`,
			);
		const folder = name.replace(/[/\\]+$/, "");
		return found.toSorted().map((file) => `${folder}/${file}`);
	}
	const { globbedFiles } = await import("./globbed-files.ts");
	const found = await globbedFiles(name);
	if (found.length === 0) throw new NoCorpusError(`there is no ${name}`);
	return found.toSorted();
}
