import { availableParallelism } from "node:os";

/** Below this many bytes for each, another thread takes longer to start than it saves. */
const WORTH_A_THREAD = 2 * 1024 * 1024;

/**
 * In how many threads a corpus is replayed.
 * @param jobs that were asked for; null for as many as there are processors and
 *   work for them
 * @param total bytes
 */
export function threadsFor(jobs: number | null, total: number): number {
	return jobs ?? Math.max(1, Math.min(availableParallelism(), worth(total)));
}

/** How many threads so many bytes are worth. */
export function worth(total: number): number {
	return Math.floor(total / WORTH_A_THREAD);
}
