import { existsSync, readFileSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { clients, testWith } from "../clients/support/installed.ts";
import { Shell } from "../support/command-line.ts";
import {
	endOf,
	manyConversations,
	QueueFleet,
} from "../support/queue-fleet.ts";

/*
 * Workers at Debian's Redis, as processes that are killed, stopped and lied to. What
 * is told is the same as without a queue: nothing is counted twice or lost.
 */

const PARTS = 3;
const NO_WORKER = (url: string) =>
	`no worker is there; alarmpanel worker --queue ${url} starts one\n`;

/** What a replay without a queue tells. */
let known: string | null = null;
function expected(fleet: QueueFleet, corpus: string): string {
	known ??= fleet.shell.run(["replay", corpus, "--jobs=1"]).stdout;
	expect(known).toMatch(/^90000 conversations: 90000 passed, 0 failed/);
	return known;
}

/** Waits until some blocks have come, which the journal of the run says. */
async function inTheMiddle(fleet: QueueFleet): Promise<void> {
	const file = fleet.shell.path(JOURNAL);
	while (!existsSync(file) || readFileSync(file, "utf8").split("\n").length < 4)
		await pause(20);
}

const JOURNAL = "run.journal";

async function fleetWithCorpus(isDurable = false) {
	const fleet = await QueueFleet.start(isDurable);
	const corpus = fleet.corpus("mine", "c.jsonl", manyConversations(PARTS));
	// A worker finds it under another name.
	fleet.copy(corpus, "theirs", "other-name");
	return { fleet, corpus, right: expected(fleet, corpus) };
}

testWith([clients.redis], "one worker and two tell the same", async () => {
	const { fleet, corpus, right } = await fleetWithCorpus();
	const first = await fleet.worker("--corpus=theirs");
	const one = await endOf(fleet.replay(corpus));
	expect(one).toEqual({ status: 0, stdout: right, stderr: "" });
	const second = await fleet.worker("--corpus=theirs", "--json");
	const two = await endOf(fleet.replay(corpus));
	expect(two).toEqual({ status: 0, stdout: right, stderr: "" });
	first.child.kill("SIGTERM");
	second.child.kill("SIGINT");
	const told = `a worker with 1 thread at ${fleet.redis.url}; Ctrl-C ends\n`;
	const ends = await Promise.all([first.ended, second.ended]);
	const blocks = ends.map(({ stdout }) => Number(/\d+/.exec(stdout)?.[0]));
	expect(ends).toEqual([
		{ status: 0, stdout: `${blocks[0]} blocks were run here\n`, stderr: told },
		{ status: 130, stdout: `{\n\t"blocks": ${blocks[1]}\n}\n`, stderr: told },
	]);
	expect((blocks[0] ?? 0) + (blocks[1] ?? 0)).toBe(
		2 * blocksOf(fleet.shell.path(corpus)),
	);
});

/** Each of its blocks begins within a MiB of its own. */
function blocksOf(corpus: string): number {
	return Math.ceil(statSync(corpus).size / (1 << 20));
}

testWith(
	[clients.redis],
	"a worker that is killed is made up for",
	async () => {
		const { fleet, corpus, right } = await fleetWithCorpus();
		const mortal = await fleet.worker("--corpus=theirs");
		const asked = fleet.replay(corpus, `--resume=${JOURNAL}`);
		await inTheMiddle(fleet);
		mortal.child.kill("SIGKILL");
		await fleet.worker("--corpus=theirs");
		expect(await endOf(asked)).toEqual({
			status: 0,
			stdout: right,
			stderr: "",
		});
	},
);

testWith(
	[clients.redis],
	"a worker that is stopped past its lock, and goes on, changes nothing",
	async () => {
		const { fleet, corpus, right } = await fleetWithCorpus();
		const stopped = await fleet.worker("--corpus=theirs");
		const asked = fleet.replay(corpus, `--resume=${JOURNAL}`);
		await inTheMiddle(fleet);
		stopped.child.kill("SIGSTOP");
		await fleet.worker("--corpus=theirs");
		await pause(13_000);
		stopped.child.kill("SIGCONT");
		expect(await endOf(asked)).toEqual({
			status: 0,
			stdout: right,
			stderr: "",
		});
	},
);

testWith([clients.redis], "Redis that is restarted with its file", async () => {
	const { fleet, corpus, right } = await fleetWithCorpus(true);
	await fleet.worker("--corpus=theirs");
	const asked = fleet.replay(corpus, `--resume=${JOURNAL}`);
	await inTheMiddle(fleet);
	await fleet.redis.restart();
	const { url } = fleet.redis;
	expect(await endOf(asked)).toEqual({
		status: 0,
		stdout: right,
		stderr: `Redis at ${url} is gone; trying again\nRedis at ${url} is back\n`,
	});
});

testWith([clients.redis], "Redis that has forgotten everything", async () => {
	const { fleet, corpus, right } = await fleetWithCorpus();
	await fleet.worker("--corpus=theirs");
	const asked = fleet.replay(corpus, `--resume=${JOURNAL}`);
	await inTheMiddle(fleet);
	await fleet.redis.restart("SIGKILL");
	const { url } = fleet.redis;
	expect(await endOf(asked)).toEqual({
		status: 0,
		stdout: right,
		stderr: `Redis at ${url} is gone; trying again\nRedis at ${url} is back\n`,
	});
});

testWith([clients.redis], "a worker that has another corpus", async () => {
	const { fleet, corpus, right } = await fleetWithCorpus();
	const bytes = readFileSync(fleet.shell.path(corpus), "utf8");
	fleet.corpus("false", "c.jsonl", [bytes.replace("OK", "XX")]);
	const wrong = await fleet.worker("--corpus=false");
	const alone = fleet.replay(corpus, "--bail");
	const refusal = expect.stringMatching(
		/^worker [\w.-]+:\d+: no file here has these bytes of mine\/c\.jsonl: bytes 0 to \d+, sha256 [0-9a-f]{16}…\n/,
	);
	// The other 10 blocks are right; one is refused by all that are there.
	const refused = await endOf(alone);
	expect(refused).toEqual({ status: 3, stdout: "", stderr: refusal });
	expect(refused.stderr).toContain(
		"alarmpanel: every worker refuses what is left: ",
	);
	await fleet.worker("--corpus=theirs");
	const both = await endOf(fleet.replay(corpus));
	expect([both.status, both.stdout]).toEqual([0, right]);
	wrong.child.kill("SIGTERM");
	expect((await wrong.ended).stderr).toContain(
		"cannot run a block: no file here has these bytes of mine/c.jsonl",
	);
});

testWith(
	[clients.redis],
	"who asks is killed, and goes on with --resume",
	async () => {
		const { fleet, corpus, right } = await fleetWithCorpus();
		await fleet.worker("--corpus=theirs");
		const killed = fleet.replay(corpus, `--resume=${JOURNAL}`);
		await inTheMiddle(fleet);
		killed.child.kill("SIGKILL");
		await killed.ended;
		const journal = readFileSync(fleet.shell.path(JOURNAL), "utf8");
		expect(journal.split("\n").length).toBeGreaterThan(2);
		const again = await endOf(fleet.replay(corpus, `--resume=${JOURNAL}`));
		expect(again).toEqual({ status: 0, stdout: right, stderr: "" });
		expect(() => readFileSync(fleet.shell.path(JOURNAL))).toThrow("ENOENT");
	},
);

testWith([clients.redis], "Ctrl-C cancels the rest", async () => {
	const { fleet, corpus } = await fleetWithCorpus();
	await fleet.worker("--corpus=theirs");
	const asked = fleet.replay(corpus, `--resume=${JOURNAL}`);
	await inTheMiddle(fleet);
	asked.child.kill("SIGINT");
	expect(await endOf(asked)).toEqual({
		status: 130,
		stdout: "",
		stderr: expect.stringMatching(
			/^alarmpanel: cancelled: \d+ blocks with \d+ conversations were run; --resume run\.journal goes on\n$/,
		),
	});
});

testWith(
	[clients.redis],
	"a block that hangs is named and not tried for ever",
	async () => {
		const fleet = await QueueFleet.start();
		// Each another one: what took too long once is not tried again.
		const slow = Array.from(
			{ length: 60 },
			(_, at) => `{"sms":"PROG 7982 PIN?","replies":["/(.*)*x${at}/"]}`,
		);
		const corpus = fleet.corpus("mine", "c.jsonl", [
			'{"id":"good","steps":[{"sms":"PROG 7982 ECHO:","replies":["ECHO:OK"]}]}\n',
			`{"id":"slow","steps":[${slow.join()}]}\n`,
			'{"id":"behind","steps":[]}\n',
		]);
		const good = fleet.corpus("mine", "d.jsonl", manyConversations(1));
		const worker = await fleet.worker("--corpus=mine", "--patience=20s");
		const asked = await endOf(fleet.replay(corpus, good));
		const size = readFileSync(fleet.shell.path(corpus)).length;
		expect(asked).toEqual({
			status: 3,
			stdout: expect.stringMatching(
				new RegExp(
					`^not run: 3 conversations of mine/c\\.jsonl, bytes 0 to ${size}: at slow \\(mine/c\\.jsonl:2\\): it takes more than 20 s\\n30000 conversations: 30000 passed, 0 failed; 3 conversations not run; held .*\\ndigest sha256:[0-9a-f]{64}\\n$`,
				),
			),
			stderr: "",
		});
		worker.child.kill("SIGTERM");
		expect(
			(await worker.ended).stderr.match(/block 0 .* it takes .*/g),
		).toEqual(
			[1, 2, 3].map((attempt) =>
				expect.stringMatching(
					`^block 0 of run [\\w-]+: it takes more than 20 s \\(attempt ${attempt}\\)$`,
				),
			),
		);
	},
);

testWith([clients.redis], "a worker without enough memory", async () => {
	const { fleet, corpus } = await fleetWithCorpus();
	const poor = await fleet.worker("--corpus=theirs", "--memory=8");
	const asked = await endOf(fleet.replay(corpus));
	expect([asked.status, asked.stderr]).toEqual([3, ""]);
	expect(asked.stdout).toMatch(
		/^not run: \d+ conversations of mine\/c\.jsonl, bytes 0 to \d+: it takes more memory than a thread has\n/,
	);
	expect(poor.child.exitCode).toBe(null);
});

testWith([clients.redis], "the corpus is fetched, with the token", async () => {
	const token = "a-token-of-16-characters";
	const fleet = await QueueFleet.start(false, {
		ALARMPANEL_CORPUS_TOKEN: token,
	});
	const corpus = fleet.corpus("mine", "c.jsonl", manyConversations(PARTS));
	await fleet.worker();
	const asked = fleet.replay(
		corpus,
		"--serve-corpus=127.0.0.1:0",
		"--http=127.0.0.1:0",
	);
	await asked.until("/metrics");
	const ended = await endOf(asked);
	expect(ended).toEqual({
		status: 0,
		stdout: expected(fleet, corpus),
		stderr: expect.stringMatching(
			/^the corpus is at http:\/\/127\.0\.0\.1:\d+, for who has the token\nhow it stands: http:\/\/127\.0\.0\.1:\d+\/metrics\n$/,
		),
	});
});

testWith([clients.redis], "nobody is there, or no Redis", async () => {
	const fleet = await QueueFleet.start();
	const { url } = fleet.redis;
	const corpus = fleet.corpus("mine", "c.jsonl", manyConversations(1));
	const asked = fleet.replay(corpus);
	await asked.until("no worker");
	asked.child.kill("SIGTERM");
	expect(await endOf(asked)).toEqual({
		status: 143,
		stdout: "",
		stderr: `${NO_WORKER(url)}alarmpanel: cancelled: 0 blocks with 0 conversations were run\n`,
	});
	const shell = new Shell();
	const lone = await shell.start(["worker", "--queue=redis://127.0.0.1:9"])
		.ended;
	expect(lone).toEqual({
		status: 3,
		stdout: "",
		stderr:
			"alarmpanel: no Redis at redis://127.0.0.1:9: connect ECONNREFUSED 127.0.0.1:9\n",
	});
});
