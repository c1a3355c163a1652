import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { WorkerJob } from "./worker-job.ts";

/** Starts a thread for a job. */
export type StartWorker = (job: WorkerJob) => Worker;

/** A thread of the bundled worker, which lies beside the bundle of whoever is installed. */
export const startWorker: StartWorker = (job) => {
	const worker = waitingWorker();
	worker.postMessage(job);
	return worker;
};

/**
 * Threads that load what they need while this one still does, and wait for their
 * jobs. Those that are given none are to be ended.
 */
export class WorkersAhead {
	private waiting: readonly Worker[];

	constructor(count: number) {
		this.waiting = Array.from({ length: count }, waitingWorker);
		for (const worker of this.waiting) {
			worker.unref();
			// Whatever breaks it breaks the one that is started in its place too.
			worker.on("error", () => this.forget(worker));
		}
	}

	readonly start: StartWorker = (job) => {
		const [worker, ...others] = this.waiting;
		if (worker === undefined) return startWorker(job);
		this.waiting = others;
		worker.ref();
		worker.postMessage(job);
		return worker;
	};

	async end(): Promise<void> {
		await Promise.all(this.waiting.map((worker) => worker.terminate()));
	}

	private forget(broken: Worker): void {
		this.waiting = this.waiting.filter((worker) => worker !== broken);
	}
}

/**
 * Nothing of a conversation lives long, and half of V8's default is as fast. With a
 * limit for what is old V8 looks earlier for what of it is not used any more: without
 * one a thread kept some 40 MB of that, in every other run.
 */
const resourceLimits = {
	maxYoungGenerationSizeMb: 24,
	maxOldGenerationSizeMb: 1024,
};

function waitingWorker(): Worker {
	const bundle = createRequire(import.meta.url).resolve("#replay-worker");
	return new Worker(bundle, { execArgv: [], resourceLimits });
}
