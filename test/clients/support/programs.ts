import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** How a program ended. */
export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Programs that one test started; {@link stop} ends those that still run. */
export interface Programs {
	/** Runs to its end; killed, with code null, after a minute. */
	run(program: string, args: readonly string[], input?: string): Promise<Ended>;
	/** Starts a program that stays. */
	start(program: string, args: readonly string[]): ChildProcess;
	stop(): Promise<void>;
}

const longest = 60_000;

export function programs(): Programs {
	const running = new Set<ChildProcess>();
	const launch = (program: string, args: readonly string[]): ChildProcess => {
		const child = spawn(program, args, {
			env: { ...process.env, LC_ALL: "C" },
		});
		running.add(child);
		child.once("exit", () => running.delete(child));
		return child;
	};
	return {
		run(program, args, input = "") {
			return new Promise((resolve, reject) => {
				const child = launch(program, args);
				const timer = setTimeout(() => child.kill("SIGKILL"), longest);
				let stdout = "";
				let stderr = "";
				child.stdout?.on("data", (chunk: Buffer) => {
					stdout += chunk.toString();
				});
				child.stderr?.on("data", (chunk: Buffer) => {
					stderr += chunk.toString();
				});
				child.once("error", reject);
				child.once("close", (code) => {
					clearTimeout(timer);
					resolve({ code, stdout, stderr });
				});
				// It may have ended without reading; what it printed tells what came of it.
				child.stdin?.on("error", () => {});
				child.stdin?.end(input);
			});
		},
		start(program, args) {
			const child = launch(program, args);
			child.stdout?.resume();
			child.stderr?.resume();
			return child;
		},
		async stop() {
			await Promise.all(
				[...running].map(async (child) => {
					const ended = new Promise((resolve) => child.once("exit", resolve));
					child.kill("SIGTERM");
					await Promise.race([ended, pause(3000)]);
					if (running.has(child)) child.kill("SIGKILL");
				}),
			);
		},
	};
}

/** Asks again and again until there is an answer; fails after half a minute. */
export async function eventually<T>(
	what: string,
	ask: () => T | null | undefined | Promise<T | null | undefined>,
): Promise<T> {
	for (let tries = 0; tries < 300; tries++) {
		const answer = await ask();
		if (answer !== null && answer !== undefined) return answer;
		await pause(100);
	}
	throw new Error(`not within half a minute: ${what}`);
}
