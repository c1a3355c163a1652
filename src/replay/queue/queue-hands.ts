import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import { howMany } from "../../how-many.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import type { Block } from "../corpus/corpus-blocks.ts";
import type { Hands, Work } from "../run/hands.ts";
import { type AskedBlock, askedBlock } from "./asked-block.ts";
import { workerResult } from "./block-result-text.ts";
import { faultIn } from "./block-worker.ts";
import { CancelledError } from "./cancelled-error.ts";
import { engineVersion, languagesInUse } from "./engine-version.ts";
import { type FleetState, noFleet } from "./fleet-state.ts";
import { FleetWatch } from "./fleet-watch.ts";
import { lostBlock } from "./lost-block-of.ts";
import { connectionOptions, type QueueAddress } from "./queue-address.ts";
import { linkTo, names } from "./queue-link.ts";
import type { QueuePackages } from "./queue-packages.ts";
import { RunJournal } from "./run-journal.ts";

export interface QueueWishes {
	readonly address: QueueAddress;
	readonly packages: QueuePackages;
	readonly clock: Clock;
	/** The names of the files, as people know them. */
	readonly files: readonly string[];
	/** Where workers may fetch the corpus; null for nowhere. */
	readonly corpusAt: string | null;
	/** The file of the results of a run that may be gone on with; null for none. */
	readonly resume: string | null;
	/** Ends it: the rest is cancelled. */
	readonly signal: AbortSignal;
	readonly say: (text: string) => void;
	/** Told now and then, of how it stands. */
	readonly onState?: (state: FleetState) => void;
	/** How long all workers may refuse what is left, in milliseconds. */
	readonly giveUp?: number;
}

/** In bytes: a job takes so much longer than handing it out (docs/scale.md). */
export const QUEUE_BLOCK_SIZE = 1024 * 1024;
/** Blocks in the queue for each thread of the workers, and at least and at most in all. */
export const AHEAD = 4;
export const LEAST_AHEAD = 16;
export const MOST_AHEAD = 4096;
/**
 * What has come and waits for a block before it: so much text, and so many blocks.
 * One slow block does not keep the workers waiting.
 */
const MOST_HELD = 64 * 1024 * 1024;
export const MOST_OPEN = 16_384;
/** Between two looks at what came, and at the jobs and workers, in milliseconds. */
const BETWEEN_LOOKS = 25;
const BETWEEN_SWEEPS = 2000;
/** Jobs that are asked for at the same time. */
const AT_ONCE = 256;
/** A run whose asker gives no sign for so long is nobody's, in milliseconds. */
const RUN_LIFE = 30_000;
const ATTEMPTS = 3;

/**
 * Workers at a queue. A few blocks ahead of what has been told are in the queue at
 * any time, so that Redis and this process hold little of a corpus of any size. What
 * is not there any more is handed out again: only the result of a block counts, and
 * it is taken once.
 */
export function queueHands(wishes: QueueWishes): Hands {
	return {
		blockSize: QUEUE_BLOCK_SIZE,
		async run(work) {
			const { address, packages, clock, say } = wishes;
			const link = await linkTo(address, packages, clock, say);
			const queue = queueAt(address, packages);
			queue.on("error", () => {});
			const asker = new Asker(wishes, work, link, queue);
			try {
				await asker.run();
			} finally {
				await asker.end();
				await queue.close().catch(() => {});
				link.disconnect();
			}
		},
	};
}

function queueAt(address: QueueAddress, { bullmq }: QueuePackages) {
	return new bullmq.Queue(names.queue(engineVersion), {
		connection: connectionOptions(address),
		prefix: names.prefix,
		// Nobody follows them.
		streams: { events: { maxLen: 100 } },
	});
}

class Asker {
	private readonly wishes: QueueWishes;
	private readonly work: Work;
	private readonly link: Redis;
	private readonly queue;
	private readonly blocks: AsyncIterator<Block>;
	/** What is handed out, or has come and is not told. */
	private readonly open = new Map<number, AskedBlock>();
	private journal: RunJournal | null = null;
	private runName = randomBytes(9).toString("base64url");
	private made = 0;
	private told = 0;
	/** Characters of results that wait for a block before them. */
	private held = 0;
	private isAll = false;
	private isStopped = false;
	private conversations = 0;
	private fleet = noFleet;
	private nextSweep = Number.NEGATIVE_INFINITY;
	private lastCame: number;
	private watch: FleetWatch;

	constructor(
		wishes: QueueWishes,
		work: Work,
		link: Redis,
		queue: ReturnType<typeof queueAt>,
	) {
		this.wishes = wishes;
		this.work = work;
		this.link = link;
		this.queue = queue;
		this.blocks = work.blocks[Symbol.asyncIterator]();
		this.lastCame = wishes.clock.now();
		this.watch = new FleetWatch(wishes, link, this.runName);
	}

	async run(): Promise<void> {
		const { resume, files, signal, clock } = this.wishes;
		const { quirks: _, update: __, ...settings } = this.work.settings;
		if (resume !== null) {
			this.journal = await RunJournal.open(resume, this.runName, {
				engine: engineVersion,
				settings: JSON.stringify([settings, files, languagesInUse()]),
			});
			this.runName = this.journal.run;
			this.watch = new FleetWatch(this.wishes, this.link, this.runName);
		}
		while (!this.isStopped) {
			if (signal.aborted) throw new CancelledError(this.cancelledText());
			await this.sweep();
			await this.handOut();
			if (this.isAll && this.open.size === 0) break;
			await this.collect();
			// Many that are asked for cost a look more.
			const pause = BETWEEN_LOOKS + this.open.size / 40;
			if (!(await this.tell())) await wait(clock, pause, signal);
		}
		this.journal?.remove();
	}

	/** Takes back what is handed out. */
	async end(): Promise<void> {
		if (this.link.status !== "ready") return;
		await this.link.del(names.run(this.runName));
		// One that is being run is dropped by its worker's result.
		for (const { at } of this.open.values())
			await this.queue.remove(this.jobId(at)).catch(() => 0);
		const results = [...this.open.keys()].map((at) =>
			names.result(this.runName, at),
		);
		await this.link.del(names.refusals(this.runName), ...results);
	}

	private cancelledText(): string {
		const { resume } = this.wishes;
		const goOn = resume === null ? "" : `; --resume ${resume} goes on`;
		return `cancelled: ${howMany(this.told, "block")} with ${howMany(this.conversations, "conversation")} were run${goOn}`;
	}

	private jobId(at: number): string {
		return `${this.runName}-${at}`;
	}

	private readonly nameOf = (file: string): string =>
		this.work.names.get(file) ?? file;

	/** What is handed out and has not come. */
	private waiting(): readonly AskedBlock[] {
		return [...this.open.values()].filter(
			({ result, pieces }) => result === null && pieces !== null,
		);
	}

	private get window(): number {
		const { jobs } = this.fleet;
		return Math.min(MOST_AHEAD, Math.max(LEAST_AHEAD, AHEAD * jobs));
	}

	/** Puts blocks into the queue while there is room in front. */
	private async handOut(): Promise<void> {
		const added: AskedBlock[] = [];
		let waiting = this.waiting().length;
		while (
			!this.isAll &&
			waiting + added.length < this.window &&
			this.held < MOST_HELD &&
			this.open.size < MOST_OPEN
		) {
			const next = await this.blocks.next();
			if (next.done === true) {
				this.isAll = true;
				break;
			}
			const asked = await askedBlock(this.made, next.value, this.nameOf);
			this.made += 1;
			this.open.set(asked.at, asked);
			const known =
				(await this.journal?.resultOf(asked.at, asked.sha256)) ?? null;
			if (known !== null) {
				asked.result = known;
				asked.isKnown = true;
				// It is told at once; no more than a few are read ahead.
				waiting += 1;
			} else if (asked.pieces !== null) added.push(asked);
		}
		if (added.length > 0)
			await this.queue.addBulk(added.map((asked) => this.jobOf(asked)));
	}

	private jobOf({ at, pieces }: AskedBlock) {
		const { quirks: _, update: __, ...settings } = this.work.settings;
		return {
			name: "block",
			data: {
				engine: engineVersion,
				run: this.runName,
				block: at,
				pieces,
				settings,
				languages: languagesInUse(),
				corpusAt: this.wishes.corpusAt,
				ids: this.conversations < COMPARED,
			},
			opts: {
				jobId: this.jobId(at),
				attempts: ATTEMPTS,
				removeOnComplete: true,
				removeOnFail: { age: RUN_LIFE / 1000 },
			},
		};
	}

	/** Fetches the results that are there. */
	private async collect(): Promise<void> {
		const waiting = this.waiting();
		if (waiting.length === 0) return;
		const texts = await this.link.mget(
			waiting.map(({ at }) => names.result(this.runName, at)),
		);
		const taken: string[] = [];
		for (const [index, asked] of waiting.entries()) {
			const text = texts[index] ?? null;
			if (text === null) continue;
			taken.push(names.result(this.runName, asked.at));
			const read = workerResult(text);
			// What is no result is run here, like what only this process can run.
			if (read === null || "here" in read) asked.pieces = null;
			else {
				asked.result = read.result;
				asked.held = text.length;
				this.held += text.length;
			}
		}
		if (taken.length === 0) return;
		this.lastCame = this.wishes.clock.now();
		await this.link.del(names.refusals(this.runName), ...taken);
	}

	/** Hands over what is ready, in order; whether there was something. */
	private async tell(): Promise<boolean> {
		const before = this.told;
		for (;;) {
			const asked = this.open.get(this.told);
			if (asked === undefined || this.isStopped) break;
			if (asked.result === null && asked.pieces === null) {
				asked.result = await this.work.runner.run(asked.block);
				this.lastCame = this.wishes.clock.now();
			}
			const { result } = asked;
			if (result === null) break;
			const isLost = result.lost !== undefined;
			if (!asked.isKnown && !isLost)
				this.journal?.write(asked.at, asked.sha256, result);
			this.open.delete(asked.at);
			this.held -= asked.held;
			this.told += 1;
			this.conversations += result.passed + result.failed;
			if (!(await this.work.take(asked.block, result))) this.isStopped = true;
			// A run of many blocks that are known gives nothing else a turn.
			if (this.wishes.signal.aborted) break;
		}
		return this.told > before;
	}

	/** Looks after jobs that are gone or have failed, and after the workers. */
	private async sweep(): Promise<void> {
		const { clock, onState } = this.wishes;
		const now = clock.now();
		if (now < this.nextSweep) return;
		this.nextSweep = now + BETWEEN_SWEEPS;
		await this.link.set(names.run(this.runName), "1", "PX", RUN_LIFE);
		const waiting = this.waiting();
		for (let at = 0; at < waiting.length; at += AT_ONCE)
			await Promise.all(
				waiting.slice(at, at + AT_ONCE).map((asked) => this.lookAfter(asked)),
			);
		const { workers, jobs } = await this.watch.look(this.lastCame);
		this.fleet = { workers, jobs, ahead: this.open.size };
		onState?.(this.fleet);
	}

	private async lookAfter(asked: AskedBlock): Promise<void> {
		const id = this.jobId(asked.at);
		const state = await this.queue.getJobState(id);
		if (state === "failed") {
			const job = await this.queue.getJob(id);
			const fault = faultIn(job?.failedReason ?? "");
			const lost = await lostBlock(
				asked,
				fault,
				this.nameOf,
				this.work.settings.reading,
			);
			asked.result = lost;
			this.lastCame = this.wishes.clock.now();
			await this.queue.remove(id);
			return;
		}
		if (state !== "unknown" && state !== "completed") return;
		// A result is there before its job is gone.
		const result = names.result(this.runName, asked.at);
		if ((await this.link.exists(result)) === 1) return;
		await this.queue.addBulk([this.jobOf(asked)]);
	}
}

/** Ids are compared among so many conversations. */
const COMPARED = 1 << 20;
