import { stat, writeFile } from "node:fs/promises";
import { replaceFile, targetOf } from "./durable-file.ts";
import { FileWriteError } from "./file-write-error.ts";
import { codeOf } from "./system-error.ts";
import { removeOrphans } from "./temporary-file.ts";

/** What a new file may be read and written by, as far as the umask lets it. */
const NEW = 0o666;

/**
 * Puts a text in the place of a file that a user named: at every instant the file
 * is the old one or the new one. A link stays a link. What is no plain file, such
 * as a pipe, is written into.
 *
 * @param mode of the file, 0o600 for one that holds secrets; null keeps the mode of
 *   the old file
 * @throws FileWriteError; the old file is still there
 */
export async function replaceUserFile(
	file: string,
	text: string,
	mode: number | null = null,
): Promise<void> {
	try {
		const target = await targetOf(file);
		const old = await stat(target).catch((error) => {
			if (codeOf(error) !== "ENOENT") throw error;
			return null;
		});
		if (old !== null && !old.isFile()) {
			await writeFile(target, text);
			return;
		}
		await removeOrphans(target);
		const kept = old === null ? NEW & ~process.umask() : old.mode & 0o777;
		await replaceFile(target, text, { mode: mode ?? kept });
	} catch (error) {
		throw new FileWriteError(file, error);
	}
}
