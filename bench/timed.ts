import { spawnSync } from "node:child_process";

/** What a whole process took, in seconds, and what it printed. */
export interface Timed {
	readonly wall: number;
	/** Of the processor, to the millisecond. */
	readonly busy: number;
	readonly output: string;
}

/**
 * Runs a command. Bash measures, because Node does not say what its children took and
 * /proc counts in hundredths of a second, of which a short process has ten.
 * @param cwd the folder in which it runs
 * @throws Error where it ends with anything but 0
 */
export function timed(command: readonly string[], cwd?: string): Timed {
	const start = performance.now();
	const { status, stdout, stderr } = spawnSync(
		"bash",
		["-c", 'TIMEFORMAT="%3U %3S"; time "$@"', "bash", ...command],
		{ encoding: "utf8", cwd, env: { ...process.env, LC_ALL: "C" } },
	);
	const wall = (performance.now() - start) / 1000;
	if (status !== 0) throw new Error(`${command.join(" ")}: ${stderr}`);
	// What the command itself says on stderr comes first.
	const [user = Number.NaN, system = Number.NaN] = (
		stderr.trimEnd().split("\n").at(-1) ?? ""
	)
		.split(" ")
		.map(Number);
	return { wall, busy: user + system, output: stdout.trimEnd() };
}
