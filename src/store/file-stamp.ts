import { stat } from "node:fs/promises";
import { codeOf } from "./system-error.ts";

/**
 * Tells one content of a file from another, without reading it: which file it is, its
 * size and when it was written. A rename keeps it. Null where there is no file.
 */
export async function stampOf(file: string): Promise<string | null> {
	try {
		const { ino, size, mtimeNs } = await stat(file, { bigint: true });
		return `${ino}:${size}:${mtimeNs}`;
	} catch (error) {
		if (codeOf(error) === "ENOENT") return null;
		throw error;
	}
}
