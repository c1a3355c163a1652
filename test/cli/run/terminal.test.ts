import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { COMMAND } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/folder.ts";

const YELLOW = "\u001b[33m";
const GREEN = "\u001b[32m";
const DEFAULT = "\u001b[39m";

test("on a terminal an OK is green, and an ERROR yellow", async () => {
	// A terminal of its own, as `script` of util-linux gives it.
	const command = `"${process.execPath}" "${COMMAND}" run --model vst-2752`;
	const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...env } = process.env;
	const child = spawn("script", ["-qec", command, "/dev/null"], {
		cwd: await temporaryFolder(),
		env: { ...env, TERM: "xterm" },
	});
	onTestFinished(() => void child.kill("SIGKILL"));
	let shown = "";
	const answers: string[] = [];
	const texts = ["PROG 7982 USRS:1,12,,1", "PROG 7982 USRS:1,1234,,1"];
	child.stdout.setEncoding("utf8");
	for await (const text of child.stdout) {
		shown += text;
		const prompts = shown.split("+15550101>").length - 1;
		// The next text is typed when it is asked for.
		if (prompts > answers.length && answers.length < texts.length) {
			answers.push(texts[answers.length] ?? "");
			child.stdin.write(`${answers.at(-1)}\r`);
		}
		if (shown.includes("< USRS:OK")) break;
	}
	expect(shown).toContain(`${YELLOW}< USRS:ERROR${DEFAULT}`);
	expect(shown).toContain(`${GREEN}< USRS:OK${DEFAULT}`);
});
