import { fstatSync } from "node:fs";
import { FileWriteError } from "../../store/file-write-error.ts";
import { writeWhole } from "../../store/whole-write.ts";

let isFile: boolean | null = null;

/**
 * Writes all of a text on stdout. Into a file node writes once and does not look
 * whether the disk took all of it; this does.
 * @returns false where the reader is slow: then `drain` follows
 * @throws FileWriteError
 */
export function writeOut(text: string): boolean {
	isFile ??= !process.stdout.isTTY && isOnDisk();
	if (!isFile) return process.stdout.write(text);
	try {
		writeWhole(1, text);
	} catch (error) {
		throw new FileWriteError("stdout", error);
	}
	return true;
}

function isOnDisk(): boolean {
	try {
		const found = fstatSync(1);
		return found.isFile() || found.isCharacterDevice();
	} catch {
		return false;
	}
}
