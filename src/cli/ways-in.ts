/*
 * What the launchers find in the bundle: the command line, and the thread of a
 * replay, which needs some of the same.
 */
export { commandLine, ran } from "./main.ts";

export async function work(): Promise<void> {
	// A thread needs no command line, and the command line no worker.
	const worker = await import("../replay/run/worker.ts");
	await worker.work();
}
