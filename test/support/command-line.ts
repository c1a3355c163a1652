/** The built command line, run as a process. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

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

	/** Runs `alarmpanel` with some arguments; stdin is empty unless given. */
	run(args: readonly string[], stdin = ""): Ended {
		const { ALARMPANEL_CONFIG: _, FORCE_COLOR: __, ...env } = process.env;
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[COMMAND, ...args],
			{
				cwd: this.folder,
				input: stdin,
				encoding: "utf8",
				env: { ...env, NO_COLOR: "1" },
			},
		);
		return { status, stdout, stderr };
	}

	/**
	 * The same without making this process wait, for a command that speaks with
	 * a server in here.
	 */
	start(
		args: readonly string[],
		variables: Readonly<Record<string, string>> = {},
	): Running {
		const { ALARMPANEL_CONFIG: _, FORCE_COLOR: __, ...env } = process.env;
		const child = spawn(process.execPath, [COMMAND, ...args], {
			cwd: this.folder,
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...env, NO_COLOR: "1", ...variables },
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

	/** What a command answers with --json. */
	json(...args: readonly string[]): unknown {
		return JSON.parse(this.run([...args, "--json"]).stdout);
	}

	path(name: string): string {
		return join(this.folder, name);
	}
}
