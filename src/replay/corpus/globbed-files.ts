import { type Dirent, readdir, realpath, type Stats, stat } from "node:fs";
import { isAbsolute } from "node:path";
import { type FileSystemAdapter, glob } from "tinyglobby";

/**
 * The files that a glob stands for, in no order; links are followed. A link to what is
 * not there is a file: it is told when it is read.
 * @throws what the system says where a folder cannot be read
 */
export async function globbedFiles(
	pattern: string,
): Promise<readonly string[]> {
	let broken: Error | null = null;
	const fs = {
		readdir: (
			path: string,
			options: { readonly withFileTypes: true },
			done: (error: Error | null, entries?: Dirent[]) => void,
		) =>
			readdir(path, options, (error, entries) => {
				broken ??= error;
				done(error, entries);
			}),
		realpath: (path: string, done: (error: null, real: string) => void) =>
			realpath(path, (error, real) => done(null, error ? path : real)),
		stat: (path: string, done: (error: null, found: Found) => void) =>
			stat(path, (error, found) => done(null, error ? noFolder : found)),
	};
	const found = await glob(pattern, {
		absolute: isAbsolute(pattern),
		expandDirectories: false,
		// It calls them in these ways only, and passes over what they refuse.
		fs: fs as unknown as FileSystemAdapter,
	});
	if (broken !== null) throw broken;
	return found;
}

/** What is asked of a link's end. */
type Found = Pick<Stats, "isDirectory">;

const noFolder: Found = { isDirectory: () => false };
