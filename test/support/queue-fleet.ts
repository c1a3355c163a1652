/** Workers at a Redis of their own, and who asks them, as processes. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { writeJsonLine } from "../../src/conversation/write-json-line.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { generated } from "../../src/replay/generate/generate.ts";
import { COMMAND, type Ended, type Running, Shell } from "./command-line.ts";
import { type RedisServer, startRedis } from "./redis.ts";

const PART = 30_000;
let text: string | null = null;

/** Conversations, no two with one id, as JSON Lines. */
export function* manyConversations(parts: number): Generator<string> {
	text ??= Array.from(
		generated({
			model: vst2752,
			naming: false,
			count: PART,
			steps: 1,
			invalid: 0.2,
			seed: 1,
			expect: true,
		}),
		(one) => `${writeJsonLine(one)}\n`,
	).join("");
	for (let part = 0; part < parts; part += 1)
		yield text.replaceAll('{"id":"', `{"id":"${part}/`);
}

/** What a replay has left, without what it said of how far it was. */
export async function endOf(asked: Running): Promise<Ended> {
	const { stderr, ...rest } = await asked.ended;
	return { ...rest, stderr: stderr.replace(/^\d+% {2}.*\n/gm, "") };
}

export class QueueFleet {
	readonly shell = new Shell();
	readonly redis: RedisServer;
	private readonly variables: Readonly<Record<string, string>>;
	/** What workers and askers run. */
	command = COMMAND;

	private constructor(
		redis: RedisServer,
		variables: Readonly<Record<string, string>>,
	) {
		this.redis = redis;
		this.variables = variables;
	}

	static async start(
		isDurable = false,
		variables: Readonly<Record<string, string>> = {},
	): Promise<QueueFleet> {
		const folder = new Shell().folder;
		const redis = await startRedis(folder, isDurable);
		onTestFinished(() => redis.stop());
		return new QueueFleet(redis, variables);
	}

	/** A worker that is ready. */
	async worker(...options: readonly string[]): Promise<Running> {
		const worker = this.started("worker", "--jobs=1", ...options);
		await worker.until("Ctrl-C ends");
		return worker;
	}

	/** Somebody who asks. */
	replay(...options: readonly string[]): Running {
		return this.started("replay", ...options);
	}

	started(verb: string, ...options: readonly string[]): Running {
		const running = this.shell.start(
			[verb, `--queue=${this.redis.url}`, ...options],
			this.variables,
			this.command,
		);
		onTestFinished(() => void running.child.kill("SIGKILL"));
		return running;
	}

	/** A file in a folder of its own below the shell's. */
	corpus(folder: string, name: string, lines: Iterable<string>): string {
		mkdirSync(this.shell.path(folder), { recursive: true });
		const path = `${folder}/${name}`;
		writeFileSync(this.shell.path(path), "");
		for (const part of lines)
			writeFileSync(this.shell.path(path), part, { flag: "a" });
		return path;
	}

	copy(from: string, folder: string, name: string): void {
		mkdirSync(this.shell.path(folder), { recursive: true });
		copyFileSync(this.shell.path(from), this.shell.path(`${folder}/${name}`));
	}
}
