import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import { writeJsonLine } from "../../../src/conversation/write-json-line.ts";
import { languageFile } from "../../../src/models/language-files.ts";
import { addLanguage } from "../../../src/models/models.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { generated } from "../../../src/replay/generate/generate.ts";
import type { Reporter } from "../../../src/replay/report/reporter.ts";
import { mergedSummary } from "../../../src/replay/run/merge.ts";
import { type ReplaySettings, replay } from "../../../src/replay/run/replay.ts";
import {
	BlockQueue,
	type WorkerJob,
} from "../../../src/replay/run/worker-job.ts";
import {
	type StartWorker,
	startWorker,
} from "../../../src/replay/run/worker-start.ts";

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));

const lines = Array.from(
	generated({
		model: vst2752,
		naming: false,
		count: 1200,
		steps: 1,
		invalid: 0.2,
		seed: 6,
		expect: true,
	}),
	writeJsonLine,
);
const right = file("right.jsonl", lines);
const wrong = file(
	"wrong.jsonl",
	lines.map((line, at) =>
		at % 100 === 99 ? line.replace(/"replies":.*?]/, '"replies":["no"]') : line,
	),
);
const malformed = file(
	"malformed.jsonl",
	lines.map((line, at) => (at === 700 || at === 1100 ? "{" : line)),
);
const transcripts = ["a", "b", "c"].map((name) =>
	file(`${name}.smst`, ["> PROG 7982 ECHO:", "< ECHO:OK", ""]),
);

test("any number of threads and of shards has the digest of one thread", async () => {
	const { summary } = await replayed([right, ...transcripts], { jobs: 1 });
	expect(summary).toMatchObject({ conversations: 1203, passed: 1203 });
	for (const jobs of [2, 4]) {
		const many = await replayed([right, ...transcripts], { jobs });
		expect(many.summary).toEqual(summary);
	}
	const shards = [];
	for (const index of [1, 2, 3]) {
		const shard = { index, count: 3 };
		const part = await replayed([right, ...transcripts], { jobs: 2, shard });
		shards.push({ ...part.summary, failures: [], passes: [] });
	}
	expect(mergedSummary(shards, [])).toEqual(summary);
});

test.each<[string, string, Partial<ReplaySettings>]>([
	["failures, with their lines", wrong, {}],
	["enough failures, and nothing behind them", wrong, { bail: 5 }],
	["lines that cannot be read, and nothing behind", malformed, {}],
	["what passed", right, { filter: "6-77" }],
])("threads tell %s as one thread does", async (_, corpus, options) => {
	const one = await replayed([corpus, ...transcripts], { ...options, jobs: 1 });
	const two = await replayed([corpus, ...transcripts], { ...options, jobs: 2 });
	expect(two).toEqual(one);
	expect(one.told).not.toEqual([]);
});

test("threads that run faster than what they tell is told wait for it", async () => {
	const all = file(
		"all-wrong.jsonl",
		Array.from({ length: 12_000 }, (_, at) =>
			JSON.stringify({
				id: `w${at}`,
				tags: ["x".repeat(300)],
				steps: [{ sms: "PROG 7982 ECHO:", replies: ["no".repeat(200)] }],
			}),
		),
	);
	const one = await replayed([all], { jobs: 1 });
	const three = await replayed([all], { jobs: 3 });
	expect(three).toEqual(one);
	expect(three.summary).toMatchObject({
		conversations: 12_000,
		failed: 12_000,
	});
});

/** A thread that takes a block, as its job says, and is killed before it has held it. */
const killed: StartWorker = (job) => {
	takeInHand(job);
	const worker = startWorker(job);
	void worker.terminate();
	return worker;
};

test("a thread that is killed is replaced, and the digest stands", async () => {
	const { summary } = await replayed([right], { jobs: 1 });
	let started = 0;
	const mortal: StartWorker = (job) => {
		started += 1;
		return started <= 2 ? killed(job) : startWorker(job);
	};
	const two = await replayed([right], { jobs: 2, startWorker: mortal });
	expect([two.summary, started]).toEqual([summary, 3]);
});

test("a block that ends every thread ends the run, with its place", async () => {
	const run = replayed([right], { jobs: 2, startWorker: killed });
	await expect(run).rejects.toThrow(
		`${right}, what begins at byte 0, ends every thread`,
	);
});

test("a thread that cannot start ends the run, and says why", async () => {
	const broken: StartWorker = (job) => {
		takeInHand(job);
		return new Worker("throw new Error('no such module')", { eval: true });
	};
	const run = replayed([right], { jobs: 2, startWorker: broken });
	await expect(run).rejects.toThrow("no such module");
});

test("threads know a language that a file describes", async () => {
	const shipped = languageFile("tell-gate");
	if (shipped === undefined) throw new Error("there is no tell-gate");
	const model = addLanguage({ ...shipped, name: "invented-gate" });
	const own = generated({
		model,
		naming: true,
		count: 1200,
		steps: 1,
		invalid: 0,
		seed: 6,
		expect: true,
	});
	const corpus = file("invented.jsonl", Array.from(own, writeJsonLine));
	const one = await replayed([corpus, ...transcripts], { jobs: 1 });
	const two = await replayed([corpus, ...transcripts], { jobs: 2 });
	expect(two).toEqual(one);
	expect(two.summary).toMatchObject({ conversations: 1203, passed: 1203 });
});

test("a file that is gone fails the run", async () => {
	const run = replayed([right, join(folder, "none.jsonl")], { jobs: 2 });
	await expect(run).rejects.toMatchObject({ code: "ENOENT" });
});

// Helpers

/** Takes a block in the name of a thread, so that it has one when it ends. */
function takeInHand({ queue: buffer, first, seat, blocks }: WorkerJob): void {
	const queue = new BlockQueue(buffer);
	const [block] = first;
	if (block === undefined) queue.take(seat, blocks.length);
	else queue.note(seat, block);
}

function file(name: string, content: readonly string[]): string {
	const path = join(folder, name);
	writeFileSync(path, content.join("\n"));
	return path;
}

async function replayed(
	files: readonly string[],
	options: Partial<ReplaySettings>,
) {
	const told: unknown[] = [];
	const listening: Reporter = {
		failed: (reports) => void told.push(...reports),
		passed: (located) => void told.push(located),
		malformed: (fault) => void told.push(fault),
		ended: () => {},
	};
	const summary = await replay(files, {
		model: vst2752,
		seed: 1,
		shard: null,
		filter: null,
		bail: null,
		update: false,
		showSecrets: false,
		reporters: [listening],
		blockSize: 4096,
		...options,
	});
	return { summary, told };
}
