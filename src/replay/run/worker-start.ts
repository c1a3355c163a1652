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
 * Nothing of a conversation lives long, and half of V8's default is as fast. With a
 * limit for what is old V8 looks earlier for what of it is not used any more: without
 * one a thread kept some 40 MB of that, in every other run.
 */
const resourceLimits = {
	maxYoungGenerationSizeMb: 24,
	maxOldGenerationSizeMb: 1024,
};
