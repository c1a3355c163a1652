import costs from "../../bench/fleet/costs.json" with { type: "json" };
import {
	meanWork,
	modelled,
	mostThreads,
	RECOVERY,
	STRAGGLERS,
	simulated,
} from "../../bench/fleet/model.ts";
import { BLOCK_SIZE } from "../../src/replay/corpus/corpus-blocks.ts";
import {
	AHEAD,
	LEAST_AHEAD,
	MOST_AHEAD,
	MOST_OPEN,
	QUEUE_BLOCK_SIZE,
} from "../../src/replay/queue/queue-hands.ts";

const { queue, thread } = costs;
const CONVERSATIONS = 1e9;
const BLOCKS = Math.ceil(CONVERSATIONS / queue.conversations);

/** What a block costs, the model with these figures, and the simulation beside it. */
export function fleetTable(): string {
	if (queue.size !== QUEUE_BLOCK_SIZE || thread.size !== BLOCK_SIZE)
		throw new Error(
			"blocks have another size: npx tsx bench/fleet/costs.ts --write",
		);
	const rows = [2, 10, 30, 70, 100, 1000].map((threads) => {
		const fleet = { blocks: BLOCKS, threads, deaths: 1e-4, open: MOST_OPEN };
		const { seconds, busy } = simulated(queue, fleet);
		const model = modelled(queue, fleet);
		return `| ${threads} | ${seconds.toFixed(0)} s | ${model.toFixed(0)} s | ${(100 * busy).toFixed(0)} % |`;
	});
	return [
		"| of a block | of workers at a queue | of threads |",
		"| --- | --- | --- |",
		row("size", ({ size }) => `${size / 1024} KiB`),
		row("conversations of one message", ({ conversations }) =>
			String(conversations),
		),
		row("a worker runs it (`b`)", ({ worker }) => milliseconds(worker)),
		row(
			"a process that asks workers for it reads and hashes it, puts the job into Redis, and takes the result (`a`)",
			({ asker }) => milliseconds(asker),
		),
		row("threads that one asking process keeps busy (`b' / a`)", (cost) =>
			String(Math.round(mostThreads(cost))),
		),
		row(
			"Redis, while it waits",
			({ redis }) => `${(redis / 1000).toFixed(1)} KB`,
		),
		row("its result as text", ({ result }) => `${result} characters`),
		"",
		`With these figures, \`r\` = ${RECOVERY} s, \`b'\` = ${milliseconds(meanWork(queue))} (${100 * STRAGGLERS.part} of 100 blocks take ${STRAGGLERS.times} times as long), at least ${LEAST_AHEAD} and at most ${MOST_AHEAD} blocks in the queue, ${AHEAD} for each thread, and ${BLOCKS} blocks, which are a thousand million conversations; in 10,000 blocks one worker dies:`,
		"",
		"| threads | simulated | model | workers are busy |",
		"| --- | --- | --- | --- |",
		...rows,
	].join("\n");
}

function row(what: string, of: (cost: typeof queue) => string): string {
	return `| ${what} | ${of(queue)} | ${of(thread)} |`;
}

function milliseconds(seconds: number): string {
	return `${(1000 * seconds).toPrecision(2)} ms`.replace(
		/(\d)\.(\d)e\+2/,
		"$1$20",
	);
}
