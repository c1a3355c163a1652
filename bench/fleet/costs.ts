/*
 * Measures what a block costs, in processor time: at a worker at a queue, and at who
 * asks, for the queue's blocks and for those of threads. Prints the figures, and writes
 * them to costs.json with `--write`; docs/scale.md and the simulation take them from
 * there. Linux only: it reads the worker's time in /proc.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { writeJsonLine } from "../../src/conversation/write-json-line.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { BLOCK_SIZE } from "../../src/replay/corpus/corpus-blocks.ts";
import { generated } from "../../src/replay/generate/generate.ts";
import { engineVersion } from "../../src/replay/queue/engine-version.ts";
import { queueAddress } from "../../src/replay/queue/queue-address.ts";
import {
	AHEAD,
	QUEUE_BLOCK_SIZE,
	queueHands,
} from "../../src/replay/queue/queue-hands.ts";
import { names } from "../../src/replay/queue/queue-link.ts";
import { queuePackages } from "../../src/replay/queue/queue-packages.ts";
import { showSign } from "../../src/replay/queue/worker-sign.ts";
import { settingsOf } from "../../src/replay/run/replay.ts";
import { BlockRunner } from "../../src/replay/run/run-block.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { wait } from "../../src/time/wait.ts";
import { startRedis } from "../../test/support/redis.ts";
import { COMMAND } from "../replay-corpus.ts";

const WARM = 6;
const MEASURED = 30;
const ASKED = 1500;
/** Blocks that are in the queue where Redis' memory is measured. */
const WAITING = 256;

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-costs-"));
const redis = await startRedis(folder);
const link = new Redis(redis.port, "127.0.0.1");
try {
	const text = Array.from(
		generated({
			model: vst2752,
			naming: false,
			count: 700_000,
			steps: 1,
			invalid: 0.2,
			seed: 1,
			expect: true,
		}),
		(one) => `${writeJsonLine(one)}\n`,
	).join("");
	const part = (name: string, from: number, size: number) => {
		const begin = text.indexOf("\n", from) + 1;
		const end = text.lastIndexOf("\n", begin + size) + 1;
		const path = join(folder, name);
		writeFileSync(path, text.slice(begin, end));
		return { path, lines: text.slice(begin, end).split("\n").length - 1 };
	};
	const warm = part("warm.jsonl", 0, WARM * QUEUE_BLOCK_SIZE);
	const long = part(
		...(["long.jsonl", WARM * QUEUE_BLOCK_SIZE] as const),
		MEASURED * QUEUE_BLOCK_SIZE,
	);
	const worker = await workerSeconds(warm.path, long.path);
	const perLine = worker / long.lines;

	const blocks = [QUEUE_BLOCK_SIZE, BLOCK_SIZE].map((size) => {
		const { path, lines } = part(`block-${size}.jsonl`, 0, size);
		return { size, path, lines };
	});
	const costs = [];
	for (const { size, path, lines } of blocks) {
		const { processor, blocks, result } = asked(path);
		costs.push({
			size,
			conversations: lines,
			worker: rounded(perLine * lines),
			asker: rounded(processor / blocks),
			redis: Math.round(await waitingInRedis(path)),
			result,
		});
	}
	const [queue, thread] = costs;
	const written = `${JSON.stringify({ queue, thread }, null, "\t")}\n`;
	console.log(written);
	if (process.argv.includes("--write"))
		writeFileSync(join(import.meta.dirname, "costs.json"), written);
} finally {
	link.disconnect();
	await redis.stop();
	rmSync(folder, { recursive: true, force: true });
}

/** Seconds of a processor that a worker takes for a file, once it is warm. */
async function workerSeconds(warm: string, long: string): Promise<number> {
	const options = [`--queue=${redis.url}`, "--jobs=1", "--corpus", folder];
	const worker = spawn(process.execPath, [COMMAND, "worker", ...options], {
		stdio: "ignore",
	});
	try {
		const run = (file: string) =>
			execFileSync(process.execPath, [
				...[COMMAND, "replay", file, `--queue=${redis.url}`],
			]);
		run(warm);
		const before = secondsOf(worker.pid);
		run(long);
		return secondsOf(worker.pid) - before;
	} finally {
		worker.kill();
		await once(worker, "exit");
	}
}

/** What a process has taken of a processor; Linux counts hundredths of a second. */
function secondsOf(pid: number | undefined): number {
	const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
		.replace(/^.*\) /, "")
		.split(" ");
	return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** What asking for a block costs, which an answerer without work answers. */
function asked(file: string) {
	const script = join(import.meta.dirname, "asker.ts");
	const args = ["--import", "tsx", script, file, redis.url, String(ASKED)];
	const printed = execFileSync(process.execPath, args, { encoding: "utf8" });
	return JSON.parse(printed);
}

/** Bytes that Redis holds for a block that waits: nobody takes one. */
async function waitingInRedis(file: string): Promise<number> {
	const sign = { id: "nobody", name: "nobody", engine: engineVersion };
	const hide = showSign(link, { ...sign, jobs: WAITING / AHEAD }, systemClock);
	const cancel = new AbortController();
	const address = queueAddress(redis.url);
	if (address === null) throw new Error(redis.url);
	const before = await memory();
	const settings = settingsOf({
		model: vst2752,
		seed: 1,
		shard: null,
		filter: null,
		bail: null,
		update: false,
		showSecrets: false,
		reporters: [],
	});
	const hands = queueHands({
		address,
		packages: await queuePackages(),
		clock: systemClock,
		files: [file],
		corpusAt: null,
		resume: null,
		say: () => {},
		signal: cancel.signal,
	});
	const asking = hands.run({
		blocks: oneForEver(file),
		settings,
		names: new Map(),
		take: () => true,
		runner: new BlockRunner(settings, vst2752),
	});
	const waiting = `${names.prefix}:${names.queue(engineVersion)}:wait`;
	let count = 0;
	while (count < WAITING) {
		await wait(systemClock, 20);
		count = await link.llen(waiting);
	}
	const held = (await memory()) - before;
	cancel.abort();
	await asking.catch(() => {});
	await hide();
	return held / count;
}

async function* oneForEver(file: string) {
	for (;;) yield { pieces: [{ file, range: null }], size: 0 };
}

async function memory(): Promise<number> {
	const info = await link.info("memory");
	return Number(/^used_memory:(\d+)/m.exec(info)?.[1]);
}

/** To three digits. */
function rounded(seconds: number): number {
	return Number(seconds.toPrecision(3));
}
