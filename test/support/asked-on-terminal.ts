/** The built command line on a terminal of its own, where it asks and somebody types. */
import { spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import { COMMAND, type Shell } from "./command-line.ts";

/** What is typed when the screen ends with a question. */
export interface Typing {
	/** The end of what is shown. */
	readonly at: string;
	readonly type: string | (() => Promise<string>);
}

/**
 * Runs a command on a pseudo-terminal, as `script` of util-linux gives it. The terminal
 * is a dumb one without colours, so that what is shown are whole lines.
 * @param typings in order; what is typed is shown as well, as terminals do
 */
export async function askedOnTerminal(
	shell: Shell,
	args: readonly string[],
	typings: readonly Typing[],
): Promise<{ readonly status: number | null; readonly shown: string }> {
	const command = [process.execPath, COMMAND, ...args]
		.map((each) => `'${each}'`)
		.join(" ");
	const { FORCE_COLOR: _, CI: __, ...env } = process.env;
	const child = spawn("script", ["-qec", command, "/dev/null"], {
		cwd: shell.folder,
		env: { ...env, TERM: "dumb", NO_COLOR: "1", TMPDIR: shell.folder },
	});
	onTestFinished(() => void child.kill("SIGKILL"));
	const ended = new Promise<number | null>((resolve) =>
		child.on("close", resolve),
	);
	const left = [...typings];
	let shown = "";
	child.stdout.setEncoding("utf8");
	for await (const text of child.stdout) {
		shown += text;
		const [next] = left;
		if (next === undefined || !shown.endsWith(next.at)) continue;
		left.shift();
		const { type } = next;
		child.stdin.write(typeof type === "string" ? type : await type());
	}
	return { status: await ended, shown: shown.replace(/\r+\n/g, "\n") };
}
