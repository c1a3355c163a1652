import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { Job } from "bullmq";
import type { Redis } from "ioredis";
import { messageOf } from "../../error-message.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import { type BlockJob, blockJob } from "./block-job.ts";
import { type CorpusShelf, NoPieceError } from "./corpus-shelf.ts";
import { engineVersion, missingLanguage } from "./engine-version.ts";
import { connectionOptions, type QueueAddress } from "./queue-address.ts";
import { linkTo, names } from "./queue-link.ts";
import type { QueuePackages } from "./queue-packages.ts";
import {
	BlockFault,
	type StartBlockThread,
	ThreadSeat,
} from "./thread-seat.ts";
import { showSign, workerSigns } from "./worker-sign.ts";

export interface WorkerWishes {
	readonly address: QueueAddress;
	readonly packages: QueuePackages;
	/** Threads. */
	readonly jobs: number;
	readonly shelf: CorpusShelf;
	/** How long a block may take, in milliseconds. */
	readonly patience: number;
	readonly clock: Clock;
	readonly startThread: StartBlockThread;
	readonly engine?: string;
	/** How long a job stays a worker's after its last sign, in milliseconds. */
	readonly lock?: number;
	readonly say: (text: string) => void;
}

/** A result that nobody takes is dropped after so many seconds. */
const RESULT_LIFE = 3600;
/** Blocks whose worker died are handed out again so often. */
const MOST_STALLS = 5;
export const LOCK = 10_000;
/** A worker that cannot run a block waits before it takes another, in milliseconds. */
const AFTER_REFUSAL = 1000;

/**
 * Runs blocks of a queue until it is stopped. Threads run them: what holds the lock
 * of a job goes on meanwhile, and survives what ends a thread.
 */
export class BlockWorker {
	private readonly wishes: WorkerWishes;
	private readonly link: Redis;
	private readonly seats: ThreadSeat[];
	private readonly sign;
	private readonly hide: () => Promise<void>;
	private readonly worker;
	private readonly over = new AbortController();
	private readonly told = new Set<string>();
	/** Blocks that were run here. */
	done = 0;

	/** @throws QueueError */
	static async start(wishes: WorkerWishes): Promise<BlockWorker> {
		const { address, packages, clock, say } = wishes;
		const link = await linkTo(address, packages, clock, say);
		const started = new BlockWorker(wishes, link);
		await started.worker.waitUntilReady();
		return started;
	}

	private constructor(wishes: WorkerWishes, link: Redis) {
		const { packages, jobs, clock, startThread, address } = wishes;
		const { engine = engineVersion, lock = LOCK } = wishes;
		this.wishes = wishes;
		this.link = link;
		this.seats = Array.from(
			{ length: jobs },
			() => new ThreadSeat(startThread, clock),
		);
		const name = `${hostname()}:${process.pid}`;
		const id = `${name}:${randomBytes(4).toString("hex")}`;
		this.sign = { id, name, engine, jobs };
		this.hide = showSign(link, this.sign, clock);
		this.worker = new packages.bullmq.Worker(
			names.queue(engine),
			async (job, token) => await this.work(job, token ?? ""),
			{
				connection: connectionOptions(address),
				prefix: names.prefix,
				concurrency: jobs,
				lockDuration: lock,
				stalledInterval: lock / 2,
				maxStalledCount: MOST_STALLS,
				runRetryDelay: 1000,
			},
		);
		// Redis that is gone, and a block that another worker has meanwhile, are no
		// trouble of this worker: whoever asked hands out again what is missing.
		this.worker.on("error", () => {});
	}

	/** The other workers that are there. */
	async others(): Promise<readonly string[]> {
		const signs = await workerSigns(this.link);
		return signs
			.filter(({ id }) => id !== this.sign.id)
			.map(({ name }) => name);
	}

	/** Ends, once what is in hand is done. */
	async stop(): Promise<void> {
		this.over.abort();
		await this.worker.close();
		await Promise.all(this.seats.map((seat) => seat.end()));
		await this.hide().catch(() => {});
		this.link.disconnect();
	}

	private async work(given: Job, token: string): Promise<void> {
		const job = blockJob(given.data);
		if (typeof job === "string") throw this.unrecoverable(0, job);
		const { run, block, settings, ids } = job;
		// Nobody waits for it: whoever asked is gone, or wants it no more.
		if ((await this.link.exists(names.run(run))) === 0) return;
		const pieces = await this.piecesOf(job);
		if (pieces === null) return await this.putBack(given, token);
		const seat = this.seats.pop();
		if (seat === undefined) return await this.putBack(given, token);
		try {
			const text = await seat.run(
				{ pieces, settings, ids },
				this.wishes.patience,
			);
			// It is there before the job is done: a job that is gone has a result.
			await this.link.set(names.result(run, block), text, "EX", RESULT_LIFE);
			this.done += 1;
		} catch (error) {
			if (!(error instanceof BlockFault)) throw error;
			this.wishes.say(
				`block ${block} of run ${run}: ${error.message} (attempt ${given.attemptsMade + 1})`,
			);
			throw new Error(faultText(error.at, error.message));
		} finally {
			this.seats.push(seat);
		}
	}

	/** The bytes of a job; null where this worker cannot run it. */
	private async piecesOf(job: BlockJob) {
		const { run, engine, corpusAt } = job;
		const { shelf, engine: own = engineVersion } = this.wishes;
		try {
			if (engine !== own)
				throw new NoPieceError(`this is ${own}, and the block needs ${engine}`);
			const missing = missingLanguage(job.languages);
			if (missing !== null)
				throw new NoPieceError(
					`the language ${missing.name} is not the one here: --dialect FILE`,
				);
			const pieces = [];
			for (const piece of job.pieces) {
				const bytes = await shelf.bytesOf(piece, corpusAt);
				pieces.push({ name: piece.name, bytes });
			}
			return pieces;
		} catch (error) {
			if (!(error instanceof NoPieceError)) throw error;
			await this.refuse(run, error.message);
			return null;
		}
	}

	/** Says why, here and to whoever asked. */
	private async refuse(run: string, why: string): Promise<void> {
		const { say } = this.wishes;
		const first = why.split(":", 1)[0] ?? "";
		if (!this.told.has(`${run} ${first}`)) say(`cannot run a block: ${why}`);
		this.told.add(`${run} ${first}`);
		await this.link
			.multi()
			.hset(names.refusals(run), this.sign.id, `${this.sign.name}: ${why}`)
			.expire(names.refusals(run), RESULT_LIFE)
			.exec();
	}

	/** Leaves a job to another worker. */
	private async putBack(job: Job, token: string): Promise<never> {
		const { clock, packages } = this.wishes;
		await wait(clock, AFTER_REFUSAL, this.over.signal);
		await job.moveToDelayed(clock.now() + 100, token);
		throw new packages.bullmq.DelayedError();
	}

	private unrecoverable(at: number, why: string): Error {
		const { UnrecoverableError } = this.wishes.packages.bullmq;
		return new UnrecoverableError(faultText(at, why));
	}
}

/** What a failed job says: the conversation, counted from 1, and why. */
function faultText(at: number, why: string): string {
	return `${at} ${why}`;
}

/** What a failed job said. Its worker may have died without a word. */
export function faultIn(reason: string): {
	readonly at: number;
	readonly why: string;
} {
	const [, at, why] = /^(\d{1,9}) (.*)$/s.exec(reason) ?? [];
	if (at !== undefined && why !== undefined) return { at: Number(at), why };
	return {
		at: 0,
		why: /stalled/.test(reason)
			? `it ends the worker, ${MOST_STALLS + 1} times`
			: messageOf(reason),
	};
}
