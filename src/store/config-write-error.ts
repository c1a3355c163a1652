import { basename } from "node:path";
import { reasonOf } from "./system-error.ts";

/** A file that could not be written. It still holds what it held before. */
export class ConfigWriteError extends Error {
	override readonly name = "ConfigWriteError";
	readonly file: string;

	constructor(file: string, cause: unknown) {
		super(`${basename(file)} cannot be written: ${reasonOf(cause)}`, { cause });
		this.file = file;
	}
}
