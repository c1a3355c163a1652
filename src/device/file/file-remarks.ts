import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { platform } from "node:process";

/** What is unwise about how a panel's file lies on the disk, a sentence each. */
export async function fileRemarks(file: string): Promise<readonly string[]> {
	// Windows knows no such modes.
	if (platform === "win32") return [];
	const { mode, nlink } = await stat(file);
	const name = basename(file);
	return [
		...((mode & 0o077) === 0
			? []
			: [`others may open ${name}, which holds PINs and codes: chmod 600`]),
		...(nlink === 1
			? []
			: [
					`${name} has ${nlink} names (hard links): the panel writes to this one only`,
				]),
	];
}
