import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname, extname } from "node:path";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";

/** Milliseconds after a change: an editor may write a file in several steps. */
const SETTLED = 100;

/**
 * Calls `work` now, and again whenever a watched file, folder or glob changes,
 * until `ended`. It never runs twice at once: a change during `work` starts it
 * again afterwards.
 */
export async function watchCorpora(
	names: readonly string[],
	clock: Clock,
	ended: Promise<unknown>,
	work: () => Promise<void>,
): Promise<void> {
	let changed = true;
	let isOver = false;
	let wake = () => {};
	const watchers: FSWatcher[] = [];
	for (const { folder, recursive, isMeant } of names.map(placeOf)) {
		const watcher = watch(folder, { recursive }, (_, file) => {
			if (file !== null && !isMeant(file)) return;
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
			await work();
		}
	} finally {
		for (const watcher of watchers) watcher.close();
	}
}

interface Place {
	readonly folder: string;
	readonly recursive: boolean;
	/** Whether a file in the folder is a corpus; a report beside it is not. */
	isMeant(file: string): boolean;
}

function placeOf(name: string): Place {
	if (statSync(name, { throwIfNoEntry: false })?.isDirectory())
		return {
			folder: name,
			recursive: true,
			isMeant: (file) => /\.(smst|jsonl|ndjson)$/.test(file),
		};
	const [, before] = /^([^*?[{(!]*)[*?[{(!]/.exec(name) ?? [];
	if (before !== undefined)
		return {
			folder: before.replace(/[/\\]?[^/\\]*$/, "") || ".",
			recursive: true,
			isMeant: (file) => file.endsWith(extname(name)),
		};
	return {
		folder: dirname(name),
		recursive: false,
		isMeant: (file) => file === basename(name),
	};
}
