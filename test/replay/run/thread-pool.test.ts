import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import type { Block } from "../../../src/replay/corpus/corpus-blocks.ts";
import type { BlockResult } from "../../../src/replay/run/block-result.ts";
import type { Work } from "../../../src/replay/run/hands.ts";
import { threadHands } from "../../../src/replay/run/thread-pool.ts";
import { BlockQueue } from "../../../src/replay/run/worker-job.ts";
import type { StartWorker } from "../../../src/replay/run/worker-start.ts";
import { immediately } from "../../../src/time/immediately.ts";

const result = { told: new Uint8Array() } as BlockResult;

test("a thread that ends while its last block is told is not started again", async () => {
	const started: (readonly number[])[] = [];
	const startWorker: StartWorker = ({ first, queue, seat, blocks }) => {
		started.push(first);
		const block = new BlockQueue(queue).take(seat, blocks.length);
		const worker = new EventEmitter();
		setImmediate(() => {
			worker.emit("message", { block, result });
			worker.emit("exit", 0);
		});
		return Object.assign(worker, {
			terminate: async () => 0,
		}) as unknown as ReturnType<StartWorker>;
	};
	const told: BlockResult[] = [];
	await threadHands(2, startWorker).run({
		blocks: (async function* () {
			yield* [{ pieces: [] }, { pieces: [] }] as unknown as Block[];
		})(),
		runner: { run: async () => result },
		take: async (_: Block, one: BlockResult) => {
			for (let turns = 0; turns < 3; turns += 1) await immediately();
			told.push(one);
			return true;
		},
	} as unknown as Work);
	expect({ started, told: told.length }).toEqual({ started: [[]], told: 2 });
});
