import { spawn, spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMAND } from "../../support/command-line.ts";
import { failingLine } from "../../support/failing-lines.ts";
import { temporaryFolder } from "../../support/folder.ts";

/** What comes through a named pipe is there once, and nothing waits for it again. */
async function throughPipe(name: string, text: string) {
	const folder = await temporaryFolder();
	writeFileSync(join(folder, "text"), text);
	const script = `mkfifo "$1"; cat text > "$1" & exec "$2" "$3" replay "$1"`;
	const { status, stdout } = spawnSync(
		"sh",
		["-c", script, "sh", name, process.execPath, COMMAND],
		{ cwd: folder, encoding: "utf8", timeout: 20_000 },
	);
	return { status, stdout: stdout.replace(/sha256:\w+/, "sha256:…") };
}

test("a CSV that is wrong", async () => {
	expect(await throughPipe("p.csv", 'text\n"x\n')).toEqual({
		status: 2,
		stdout: [
			"p.csv:2:1: a quote is not closed",
			'"x',
			"^^",
			"",
			"0 conversations: 0 passed, 0 failed; 1 malformed line, 0 good conversations behind the first not run (seed 1)",
			"digest sha256:…",
			"",
		].join("\n"),
	});
});

test("ids that come twice are not looked for", async () => {
	const line = '{"id":"a","steps":[{"sms":"PROG 7982 ECHO:"}]}\n';
	expect(await throughPipe("p.jsonl", line + line)).toEqual({
		status: 0,
		stdout:
			"2 conversations: 2 passed, 0 failed; held 2 by a sister's manual (seed 1)\ndigest sha256:…\n",
	});
});

test("causes of many failures have no example", async () => {
	const lines = Array.from({ length: 14 }, (_, at) => failingLine(at));
	const { status, stdout } = await throughPipe("p.jsonl", lines.join(""));
	expect(status).toBe(4);
	expect(stdout.slice(stdout.indexOf("14 failures")).split("\n")).toEqual([
		"14 failures of 7 causes:",
		...Array.from(
			{ length: 7 },
			(_, at) =>
				`  2 × expected < nothing of kind ${at}, got < ECHO:OK  (c${at}, p.jsonl:${at + 1})`,
		),
		"",
		"14 conversations: 0 passed, 14 failed (seed 1)",
		"digest sha256:…",
		"",
	]);
});

test.each([1, 3])(
	"a file that is removed while %s threads read it ends the run",
	async (jobs) => {
		const folder = await temporaryFolder();
		const file = join(folder, "a.jsonl");
		const lines = Array.from({ length: 40_000 }, (_, at) => failingLine(at));
		writeFileSync(file, lines.join(""));
		const child = spawn(
			process.execPath,
			[
				...[COMMAND, "replay", "a.jsonl", `--jobs=${jobs}`],
				...["--reporter", "tap"],
			],
			{ cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
		);
		let told = "";
		child.stderr.on("data", (chunk: Buffer) => {
			told += chunk.toString();
		});
		child.stdout.once("data", () => rmSync(file));
		child.stdout.resume();
		const code = await new Promise((resolve) => child.once("close", resolve));
		expect([code, told.split("\n")]).toEqual([
			2,
			[
				"alarmpanel: cannot read the corpus: a.jsonl: the file is gone (ENOENT)",
				"",
			],
		]);
	},
);

test("a named pipe in a folder is waited for by nobody", async () => {
	const folder = await temporaryFolder();
	writeFileSync(join(folder, "a.smst"), "> PROG 7982 ECHO:\n< ECHO:OK\n");
	spawnSync("mkfifo", [join(folder, "b.smst")]);
	const { status, stdout } = spawnSync(
		process.execPath,
		[COMMAND, "replay", folder],
		{ encoding: "utf8", timeout: 20_000 },
	);
	expect([status, stdout.split(" (seed")[0]]).toEqual([
		0,
		"1 conversation: 1 passed, 0 failed; held 1 by a sister's manual",
	]);
});
