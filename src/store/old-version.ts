import { readFile } from "node:fs/promises";
import { format, parse } from "node:path";
import { createFile } from "./durable-file.ts";
import { codeOf } from "./system-error.ts";

/**
 * Keeps a file of an older version beside the one that replaces it, as
 * `panel-config.v0.json`. If a file of that name exists and its text differs, the
 * next free name is taken: `panel-config.v0-2.json`.
 */
export async function keepOld(
	target: string,
	{ version, text }: { readonly version: number; readonly text: string },
): Promise<void> {
	const { dir, name, ext } = parse(target);
	for (let copy = 1; ; copy += 1) {
		const suffix = copy === 1 ? `v${version}` : `v${version}-${copy}`;
		const old = format({ dir, name: `${name}.${suffix}`, ext });
		try {
			await createFile(old, text);
			return;
		} catch (error) {
			if (codeOf(error) !== "EEXIST") throw error;
			if ((await readFile(old, "utf8")) === text) return;
		}
	}
}
