import { on } from "node:events";
import { watch } from "node:fs";
import { basename, dirname } from "node:path";
import { targetOf } from "./durable-file.ts";

/**
 * Yields once at the start, and whenever the file may have changed since. The
 * folder is watched, because a durable write puts a new file in the place of
 * the old one, and whoever watched that would see nothing any more.
 */
export async function* watchFile(file: string): AsyncGenerator<void, void> {
	const target = await targetOf(file);
	const watcher = watch(dirname(target));
	const changes = on(watcher, "change");
	try {
		yield;
		for await (const [, name] of changes)
			if (name === null || name === basename(target)) yield;
	} finally {
		watcher.close();
	}
}
