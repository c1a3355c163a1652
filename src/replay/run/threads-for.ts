import { availableParallelism } from "node:os";

/**
 * With fewer bytes for each, another thread takes longer to start than it saves. On
 * two processors, two threads are as fast as one at 12 to 25 MB; with longer
 * conversations sooner.
 */
const WORTH_A_THREAD = 8 * 1024 * 1024;

/**
 * In how many threads a corpus is replayed.
 * @param jobs that were asked for; null for as many as there are processors and
 *   work for them
 * @param total bytes
 */
export function threadsFor(jobs: number | null, total: number): number {
	const worth = Math.floor(total / WORTH_A_THREAD);
	return jobs ?? Math.max(1, Math.min(availableParallelism(), worth));
}
