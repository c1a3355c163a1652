import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { WorkerJob } from "./worker-job.ts";

/** Starts a thread for a job. */
export type StartWorker = (job: WorkerJob) => Worker;

/** A thread of the bundled worker, which lies beside the bundle of whoever is installed. */
export const startWorker: StartWorker = (job) => {
	const bundle = createRequire(import.meta.url).resolve("#replay-worker");
	const worker = new Worker(bundle, { execArgv: [], resourceLimits });
	worker.postMessage(job);
	return worker;
};

/**
 * Objects of a conversation are short-lived, and a quarter of V8's default young space
 * is as fast. V8 doubles it by what has outlived collections, sooner where conversations
 * fail; at this limit it soon is, whether they fail or not. A limit for the old space
 * makes V8 collect it earlier: without one a thread kept some 40 MB of garbage in every
 * other run.
 */
const resourceLimits = {
	maxYoungGenerationSizeMb: 12,
	maxOldGenerationSizeMb: 1024,
};
