import { link, readFile } from "node:fs/promises";
import { format, parse } from "node:path";
import { createFile } from "./durable-file.ts";
import { codeOf } from "./system-error.ts";

/**
 * Keeps a file under another name beside it before it is replaced:
 * `panel-config.edited.json`, or the next free name. It is the same file, so that an
 * editor that still writes into it loses nothing.
 * @returns the new name
 */
export async function keepEdited(target: string): Promise<string> {
	const { dir, name, ext } = parse(target);
	for (let copy = 1; ; copy += 1) {
		const suffix = copy === 1 ? "edited" : `edited-${copy}`;
		const kept = format({ dir, name: `${name}.${suffix}`, ext });
		try {
			await link(target, kept);
			return kept;
		} catch (error) {
			if (codeOf(error) === "EEXIST") continue;
			if (codeOf(error) === "ENOENT") throw error;
		}
		try {
			// A disk without hard links.
			await createFile(kept, await readFile(target, "utf8"));
			return kept;
		} catch (error) {
			if (codeOf(error) !== "EEXIST") throw error;
		}
	}
}
