import type { Redis } from "ioredis";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import { connectionOptions, type QueueAddress } from "./queue-address.ts";
import type { QueuePackages } from "./queue-packages.ts";

/** Thrown where nobody answers at the address, or somebody who is no Redis for us. */
export class QueueError extends Error {
	override readonly name = "QueueError";
}

/** How long the first connection may take, in milliseconds. */
const PATIENCE = 5000;

/**
 * Connects. A connection that is lost later is made again for as long as it takes;
 * `say` is told when it is gone and when it is back.
 * @throws QueueError where there is no Redis at first
 */
export async function linkTo(
	address: QueueAddress,
	{ Redis: Link }: QueuePackages,
	clock: Clock,
	say: (text: string) => void,
): Promise<Redis> {
	const link = new Link(connectionOptions(address));
	let reason = "no answer";
	link.on("error", (error: Error) => {
		reason = error.message || String(error);
	});
	try {
		const over = new AbortController();
		const ready = link.ping().finally(() => over.abort());
		ready.catch(() => {});
		await wait(clock, PATIENCE, over.signal);
		if (!over.signal.aborted) throw new Error(reason);
		await ready;
	} catch (error) {
		link.disconnect();
		const why = error instanceof Error ? error.message : String(error);
		throw new QueueError(`no Redis at ${address.shown}: ${why}`);
	}
	let isGone = false;
	link.on("close", () => {
		if (!isGone && link.status !== "end")
			say(`Redis at ${address.shown} is gone; trying again`);
		isGone = true;
	});
	link.on("ready", () => {
		if (isGone) say(`Redis at ${address.shown} is back`);
		isGone = false;
	});
	return link;
}

/** Names of ours in Redis; BullMQ's begin with `alarmpanel:queue`. */
export const names = {
	prefix: "alarmpanel:queue",
	workers: "alarmpanel:workers",
	worker: (id: string) => `alarmpanel:worker:${id}`,
	run: (run: string) => `alarmpanel:run:${run}`,
	refusals: (run: string) => `alarmpanel:refusals:${run}`,
	result: (run: string, at: number) => `alarmpanel:result:${run}:${at}`,
	/** A worker of another version never sees the jobs. */
	queue: (engine: string) => `blocks-${engine}`,
} as const;
