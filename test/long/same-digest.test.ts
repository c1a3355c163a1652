import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { replay } from "../../src/replay/run/replay.ts";
import {
	type StartWorker,
	startWorker,
} from "../../src/replay/run/worker-start.ts";

/*
 * One digest for one corpus: however many threads or shards, on whichever Node,
 * and whoever dies on the way.
 */

const command = join(import.meta.dirname, "../../dist/alarmpanel.js");
const folder = mkdtempSync(join(tmpdir(), "alarmpanel-digest-"));
const corpus = join(folder, "corpus.jsonl");
const node24 = ["npx", "-y", "-p", "node@24", "node"];

beforeAll(() => {
	const output = openSync(corpus, "w");
	const made = spawnSync(
		process.execPath,
		[command, "generate", "--count=30000", "--invalid=20%", "--steps=2"],
		{ stdio: ["ignore", output, "ignore"] },
	);
	closeSync(output);
	expect(made.status).toBe(0);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("any threads and shards, on this Node and on Node 24, have the same digest", () => {
	const expected = told([process.execPath], "--jobs=1");
	expect(expected).toMatch(
		/^30000 conversations: .*\ndigest sha256:[0-9a-f]{64}\n$/,
	);
	for (const jobs of [2, 4])
		expect(told([process.execPath], `--jobs=${jobs}`)).toBe(expected);
	for (const jobs of [1, 4])
		expect(told(node24, `--jobs=${jobs}`)).toBe(expected);

	const results = [1, 2, 3].map((index) => {
		const result = join(folder, `${index}.json`);
		const node = index === 2 ? node24 : [process.execPath];
		told(node, `--shard=${index}/3`, `--reporter=json:${result}`);
		return result;
	});
	const merged = ran([
		process.execPath,
		command,
		"replay",
		"--merge",
		...results,
	]);
	expect(merged).toBe(expected);
});

test("threads that are killed in the middle of the work change nothing", async () => {
	const options = {
		model: vst2752,
		seed: 1,
		shard: null,
		filter: null,
		bail: null,
		update: false,
		showSecrets: false,
		reporters: [],
		blockSize: 64 * 1024,
	};
	const expected = await replay([corpus], { ...options, jobs: 1 });
	let killed = 0;
	const mortal: StartWorker = (job) => {
		const worker = startWorker(job);
		worker.once("message", () => {
			if (killed === 4) return;
			killed += 1;
			void worker.terminate();
		});
		return worker;
	};
	const summary = await replay([corpus], {
		...options,
		jobs: 4,
		startWorker: mortal,
	});
	expect(killed).toBeGreaterThan(0);
	expect(summary).toEqual(expected);
});

function told(node: readonly string[], ...options: readonly string[]): string {
	return ran([...node, command, "replay", corpus, ...options]);
}

function ran([program = "", ...args]: readonly string[]): string {
	const { status, stdout, stderr } = spawnSync(program, args, {
		encoding: "utf8",
	});
	expect([status, stderr]).toEqual([0, expect.any(String)]);
	return stdout;
}
