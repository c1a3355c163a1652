import type { Found } from "../../conversation/located.ts";

/** The names that people know, of files that are read from elsewhere: unpacked ones. */
export type FileNames = ReadonlyMap<string, string>;

export const noNames: FileNames = new Map();

/** What was found, in the file that people know. */
export function named(found: Found, names: FileNames): Found {
	if (names.size === 0) return found;
	const { located, fault } = found;
	const { file } = located ?? fault;
	const name = names.get(file) ?? file;
	return located === null
		? { located, fault: { ...fault, file: name } }
		: { located: { ...located, file: name }, fault };
}
