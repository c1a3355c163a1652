import type { Redis } from "ioredis";
import type { Clock } from "../../time/clock.ts";
import { engineVersion } from "./engine-version.ts";
import type { QueueAddress } from "./queue-address.ts";
import { names, QueueError } from "./queue-link.ts";
import { SIGN_LIFE, workerSigns } from "./worker-sign.ts";

export interface WatchWishes {
	readonly address: QueueAddress;
	readonly clock: Clock;
	readonly say: (text: string) => void;
	/** How long all workers may refuse what is left, in milliseconds. */
	readonly giveUp?: number;
}

const GIVE_UP = 20_000;

/** Looks after the workers of a run, and says each thing once. */
export class FleetWatch {
	private readonly wishes: WatchWishes;
	private readonly link: Redis;
	private readonly run: string;
	private readonly notes = new Set<string>();
	private lastWorker = Number.NEGATIVE_INFINITY;

	constructor(wishes: WatchWishes, link: Redis, run: string) {
		this.wishes = wishes;
		this.link = link;
		this.run = run;
	}

	/**
	 * How many workers there are, and threads of theirs.
	 * @param lastCame when the last result came, on the clock
	 * @throws QueueError where all refuse what is left for too long
	 */
	async look(
		lastCame: number,
	): Promise<{ readonly workers: number; readonly jobs: number }> {
		const { clock, address, giveUp = GIVE_UP } = this.wishes;
		const now = clock.now();
		const signs = await workerSigns(this.link);
		const able = signs.filter(({ engine }) => engine === engineVersion);
		for (const { name, engine } of signs)
			if (engine !== engineVersion)
				this.note(
					`worker ${name} is ${engine}, and this run needs ${engineVersion}: it gets nothing`,
				);
		if (able.length > 0) this.lastWorker = now;
		// A Redis that has forgotten everything gets their signs again soon.
		if (now - this.lastWorker > SIGN_LIFE)
			this.note(
				`no worker is there; alarmpanel worker --queue ${address.shown} starts one`,
			);
		const refusals = await this.link.hgetall(names.refusals(this.run));
		for (const text of Object.values(refusals)) this.note(`worker ${text}`);
		const isRefused =
			able.length > 0 && able.every(({ id }) => refusals[id] !== undefined);
		if (isRefused && now - lastCame > giveUp)
			throw new QueueError(
				`every worker refuses what is left: ${Object.values(refusals).join("; ")}`,
			);
		const jobs = able.reduce((sum, sign) => sum + sign.jobs, 0);
		return { workers: able.length, jobs };
	}

	private note(text: string): void {
		if (this.notes.has(text)) return;
		this.notes.add(text);
		this.wishes.say(text);
	}
}
