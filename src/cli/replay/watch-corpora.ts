import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname } from "node:path";
import { messageOf } from "../../error-message.ts";
import { corpusFiles } from "../../replay/corpus/corpus-files.ts";
import { stampOf } from "../../store/file-stamp.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";

/** Milliseconds after a change: an editor may write a file in several steps. */
const SETTLED = 100;

/**
 * Calls `work` now, and again whenever what files, folders and globs stand for has
 * changed, until `ended`; a report that is written beside it is no change. It never
 * runs twice at once: a change during `work` starts it again afterwards.
 *
 * @param isEvery whether a folder stands for all files below it
 */
export async function watchCorpora(
	names: readonly string[],
	isEvery: boolean,
	clock: Clock,
	ended: Promise<unknown>,
	work: () => Promise<void>,
): Promise<void> {
	let seen: string | null = null;
	let changed = true;
	let isOver = false;
	let wake = () => {};
	const watchers: FSWatcher[] = [];
	for (const { folder, recursive } of names.map(placeOf)) {
		const watcher = watch(folder, { recursive }, () => {
			changed = true;
			wake();
		});
		watchers.push(watcher.on("error", () => {}));
	}
	const over = ended.then(() => {
		isOver = true;
		wake();
	});
	try {
		while (!isOver) {
			if (!changed) {
				await new Promise<void>((resolve) => {
					wake = resolve;
					if (isOver || changed) resolve();
				});
				if (!isOver) await Promise.race([wait(clock, SETTLED), over]);
				continue;
			}
			changed = false;
			const now = await contentOf(names, isEvery);
			if (now === seen) continue;
			seen = now;
			await work();
		}
	} finally {
		for (const watcher of watchers) watcher.close();
	}
}

/** Tells one content of corpora from another, without reading it. */
async function contentOf(
	names: readonly string[],
	isEvery: boolean,
): Promise<string> {
	try {
		const files = await corpusFiles(names, isEvery);
		const stamps = files.map(async (file) => [file, await stampOf(file)]);
		return JSON.stringify(await Promise.all(stamps));
	} catch (error) {
		return messageOf(error);
	}
}

/** Where changes of a name are seen. */
interface Place {
	readonly folder: string;
	readonly recursive: boolean;
}

function placeOf(name: string): Place {
	const found = statSync(name, { throwIfNoEntry: false });
	if (found?.isDirectory()) return { folder: name, recursive: true };
	if (found !== undefined) return { folder: dirname(name), recursive: false };
	const [before = ""] = name.split(/[*?[{(!+@]/, 1);
	const folder = before.replace(/[/\\]?[^/\\]*$/, "");
	return { folder: folder || ".", recursive: true };
}
