/** The built command line, run as its users run it. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runBesides, runInThread } from "./verb-thread.ts";

export const COMMAND = join(import.meta.dirname, "../../dist/alarmpanel.js");

/** What a finished command leaves. */
export interface Ended {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A command that has been started. */
export interface Running {
	readonly child: ChildProcess;
	readonly ended: Promise<Ended>;
	/** Waits until it has printed a text. */
	until(text: string): Promise<void>;
}

/** The command line as people have it: built, in a folder of its own. */
export class Shell {
	readonly folder = mkdtempSync(join(tmpdir(), "alarmpanel-test-"));

	/** Runs `alarmpanel` with some arguments, in a thread that has it loaded. */
	run(args: readonly string[], input = ""): Ended {
		const environment = this.environment();
		return runInThread({ args, folder: this.folder, environment, input });
	}

	/** The same in a process that is at the end of a real pipe. */
	pipe(args: readonly string[], input: string): Ended {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[COMMAND, ...args],
			{
				cwd: this.folder,
				input,
				encoding: "utf8",
				env: this.environment(),
			},
		);
		return { status, stdout, stderr };
	}

	/**
	 * As `run`, without making this process wait, for a command that speaks with a
	 * server in here; one at a time.
	 */
	runBesides(
		args: readonly string[],
		variables: Readonly<Record<string, string>> = {},
	): Promise<Ended> {
		const environment = { ...this.environment(), ...variables };
		return runBesides({ args, folder: this.folder, environment });
	}

	/**
	 * Starts a process that runs it, for what is asked of the process.
	 * @param command another build of it
	 */
	start(
		args: readonly string[],
		variables: Readonly<Record<string, string>> = {},
		command = COMMAND,
	): Running {
		const child = spawn(process.execPath, [command, ...args], {
			cwd: this.folder,
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...this.environment(), ...variables },
		});
		let stdout = "";
		let stderr = "";
		let wake = () => {};
		child.stdout.setEncoding("utf8").on("data", (text) => {
			stdout += text;
			wake();
		});
		child.stderr.setEncoding("utf8").on("data", (text) => {
			stderr += text;
			wake();
		});
		const ended = new Promise<Ended>((resolve) =>
			child.on("close", (status) => {
				resolve({ status, stdout, stderr });
				wake();
			}),
		);
		return {
			child,
			ended,
			async until(text) {
				while (!stdout.includes(text) && !stderr.includes(text)) {
					if (child.exitCode !== null)
						throw new Error(`it ended without ${text}: ${stdout}${stderr}`);
					await new Promise<void>((resolve) => {
						wake = resolve;
					});
				}
			},
		};
	}

	private environment(): NodeJS.ProcessEnv {
		const { ALARMPANEL_CONFIG: _, FORCE_COLOR: __, ...env } = process.env;
		return { ...env, NO_COLOR: "1" };
	}

	/** What a command answers with --json. */
	json(...args: readonly string[]): unknown {
		return JSON.parse(this.run([...args, "--json"]).stdout);
	}

	path(name: string): string {
		return join(this.folder, name);
	}
}
