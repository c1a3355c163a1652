import { existsSync, lstatSync, statSync } from "node:fs";
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
 * The files behind names of files, folders and globs, each once, whatever links lead to it. A folder stands
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
 * Files of which each has one name: links and dots lead to the same one in many ways. Its
 * own name is kept before that of a link, and the one with the fewest folders in it. A link
 * with another ending is another corpus: the ending says how it is read.
 */
async function eachOnce(files: readonly string[]): Promise<readonly string[]> {
	const folders = new Map<string, string>();
	const best = new Map<string, Name>();
	for (const file of files) {
		const folder = dirname(file);
		const real =
			folders.get(folder) ?? (await realpath(folder).catch(() => folder));
		folders.set(folder, real);
		const place = join(real, basename(file));
		const meant = await linked(place);
		const name = { file, isLink: meant !== place, depth: depthOf(file) };
		const key = `${meant}\0${endingOf(file)}`;
		const other = best.get(key);
		if (other === undefined || isBetter(name, other)) best.set(key, name);
	}
	const kept = new Set([...best.values()].map(({ file }) => file));
	return [...new Set(files)].filter((file) => kept.has(file));
}

/** A name that leads to a file. */
interface Name {
	readonly file: string;
	readonly isLink: boolean;
	readonly depth: number;
}

function isBetter(one: Name, other: Name): boolean {
	if (one.isLink !== other.isLink) return other.isLink;
	return one.depth < other.depth;
}

/** Where a link leads; any other file stays, and a link that leads nowhere. */
async function linked(place: string): Promise<string> {
	// At once: of a hundred thousand files few are links.
	const found = lstatSync(place, { throwIfNoEntry: false });
	if (!found?.isSymbolicLink()) return place;
	return await realpath(place).catch(() => place);
}

function depthOf(file: string): number {
	return file.split(/[/\\]/).length;
}

/** `.jsonl.gz` of `a.b.jsonl.gz`; what is unpacked may be read otherwise. */
function endingOf(file: string): string {
	return /(\.[^./\\]*)?(\.gz|\.zst)?$/.exec(file)?.[0] ?? "";
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
