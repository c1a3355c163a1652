import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname } from "node:path";
import type { Clock } from "../time/clock.ts";
import { wait } from "../time/wait.ts";

/** An editor writes a file in several goes; milliseconds until it is done. */
const SETTLED = 100;

/**
 * Does some work now, and again whenever something changes in a folder or beside
 * a file or in front of the first `*` of a glob, until it is to end. One at a
 * time: what changes meanwhile is worked on afterwards.
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
	const note = () => {
		changed = true;
		wake();
	};
	const watchers: FSWatcher[] = [];
	for (const { folder, recursive } of foldersOf(names))
		watchers.push(watch(folder, { recursive }, note).on("error", () => {}));
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

function foldersOf(
	names: readonly string[],
): readonly { readonly folder: string; readonly recursive: boolean }[] {
	const folders = new Map<string, boolean>();
	for (const name of names) {
		const isFolder =
			statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
		const fixed = /[*?[{(!]/.test(name)
			? name.replace(/[/\\]?[^/\\]*[*?[{(!].*$/, "") || "."
			: null;
		const folder = isFolder ? name : (fixed ?? dirname(name));
		const recursive = isFolder || fixed !== null;
		folders.set(folder, recursive || (folders.get(folder) ?? false));
	}
	return Array.from(folders, ([folder, recursive]) => ({ folder, recursive }));
}
