import { spawnSync } from "node:child_process";
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

	/** What a command answers with --json. */
	json(...args: readonly string[]): unknown {
		return JSON.parse(this.run([...args, "--json"]).stdout);
	}

	path(name: string): string {
		return join(this.folder, name);
	}
}
