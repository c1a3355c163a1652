import { spawn, spawnSync } from "node:child_process";
import {
	appendFileSync,
	mkdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { startRedis } from "../test/support/redis.ts";
import { Race } from "./race.ts";
import { COMMAND, FOLDER, millionConversations } from "./replay-corpus.ts";
import { report } from "./verdict.ts";

/*
 * A corpus by two workers at a queue, and by two threads without one; what Redis
 * holds for it; and the memory of a process that asks for the blocks of a hundred
 * million conversations, which are one block again and again. `--millions 1` and
 * `--blocks 1000` make it shorter.
 */

const millions = option("--millions", 10);
/** About so many blocks are a hundred million conversations. */
const blocks = option("--blocks", 15_000);
const rounds = option("--rounds", 3);

const folder = join(FOLDER, "fleet");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { compact } = await millionConversations();
const corpus = join(folder, "corpus.jsonl");
const million = readFileSync(compact, "utf8");
// Ids of their own, so that no two are the same.
for (let part = 0; part < millions; part += 1)
	appendFileSync(corpus, million.replaceAll('{"id":"', `{"id":"${part}/`));
const first = join(folder, "block.jsonl");
writeFileSync(first, million.slice(0, million.lastIndexOf("\n", 2 ** 20) + 1));

const redis = await startRedis(folder);
const link = new Redis(redis.port, "127.0.0.1");
const workers = [1, 2].map(() =>
	spawn(
		process.execPath,
		[COMMAND, "worker", `--queue=${redis.url}`, "--jobs=1", "--corpus", folder],
		{ stdio: "ignore" },
	),
);
let isMissed = false;
try {
	while ((await link.scard("alarmpanel:workers")) < 2)
		await new Promise((resolve) => setTimeout(resolve, 100));
	await link.config("RESETSTAT");
	const before = await memory("used_memory");
	const race = new Race(
		{
			"two threads": [process.execPath, COMMAND, "replay", corpus, "--jobs=2"],
			"two workers": [
				...[process.execPath, COMMAND, "replay", corpus],
				`--queue=${redis.url}`,
			],
		},
		rounds,
	);
	const threads = race.outputs.get("two threads");
	const queue = race.outputs.get("two workers");
	if (threads !== queue) throw new Error(`${queue}, not ${threads}`);
	race.print();
	console.log(`\n${threads}`);
	const peak = (await memory("used_memory_peak")) - before;
	for (const worker of workers) worker.kill();
	const asked = spawnSync(
		process.execPath,
		[
			...["--import", "tsx", join(import.meta.dirname, "fleet/asker.ts")],
			...[first, redis.url, String(blocks)],
		],
		{ encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
	);
	const { early, late, seconds, ...rest } = JSON.parse(asked.stdout);
	console.log(
		`${rest.conversations} conversations stand for a corpus; ${((1000 * seconds) / rest.blocks).toFixed(2)} ms of asking a block`,
	);
	isMissed = [
		report("workers / threads", race.ratios("two workers", "two threads"), {
			most: 1.25,
		}),
		report("Redis at most, in MB", [peak / 1e6], { most: 20 }),
		report("the asker at the end / at a tenth", [late / early], { most: 1.1 }),
	].includes(false);
} finally {
	for (const worker of workers) worker.kill();
	link.disconnect();
	await redis.stop();
	rmSync(folder, { recursive: true, force: true });
}
if (isMissed) process.exitCode = 1;

async function memory(name: string): Promise<number> {
	const info = await link.info("memory");
	return Number(new RegExp(`^${name}:(\\d+)`, "m").exec(info)?.[1]);
}

function option(name: string, usual: number): number {
	const at = process.argv.indexOf(name);
	return at === -1 ? usual : Number(process.argv[at + 1]);
}
