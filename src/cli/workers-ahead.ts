import { statSync } from "node:fs";
import { threadsFor, worth } from "../replay/threads-for.ts";
import { WorkersAhead } from "../replay/worker-start.ts";

/**
 * The threads that a replay of files is sure to want beside its own. Folders and
 * globs are not looked into yet.
 */
export function workersAhead(
	names: readonly string[],
	jobs: number | null,
): WorkersAhead {
	const total = names.reduce((sum, name) => sum + sizeOf(name), 0);
	const threads = Math.min(threadsFor(jobs, total), worth(total));
	return new WorkersAhead(Math.max(0, threads - 1));
}

/** In bytes; 0 for what is no file. */
function sizeOf(name: string): number {
	const found = statSync(name, { throwIfNoEntry: false });
	return found?.isFile() ? found.size : 0;
}
