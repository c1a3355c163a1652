/*
 * The exports of the bundle, for the launchers: the command line and the worker
 * thread of a replay, which share code.
 */
import { BLOCKS_OF_QUEUE } from "../replay/queue/thread-seat.ts";

export { commandLine, ran } from "./main.ts";

export async function work(): Promise<void> {
	// The command line needs nothing of this.
	const { workerData } = await import("node:worker_threads");
	if (workerData === BLOCKS_OF_QUEUE) {
		const blocks = await import("../replay/queue/block-thread.ts");
		blocks.runBlocks();
		return;
	}
	const worker = await import("../replay/run/worker.ts");
	await worker.work();
}
