import { reasonOf } from "./system-error.ts";

/** A file that a user named could not be written. */
export class FileWriteError extends Error {
	override readonly name = "FileWriteError";

	constructor(file: string, cause: unknown) {
		super(`${file} cannot be written: ${reasonOf(cause)}`, { cause });
	}
}
