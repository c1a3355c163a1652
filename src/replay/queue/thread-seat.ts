import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { messageOf } from "../../error-message.ts";
import type { Clock } from "../../time/clock.ts";
import type { ThreadReport, ThreadTask } from "./block-thread.ts";

/** Starts a thread that runs blocks. */
export type StartBlockThread = () => Worker;

/** A block that a thread could not run. */
export class BlockFault extends Error {
	override readonly name = "BlockFault";
	/** The conversation that was being run, counted from 1 in the block; 0 for none. */
	readonly at: number;

	constructor(at: number, why: string) {
		super(why);
		this.at = at;
	}
}

/** What the bundle's entry for threads is told, so that it runs blocks of a queue. */
export const BLOCKS_OF_QUEUE = "blocks of a queue";

/** @param memory what its objects may take, in MiB */
export const startBlockThread = (memory: number) => (): Worker => {
	const bundle = createRequire(import.meta.url).resolve("#replay-worker");
	return new Worker(bundle, {
		execArgv: [],
		workerData: BLOCKS_OF_QUEUE,
		resourceLimits: {
			maxYoungGenerationSizeMb: 24,
			maxOldGenerationSizeMb: memory,
		},
	});
};

/** A place for one thread. It is started when it is needed, and anew after it died. */
export class ThreadSeat {
	private readonly start: StartBlockThread;
	private readonly clock: Clock;
	private worker: Worker | null = null;

	constructor(start: StartBlockThread, clock: Clock) {
		this.start = start;
		this.clock = clock;
	}

	/**
	 * Runs one block and gives its result as text.
	 * @param patience milliseconds
	 * @throws BlockFault where it throws, hangs or ends the thread
	 */
	async run(
		task: Omit<ThreadTask, "begun">,
		patience: number,
	): Promise<string> {
		const worker = this.worker ?? this.start();
		// What a dying thread says when nobody waits for it is no fault of a block.
		if (this.worker === null) worker.on("error", () => {});
		this.worker = worker;
		const begun = new SharedArrayBuffer(4);
		const broken = (why: string) =>
			new BlockFault(Atomics.load(new Int32Array(begun), 0), why);
		let settle = () => {};
		try {
			return await new Promise<string>((resolve, reject) => {
				const onMessage = (report: ThreadReport) =>
					"text" in report
						? resolve(report.text)
						: reject(broken(`it throws: ${report.broke}`));
				const onError = (error: Error) => {
					this.worker = null;
					const isMemory = "code" in error && error.code === OUT_OF_MEMORY;
					const why = isMemory
						? "it takes more memory than a thread has"
						: `it ends the thread: ${messageOf(error)}`;
					reject(broken(why));
				};
				const onExit = () => {
					this.worker = null;
					reject(broken("it ends the thread"));
				};
				const cancel = this.clock.at(this.clock.now() + patience, () => {
					this.worker = null;
					reject(broken(`it takes more than ${patience / 1000} s`));
					void worker.terminate();
				});
				settle = () => {
					cancel();
					worker.off("message", onMessage).off("error", onError);
					worker.off("exit", onExit);
				};
				worker.on("message", onMessage).on("error", onError);
				worker.on("exit", onExit);
				worker.postMessage(
					{ ...task, begun } satisfies ThreadTask,
					task.pieces.map(({ bytes }) => bytes.buffer as ArrayBuffer),
				);
			});
		} finally {
			settle();
		}
	}

	async end(): Promise<void> {
		await this.worker?.terminate();
		this.worker = null;
	}
}

const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";
