import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { platform } from "node:process";
import { repeatedKeys } from "../../store/json/repeated-keys.ts";
import { readText } from "../../store/read-text.ts";

/** What is unwise about a panel's file: how it lies on the disk, and keys that it has twice. */
export async function fileRemarks(file: string): Promise<readonly string[]> {
	const repeated = [...repeatedKeys(await readText(file))];
	const keys = new Set(repeated.map(({ path }) => path.join(".")));
	return [
		...[...keys].map((key) => `${key} stands there twice; the last one counts`),
		...(await diskRemarks(file)),
	];
}

async function diskRemarks(file: string): Promise<readonly string[]> {
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
