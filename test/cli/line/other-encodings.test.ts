import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMAND, Shell } from "../../support/command-line.ts";

const ODD = "a byte that is not UTF-8; iconv converts other encodings";

/** A text of latin-1 in a file. */
function written(shell: Shell, name: string, text: string): string {
	const path = shell.path(name);
	writeFileSync(path, Buffer.from(text, "latin1"), { mode: 0o600 });
	return name;
}

/** What is said of a file by the verb that reads it. */
function said(shell: Shell, ...args: string[]) {
	const { status, stderr } = shell.run(args);
	return { status, stderr: stderr.replace(/^alarmpanel: /, "").trimEnd() };
}

test("every verb refuses a file of another encoding, with its place", () => {
	const shell = new Shell();
	const refused = (place: string) => ({
		status: 2,
		stderr: `${place}: ${ODD}`,
	});
	const panel = written(shell, "panel.json", '{\n\t"model": "\xe9"\n}\n');
	expect(said(shell, "status", "--config", panel)).toEqual(
		refused("panel.json: it cannot be read: line 2, column 12"),
	);
	const site = written(shell, "site.yaml", "model: vst-2752\n# \xe9\n");
	expect(said(shell, "plan", site, "--from", "factory")).toEqual(
		refused("cannot read site.yaml: line 2, column 3"),
	);
	const good = written(shell, "good.yaml", "model: vst-2752\n");
	written(shell, "good.secrets", "A=\xe9\n");
	expect(said(shell, "plan", good, "--from", "factory")).toEqual(
		refused("cannot read good.secrets: line 1, column 3"),
	);
	const audit = written(shell, "site.audit", "\xe9\n");
	expect(said(shell, "audit", "verify", audit)).toEqual(
		refused("cannot read site.audit: line 1, column 1"),
	);
	expect(said(shell, "site", "forget", site).status).toBe(0);
	const language = written(shell, "language.json", "{ \xe9");
	expect(said(shell, "dialect", "check", language)).toEqual(
		refused("cannot read language.json: line 1, column 3"),
	);
	const list = written(shell, "list.txt", "PROG 7982 ECHO:\n\xe9\n");
	expect(said(shell, "check", "--file", list)).toEqual(
		refused("cannot read list.txt: line 2, column 1"),
	);
	const shard = written(shell, "1.json", "{ \xe9");
	expect(said(shell, "replay", "--merge", shard)).toEqual(
		refused("cannot read 1.json: line 1, column 3"),
	);
});

test("a line of another encoding in a pipe is no SMS", () => {
	const { folder } = new Shell();
	const lines = "PROG 7982 ECHO:\nr\xe9\nPROG 7982 ECHO:\n";
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[COMMAND, "run", "--model", "vst-2752"],
		{ cwd: folder, input: Buffer.from(lines, "latin1"), encoding: "utf8" },
	);
	expect(stdout).toBe("> PROG 7982 ECHO:\n< ECHO:OK\n".repeat(2));
	expect(stderr).toContain(`stdin:2:2: ${ODD}\nr\ufffd\n ^\n`);
	expect(status).toBe(2);
});

test("a hyphen behind --file is standard input too", () => {
	for (const words of [["-"], ["-f", "-"], ["--file", "-"], ["--file=-"]]) {
		const args = ["check", "--model", "vst-2752", ...words];
		const { status, stdout } = new Shell().run(args, "PROG 7982 ECHO:\n");
		expect([status, stdout]).toEqual([
			0,
			expect.stringContaining("PROG 7982 ECHO:"),
		]);
	}
});
