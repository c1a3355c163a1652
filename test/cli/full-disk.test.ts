import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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

// The system takes the first part of the last lines and says nothing of the rest.
test("a report whose last lines have no room is no report, and the run says so", () => {
	const shell = new Shell();
	const conversations = Array.from(
		{ length: 17 },
		(_, at) =>
			`{"id":"conversation-${at}","steps":[{"sms":"PROG 7982 MODE:A"}]}\n`,
	);
	writeFileSync(shell.path("c.jsonl"), conversations.join(""));
	const args = ["replay", "c.jsonl", "--reporter", "tap:report.tap"];
	expect(shell.run(args).status).toBe(0);
	const whole = readFileSync(shell.path("report.tap"), "utf8");
	expect(whole.length).toBeGreaterThan(1024);
	const { status, stderr } = onFullDisk(shell, 1, args);
	expect([status, stderr]).toEqual([
		3,
		"alarmpanel: report.tap cannot be written: the file would be too large (EFBIG)\n",
	]);
	expect(readFileSync(shell.path("report.tap"), "utf8")).toBe(whole);
});
