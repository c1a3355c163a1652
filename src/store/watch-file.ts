import { on } from "node:events";
import { watch } from "node:fs";
import { basename, dirname } from "node:path";
import { targetOf } from "./durable-file.ts";

/**
 * Yields once at the start, and again whenever the file may have changed. It
 * watches the folder, because a durable write replaces the file, and a watch on
 * the old file would see nothing after that.
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
