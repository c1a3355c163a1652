import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { COMMAND } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/folder.ts";

const YELLOW = "\u001b[33m";
const GREEN = "\u001b[32m";
const DEFAULT = "\u001b[39m";

test("on a terminal an OK is green, and an ERROR yellow", async () => {
	const shown = await typedOnTerminal("run --model vst-2752", [
		"PROG 7982 USRS:1,12,,1",
		"PROG 7982 USRS:1,1234,,1",
	]);
	expect(shown).toContain(`${YELLOW}< USRS:ERROR${DEFAULT}`);
	expect(shown).toContain(`${GREEN}< USRS:OK${DEFAULT}`);
});

test("an order that there is none of is named, with the nearest one", async () => {
	const shown = await typedOnTerminal("run --model vst-2752", [
		"/foo",
		"/statsu",
	]);
	expect(shown).toContain("there is no /foo\r\n");
	expect(shown).toContain("there is no /statsu; did you mean /status?\r\n");
});

test("on a terminal generate shows how far it is, when the corpus goes elsewhere", async () => {
	const shown = await typedOnTerminal(
		"generate --count 1000000 > corpus.jsonl",
		[],
		" s left",
	);
	expect(shown).toMatch(/#*-+ \d+% {2}[\d,]+ conversations, \d+ s left$/);
});

// Helpers

/**
 * What a command shows on a terminal of its own, as `script` of util-linux gives
 * it: to its end, or until a text is shown. Each line is typed when it is asked for,
 * and the command left after the last.
 */
async function typedOnTerminal(
	args: string,
	lines: readonly string[],
	until = "nothing that is shown",
): Promise<string> {
	const command = `"${process.execPath}" "${COMMAND}" ${args}`;
	const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...env } = process.env;
	const child = spawn("script", ["-qec", command, "/dev/null"], {
		cwd: await temporaryFolder(),
		env: { ...env, TERM: "xterm" },
	});
	onTestFinished(() => void child.kill("SIGKILL"));
	let shown = "";
	let typed = 0;
	child.stdout.setEncoding("utf8");
	for await (const text of child.stdout) {
		shown += text;
		if (shown.endsWith(until)) break;
		const prompts = shown.split("+15550101>").length - 1;
		if (prompts <= typed || lines.length === 0) continue;
		const line = lines[typed] ?? "/quit";
		typed += 1;
		child.stdin.write(`${line}\r`);
	}
	return shown;
}
