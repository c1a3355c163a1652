/*
 * The exports of the bundle, for the launchers: the command line and the worker
 * thread of a replay, which share code.
 */
export { commandLine, ran } from "./main.ts";

export async function work(): Promise<void> {
	// The command line does not need the worker, so it is loaded on demand.
	const worker = await import("../replay/run/worker.ts");
	await worker.work();
}
