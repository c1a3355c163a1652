import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { writeFactoryConfig } from "../../src/store/factory-config.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "alarmpanel-run-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a pipe takes the steps of a transcript, and goes on behind a bad one", async () => {
	const config = join(folder, "panel-config.json");
	await writeFactoryConfig(config, vst2752, false);
	const { code, stdout, stderr } = await alarmpanel(
		["run", "--config", config],
		[
			"# a comment",
			"PROG 7982 MODE:A",
			"? runtime.mode arming",
			"",
			"@ +30s",
			"? runtime.mode away",
			"? users.1.pin 4321",
			"> # an SMS",
			"@ soon",
			"! zone 3 open",
			"PROG 7982 ECHO:",
			"",
		].join("\n"),
	);
	expect(stdout).toBe(`> PROG 7982 MODE:A
< MODE:OK
? runtime.mode arming
@ +30s
? runtime.mode away
? users.1.pin 4321
> # an SMS
<
> PROG 7982 ECHO:
< ECHO:OK
`);
	expect(stderr).toContain('line 7: users.1.pin: expected 4321, got "****"\n');
	expect(stderr).toContain(
		"stdin:9:3: time: a length of time or an instant, this is neither\n@ soon\n  ^^^^\n",
	);
	expect(stderr).toContain("stdin:10:3: event: ");
	expect(code).toBe(2);
}, 60_000);

test("a claim that does not hold fails the run, a refused message does not", async () => {
	const config = join(folder, "other-config.json");
	await writeFactoryConfig(config, vst2752, false);
	const codes = await Promise.all(
		["PROG 7982 USRS:1,12\n", "? runtime.mode away\n"].map(
			async (input, at) => {
				const own = join(folder, `${at}.json`);
				await copyFile(config, own);
				return (await alarmpanel(["run", "--config", own], input)).code;
			},
		),
	);
	expect(codes).toEqual([0, 4]);
}, 60_000);

function alarmpanel(
	args: readonly string[],
	input: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
	const main = join(root, "src/cli/main.ts");
	const child = spawn(process.execPath, ["--import", "tsx", main, ...args], {
		cwd: root,
		env: { ...process.env, NO_COLOR: "1" },
	});
	let stdout = "";
	let stderr = "";
	child.stdout.on("data", (data) => {
		stdout += data;
	});
	child.stderr.on("data", (data) => {
		stderr += data;
	});
	child.stdin.end(input);
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => resolve({ code, stdout, stderr }));
	});
}
