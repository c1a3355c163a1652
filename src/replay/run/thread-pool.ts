import type { Worker } from "node:worker_threads";
import { addedLanguages } from "../../models/models.ts";
import type { Block } from "../corpus/corpus-blocks.ts";
import { NoCorpusError } from "../corpus/corpus-files.ts";
import type { FileNames } from "../corpus/file-names.ts";
import type { BlockResult } from "./block-result.ts";
import type { Hands, TakeResult } from "./hands.ts";
import type { BlockRunner, RunSettings } from "./run-block.ts";
import { ToldShelf } from "./told-lines.ts";
import { BlockQueue, type WorkerReport } from "./worker-job.ts";
import type { StartWorker } from "./worker-start.ts";

/** How often a thread may end before it has done its block. */
const PATIENCE = 3;

/** @param jobs threads, this one among them */
export function threadHands(jobs: number, startWorker: StartWorker): Hands {
	return {
		/**
		 * Each thread takes the next block when it is ready. A thread that dies is
		 * replaced, and its block is run again.
		 *
		 * @throws an Error where a block has ended one thread after the other
		 */
		async run({ blocks: coming, settings, names, runner, take }) {
			const blocks: Block[] = [];
			for await (const block of coming) blocks.push(block);
			const seats = Math.min(jobs, blocks.length);
			const pool = new ThreadPool({
				blocks,
				settings,
				names,
				runner,
				take,
				startWorker,
				jobs: seats,
			});
			try {
				await pool.run();
			} finally {
				await pool.end();
			}
		},
	};
}

interface Threads {
	readonly names: FileNames;
	readonly blocks: readonly Block[];
	readonly settings: RunSettings;
	readonly runner: BlockRunner;
	readonly jobs: number;
	readonly startWorker: StartWorker;
	readonly take: TakeResult;
}

class ThreadPool {
	private readonly threads: Threads;
	private readonly queue: BlockQueue;
	private readonly workers = new Map<number, Worker>();
	private readonly results = new Map<number, BlockResult>();
	private readonly shelf = new ToldShelf();
	private readonly deaths = new Map<number, number>();
	/** The first block that nobody has been told of. */
	private next = 0;
	private stopped = false;
	private isTelling = false;
	private wake: () => void = () => {};
	private trouble: { readonly error: unknown } | null = null;

	constructor(threads: Threads) {
		this.threads = threads;
		this.queue = new BlockQueue(threads.jobs);
	}

	async run(): Promise<void> {
		const { blocks, runner, jobs } = this.threads;
		for (let seat = 1; seat < jobs; seat += 1) this.start(seat, []);
		while (!this.isOver) {
			const free = this.queue.isFull
				? null
				: this.queue.take(HERE, blocks.length);
			const at = free ?? this.forgotten();
			const block = at === null ? undefined : blocks[at];
			if (at === null || block === undefined) {
				await new Promise<void>((resolve) => {
					this.wake = resolve;
				});
				continue;
			}
			this.queue.note(HERE, at);
			const result = await runner.run(block);
			this.queue.waits(result.told.length);
			this.add(at, result);
		}
		if (this.trouble !== null) throw this.trouble.error;
	}

	async end(): Promise<void> {
		this.stopped = true;
		this.queue.end();
		await Promise.all([...this.workers.values()].map((one) => one.terminate()));
	}

	private get isOver(): boolean {
		return (
			this.stopped ||
			this.trouble !== null ||
			this.next >= this.threads.blocks.length
		);
	}

	private start(seat: number, first: readonly number[]): void {
		const { settings, blocks, names, startWorker } = this.threads;
		const queue = this.queue.buffer;
		const languages = addedLanguages();
		const worker = startWorker({
			settings,
			languages,
			blocks,
			names,
			first,
			queue,
			seat,
		});
		this.workers.set(seat, worker);
		worker.on("message", (report: WorkerReport) => {
			if ("error" in report) this.fail(report.error);
			else if ("noCorpus" in report)
				this.fail(new NoCorpusError(report.noCorpus));
			else this.add(report.block, report.result);
		});
		let reason: unknown = null;
		worker.on("error", (error) => {
			reason = error;
		});
		worker.on("exit", () => {
			this.workers.delete(seat);
			this.replace(seat, reason);
			this.wake();
		});
	}

	/** A worker has ended: because there is nothing left, or before its time. */
	private replace(seat: number, reason: unknown): void {
		const at = this.queue.inHand(seat);
		this.queue.note(seat, null);
		// A thread that dies without a block failed to start, and would again.
		if (at === null && reason !== null) this.fail(reason);
		if (this.isOver || at === null || this.isDone(at)) return;
		const deaths = (this.deaths.get(at) ?? 0) + 1;
		this.deaths.set(at, deaths);
		// What it had noted and not yet handed over never comes.
		this.queue.waitsOnly(
			Array.from(this.results.values(), ({ told }) => told.length),
		);
		if (deaths < PATIENCE) this.start(seat, [at]);
		else this.fail(reason ?? new Error(`${this.nameOf(at)} ends every thread`));
	}

	/** A block that no living thread has taken. */
	private forgotten(): number | null {
		if (this.workers.size > 0) return null;
		const { length } = this.threads.blocks;
		for (let at = this.next; at < length; at += 1)
			if (!this.isDone(at)) return at;
		return null;
	}

	private isDone(at: number): boolean {
		return at < this.next || this.results.has(at);
	}

	private add(at: number, result: BlockResult): void {
		if (this.isDone(at)) {
			this.queue.isTold(result.told.length);
			return;
		}
		this.results.set(at, this.shelf.put(result));
		if (!this.isTelling) void this.tell();
	}

	/** Hands over what is ready, in order. */
	private async tell(): Promise<void> {
		this.isTelling = true;
		try {
			while (!this.isOver) {
				const block = this.threads.blocks[this.next];
				const ready = this.results.get(this.next);
				if (block === undefined || ready === undefined) break;
				// It is there until it is told: its thread may end meanwhile.
				if (!(await this.threads.take(block, ready))) this.stopped = true;
				this.results.delete(this.next);
				this.next += 1;
				this.queue.isTold(ready.told.length);
				this.shelf.release(ready);
			}
		} catch (error) {
			this.fail(error);
		} finally {
			this.isTelling = false;
			this.wake();
		}
	}

	private fail(error: unknown): void {
		this.trouble ??= { error };
		this.wake();
	}

	private nameOf(at: number): string {
		const [piece] = this.threads.blocks[at]?.pieces ?? [];
		const from = piece?.range?.from ?? 0;
		return `${piece?.file}, what begins at byte ${from},`;
	}
}

/** The seat of this thread. */
const HERE = 0;
