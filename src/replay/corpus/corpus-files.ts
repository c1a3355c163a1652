import { existsSync, statSync } from "node:fs";
import { isAbsolute } from "node:path";
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
	const files = new Set<string>();
	for (const name of names) {
		for (const file of await meant(name, isEvery)) files.add(file);
	}
	return [...files];
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
	const { glob } = await import("tinyglobby");
	const found = await glob(name, {
		absolute: isAbsolute(name),
		expandDirectories: false,
	});
	if (found.length === 0) throw new NoCorpusError(`there is no ${name}`);
	return found.toSorted();
}
