import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMAND, Shell } from "../support/command-line.ts";

/** Runs a command that may write no file of more than so many kB. */
function onFullDisk(shell: Shell, kilobytes: number, args: readonly string[]) {
	const limit = `ulimit -f ${kilobytes}; exec "$@"`;
	return spawnSync(
		"bash",
		["-c", limit, "bash", process.execPath, COMMAND, ...args],
		{ cwd: shell.folder, encoding: "utf8", input: "" },
	);
}

test("a diagram that cannot be written leaves the one that is there", () => {
	const shell = new Shell();
	expect(shell.run(["grammar", "--svg", "d"]).status).toBe(0);
	const file = shell.path("d/pword.svg");
	const before = readFileSync(file, "utf8");
	const { status, stderr } = onFullDisk(shell, 1, ["grammar", "--svg", "d"]);
	expect(status).toBe(3);
	expect(stderr).toMatch(/cannot be written/);
	expect(readFileSync(file, "utf8")).toBe(before);
});

test("a recording that cannot begin leaves no half of a file in the way", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { status, stderr } = onFullDisk(shell, 1, [
		"run",
		"--record",
		"a.smst",
	]);
	expect(status).toBe(2);
	expect(stderr).toMatch(/--record: cannot write a-config\.json: /);
	expect(existsSync(shell.path("a.smst"))).toBe(false);
	expect(existsSync(shell.path("a-config.json"))).toBe(false);
});
