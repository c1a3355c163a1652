import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { clients, testWith } from "../clients/support/installed.ts";
import type { Running } from "../support/command-line.ts";
import { manyConversations, QueueFleet } from "../support/queue-fleet.ts";

/*
 * One digest for a million conversations: here, in threads, and by workers at a
 * queue, whatever happens to them and to Redis on the way.
 */

const MILLION = 34;

testWith(
	[clients.redis],
	"a million conversations have one digest",
	async () => {
		const fleet = await QueueFleet.start(true);
		const corpus = fleet.corpus("mine", "c.jsonl", manyConversations(MILLION));
		const shell = fleet.shell;
		const threads = async (jobs: number) =>
			(await shell.start(["replay", corpus, `--jobs=${jobs}`]).ended).stdout;
		const right = await threads(1);
		expect(right).toMatch(/^1020000 conversations: 1020000 passed, 0 failed/);
		console.log(right);
		for (const jobs of [2, 4]) expect(await threads(jobs)).toBe(right);

		const workers: Running[] = [];
		for (const count of [1, 2, 3]) {
			workers.push(await fleet.worker("--corpus=mine"));
			const { status, stdout } = await fleet.replay(corpus).ended;
			expect([count, status, stdout]).toEqual([count, 0, right]);
		}

		const [killed, stopped] = workers;
		const asked = fleet.replay(corpus, "--http=127.0.0.1:0");
		await asked.until("/metrics");
		await pause(1000);
		killed?.child.kill("SIGKILL");
		stopped?.child.kill("SIGSTOP");
		await fleet.redis.restart();
		await pause(13_000);
		stopped?.child.kill("SIGCONT");
		const { status, stdout } = await asked.ended;
		expect([status, stdout]).toEqual([0, right]);
	},
);
