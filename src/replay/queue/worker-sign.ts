import type { Redis } from "ioredis";
import * as z from "zod";
import type { Clock } from "../../time/clock.ts";
import { names } from "./queue-link.ts";

/** What a worker says of itself, every few seconds, for as long as it lives. */
export interface WorkerSign {
	/** `host:pid` and a number of chance. */
	readonly id: string;
	/** For people: the host and the process. */
	readonly name: string;
	readonly engine: string;
	/** Threads. */
	readonly jobs: number;
}

/** A sign is good for so long, in milliseconds. */
export const SIGN_LIFE = 10_000;
const BETWEEN = 3000;

const schema: z.ZodType<WorkerSign> = z.object({
	id: z.string(),
	name: z.string(),
	engine: z.string(),
	jobs: z.int().min(1).max(256),
});

/**
 * Gives signs until it is stopped.
 * @returns takes the sign away
 */
export function showSign(
	link: Redis,
	sign: WorkerSign,
	clock: Clock,
): () => Promise<void> {
	let cancel = () => {};
	const show = () => {
		link
			.multi()
			.set(names.worker(sign.id), JSON.stringify(sign), "PX", SIGN_LIFE)
			.sadd(names.workers, sign.id)
			.exec()
			.catch(() => {});
		cancel = clock.at(clock.now() + BETWEEN, show);
	};
	show();
	return async () => {
		cancel();
		await link
			.multi()
			.del(names.worker(sign.id))
			.srem(names.workers, sign.id)
			.exec();
	};
}

/** The workers that are there. */
export async function workerSigns(link: Redis): Promise<readonly WorkerSign[]> {
	const ids = await link.smembers(names.workers);
	if (ids.length === 0) return [];
	const texts = await link.mget(ids.map(names.worker));
	const signs: WorkerSign[] = [];
	for (const [at, text] of texts.entries()) {
		const id = ids[at];
		if (text === null) {
			if (id !== undefined) await link.srem(names.workers, id);
			continue;
		}
		const read = schema.safeParse(parsed(text));
		if (read.success) signs.push(read.data);
	}
	return signs;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
