import { spawn } from "node:child_process";
import { once as happened } from "node:events";
import { closeSync, openSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { models } from "../../../src/models/models.ts";
import { COMMAND } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { typed } from "../../support/typed-verb.ts";

test("writes conversations as JSON Lines and says its seed", async () => {
	const { code, stdout, stderr } = await typed("generate", [
		"--count=3",
		"--invalid=50%",
		"--seed=7",
	]);
	expect([code, stderr]).toEqual([0, "model vst-2752, seed 7\n"]);
	// Which messages follows from the commands that there are.
	expect(stdout).toMatch(
		/^(\{"id":"7-[123]","steps":\[\{"sms":"[^"]+"\}\]\}\n){3}$/,
	);
});

test("gives the same corpus for the same seed, and a larger one begins with it", async () => {
	const args = ["--invalid=0.2", "--seed=3"];
	const once = await typed("generate", ["--count=50", ...args]);
	const again = await typed("generate", ["--count=50", ...args]);
	const more = await typed("generate", ["--count=1e2", ...args]);
	const other = await typed("generate", ["--count=50", "--seed=4"]);
	expect(again.stdout).toBe(once.stdout);
	expect(more.stdout.startsWith(once.stdout)).toBe(true);
	expect(more.stdout.split("\n").length).toBe(101);
	expect(other.stdout).not.toBe(once.stdout);
});

test("replays green with what it expects, on every model", async () => {
	const folder = await temporaryFolder();
	for (const { name: model } of models) {
		const { stdout } = await typed("generate", [
			"--count=40",
			"--steps=4",
			"--invalid=30%",
			"--expect",
			`--model=${model}`,
		]);
		expect(stdout).toContain('"replies":[]');
		const file = join(folder, `${model}.jsonl`);
		writeFileSync(file, stdout);
		const told = await typed("replay", [file]);
		expect(told.stdout).toContain("40 conversations: 40 passed, 0 failed");
	}
});

test.each([
	["--count=x", "--count: a whole number from 0 on, not x"],
	["--count=-1", "--count: a whole number from 0 on, not -1"],
	["--count=1e99", "--count: a whole number from 0 on, not 1e99"],
	["--steps=0", "--steps: a whole number from 1 on, not 0"],
	["--seed=0.5", "--seed: a whole number from 0 on, not 0.5"],
	[
		"--invalid=101%",
		"--invalid: a part from 0% to 100%, or from 0 to 1, not 101%",
	],
	["--invalid=5", "--invalid: a part from 0% to 100%, or from 0 to 1, not 5"],
	["--invalid=", "--invalid: it is empty\n"],
	["--model=x1", "there is no model x1"],
])("%s is wrong usage", async (option, message) => {
	const { code, stdout, stderr } = await typed("generate", [option]);
	expect([code, stdout]).toEqual([1, ""]);
	expect(stderr).toContain(message);
});

test("shows on a terminal how far it is while the corpus goes into a file", async () => {
	const file = join(await temporaryFolder(), "corpus.jsonl");
	const command = `"${process.execPath}" "${COMMAND}" generate --count=1e9 > "${file}"`;
	// A terminal of its own, as `script` of util-linux gives it.
	const child = spawn("script", ["-qec", command, "/dev/null"], {
		env: { ...process.env, TERM: "xterm", NO_COLOR: "1" },
	});
	onTestFinished(() => void child.kill("SIGKILL"));
	const howFar = /\r\u001b\[K-{20} 0% {2}[\d,]+ conversations, \d+ s left/;
	let shown = "";
	// Who reads no more ends it, so both have to be there: the first stretch of the
	// corpus may be written after the first words.
	for await (const text of child.stdout.setEncoding("utf8")) {
		shown += text;
		if (howFar.test(shown) && statSync(file).size > 0) break;
	}
	expect(shown).toMatch(howFar);
	expect(statSync(file).size).toBeGreaterThan(0);
});

test("Ctrl-C ends it where it writes into a file", async () => {
	const file = join(await temporaryFolder(), "corpus.jsonl");
	const output = openSync(file, "w");
	const child = spawn(process.execPath, [COMMAND, "generate", "--count=1e9"], {
		stdio: ["ignore", output, "ignore"],
	});
	onTestFinished(() => void child.kill("SIGKILL"));
	closeSync(output);
	const ended = happened(child, "exit");
	while (statSync(file).size === 0) await turn();
	child.kill("SIGINT");
	expect(await ended).toEqual([130, null]);
});
