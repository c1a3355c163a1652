import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { clients, testWith } from "../clients/support/installed.ts";
import {
	atConversation,
	otherBuild,
	thisBuild,
} from "../support/other-build.ts";
import {
	endOf,
	manyConversations,
	QueueFleet,
} from "../support/queue-fleet.ts";

/*
 * Builds of another version, and such as have a fault in the engine: what a worker
 * cannot run is named, not tried for ever, and the rest is run.
 */

const BAD = [
	'{"id":"good","steps":[{"sms":"PROG 7982 ECHO:","replies":["ECHO:OK"]}]}\n',
	'{"id":"breaks it","steps":[{"sms":"PROG 7982 ECHO:","replies":["ECHO:OK"]}]}\n',
	'{"id":"behind","steps":[]}\n',
];

testWith(
	[clients.redis],
	"a worker of another version gets nothing, and is named",
	async () => {
		const fleet = await QueueFleet.start();
		const corpus = fleet.corpus("mine", "c.jsonl", manyConversations(1));
		const right = fleet.shell.run(["replay", corpus, "--jobs=1"]).stdout;
		const own = thisBuild();
		const other = otherBuild("");
		fleet.command = other.command;
		const stranger = await fleet.worker("--corpus=mine");
		fleet.command = own.command;
		const asked = fleet.replay(corpus);
		await asked.until("no worker is there");
		await fleet.worker("--corpus=mine");
		const ended = await endOf(asked);
		expect(ended).toEqual({
			status: 0,
			stdout: right,
			stderr: expect.stringMatching(
				/^worker [\w.-]+:(\d+) is [\w.-]+, and this run needs [\w.-]+: it gets nothing\nno worker is there; alarmpanel worker --queue \S+ starts one\n$/,
			),
		});
		expect(ended.stderr.split("\n")[0]).toMatch(
			new RegExp(
				`:${stranger.child.pid} is ${other.engine}, and this run needs ${own.engine}: it gets nothing$`,
			),
		);
		stranger.child.kill("SIGTERM");
		expect(await stranger.ended).toEqual({
			status: 0,
			stdout: "0 blocks were run here\n",
			stderr: `a worker with 1 thread at ${fleet.redis.url}; Ctrl-C ends\n`,
		});
	},
);

testWith(
	[clients.redis],
	"--resume with the results of another version is refused",
	async () => {
		const fleet = await QueueFleet.start();
		const corpus = fleet.corpus("mine", "c.jsonl", manyConversations(1));
		const other = otherBuild("");
		fleet.command = other.command;
		const killed = fleet.replay(corpus, "--resume=run.journal");
		await killed.until("no worker is there");
		killed.child.kill("SIGKILL");
		await killed.ended;
		fleet.command = thisBuild().command;
		expect(await endOf(fleet.replay(corpus, "--resume=run.journal"))).toEqual({
			status: 2,
			stdout: "",
			stderr: `alarmpanel: --resume run.journal: it is of version ${other.engine}\n`,
		});
	},
);

testWith(
	[clients.redis],
	"a second Ctrl-C leaves, and nothing unpacked stays",
	async () => {
		const fleet = await QueueFleet.start(false, { TMPDIR: "unpacked" });
		const corpus = fleet.corpus("mine", "c.jsonl", manyConversations(1));
		spawnSync("gzip", [fleet.shell.path(corpus)]);
		mkdirSync(fleet.shell.path("unpacked"));
		const asked = fleet.replay(`${corpus}.gz`);
		await asked.until("no worker is there");
		expect(readdirSync(fleet.shell.path("unpacked"))).toHaveLength(1);
		// Taking back what is in the queue waits for Redis, which says nothing.
		fleet.redis.signal("SIGSTOP");
		asked.child.kill("SIGINT");
		await pause(1000);
		expect(asked.child.exitCode).toBe(null);
		asked.child.kill("SIGINT");
		expect(await endOf(asked)).toEqual({
			status: 130,
			stdout: "",
			stderr: `no worker is there; alarmpanel worker --queue ${fleet.redis.url} starts one\n`,
		});
		expect(readdirSync(fleet.shell.path("unpacked"))).toEqual([]);
	},
);

testWith([clients.redis], "a block that throws", async () => {
	await named("it throws: the engine is broken", [
		'throw new Error("the engine is broken")',
	]);
});

testWith([clients.redis], "a block that never comes back", async () => {
	await named("it takes more than 3 s", ["for(;;);", "--patience=3s"]);
});

testWith([clients.redis], "a block that ends its thread", async () => {
	await named("it ends the thread", ["process.exit(7)"]);
});

/** Code that makes the lock of a job short: a worker that died is missed in a second. */
const SHORT_LOCKS = `if(require("node:worker_threads").isMainThread){const{Worker}=require("bullmq"),create=Worker.prototype.createBackend;Worker.prototype.createBackend=function(){Object.assign(this.opts,{lockDuration:1000,stalledInterval:500});create.call(this)}}`;

testWith([clients.redis], "a block that ends whole workers", async () => {
	const fleet = await QueueFleet.start();
	const bad = fleet.corpus("mine", "bad.jsonl", BAD);
	const good = fleet.corpus("mine", "good.jsonl", manyConversations(1));
	const { stdout: alone } = fleet.shell.run(["replay", good, "--jobs=1"]);
	const deed = atConversation(
		"breaks it",
		'process.kill(process.pid,"SIGKILL")',
	);
	fleet.command = otherBuild(`${SHORT_LOCKS};${deed}`).command;
	const asked = fleet.replay(bad, good);
	let isOver = false;
	const end = endOf(asked).finally(() => {
		isOver = true;
	});
	let deaths = 0;
	while (!isOver) {
		const worker = await fleet.worker("--corpus=mine");
		const dead = await Promise.race([worker.ended, end.then(() => null)]);
		if (dead !== null) deaths += 1;
		else worker.child.kill("SIGKILL");
	}
	const size = Buffer.byteLength(BAD.join(""));
	expect([await end, deaths]).toEqual([
		{
			status: 3,
			stdout: `not run: 3 conversations of mine/bad.jsonl, bytes 0 to ${size}: it ends the worker, 6 times\n${alone.replace("0 failed", "0 failed; 3 conversations not run")}`,
			stderr: expect.stringMatching(
				/^(no worker is there; alarmpanel worker --queue \S+ starts one\n)?$/,
			),
		},
		6,
	]);
});

/**
 * A corpus with a good file and one whose second conversation does a deed to the
 * engine: that one is tried three times and named, and the rest is run.
 */
async function named(
	why: string,
	[deed = "", ...options]: readonly string[],
): Promise<void> {
	const fleet = await QueueFleet.start();
	const bad = fleet.corpus("mine", "bad.jsonl", BAD);
	const good = fleet.corpus("mine", "good.jsonl", manyConversations(1));
	const { stdout: alone } = fleet.shell.run(["replay", good, "--jobs=1"]);
	expect(alone).toMatch(/^30000 conversations: 30000 passed, 0 failed; held /);
	fleet.command = otherBuild(atConversation("breaks it", deed)).command;
	const worker = await fleet.worker("--corpus=mine", ...options);
	const size = Buffer.byteLength(BAD.join(""));
	expect(await endOf(fleet.replay(bad, good))).toEqual({
		status: 3,
		stdout: `not run: 3 conversations of mine/bad.jsonl, bytes 0 to ${size}: at breaks it (mine/bad.jsonl:2): ${why}\n${alone.replace("0 failed", "0 failed; 3 conversations not run")}`,
		stderr: "",
	});
	worker.child.kill("SIGTERM");
	const { stderr, ...ended } = await worker.ended;
	const attempts = [1, 2, 3].map(
		(attempt) => `block 0 of run R: ${why} (attempt ${attempt})\n`,
	);
	expect({
		...ended,
		stderr: stderr.replace(/run [\w-]+:/g, "run R:"),
	}).toEqual({
		status: 0,
		stdout: "3 blocks were run here\n",
		stderr: `a worker with 1 thread at ${fleet.redis.url}; Ctrl-C ends\n${attempts.join("")}`,
	});
}
