/*
 * The exports of the bundle, for the launchers: the command line and the worker
 * thread of a replay, which share code.
 */
import { workerData } from "node:worker_threads";
import { BLOCKS_OF_QUEUE } from "../replay/queue/thread-seat.ts";

export { commandLine, ran } from "./main.ts";

export async function work(): Promise<void> {
	// The command line does not need a worker, so it is loaded on demand.
	if (workerData === BLOCKS_OF_QUEUE) {
		const blocks = await import("../replay/queue/block-thread.ts");
		blocks.runBlocks();
		return;
	}
	const worker = await import("../replay/run/worker.ts");
	await worker.work();
}
