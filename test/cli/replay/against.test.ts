import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

/*
 * A panel that is not ours, at a modem of its own: another model, behind a phone line.
 */

const NUMBER = "+15550100";

let shell: Shell;
beforeEach(() => {
	shell = new Shell();
});

const CORPUS = `id one
> PROG 7982 USRS:2,1111,JOHN

id two
> PROG 7982 MOD?:
> PROG 7982 USRS:2,1111,JOHN

id silence
> hello
`;

test("--bail ends it after a conversation that differs, and the quirk is written", async () => {
	const url = await otherPanel();
	writeFileSync(shell.path("c.smst"), CORPUS);
	const args = ["replay", "c.smst", "--against", url, "--number", NUMBER];
	const ended = await shell.start([
		...[...args, "--patience", "20s", "--bail"],
		...["--write-quirks", "q.json"],
	]).ended;
	expect(ended).toEqual({
		status: 5,
		stdout: [
			"DIFFERS one (c.smst:2): usrs-done",
			"  > **** **** USRS:2,****,JOHN",
			"  ours:   USRS:OK",
			"  theirs: USRS:ERROR",
			"",
			"1 text sent: 0 answered alike, 1 differently",
			"",
		].join("\n"),
		stderr: `sending 4 texts to ${NUMBER} through ${url}\nstopped early (--bail)\n`,
	});
	expect(JSON.parse(readFileSync(shell.path("q.json"), "utf8"))).toMatchObject({
		model: "vst-2752",
		quirks: [{ name: "usrs-done", theirs: ["USRS:ERROR"] }],
	});
});

test("Ctrl-C ends it and keeps what was paid for", async () => {
	const url = await otherPanel();
	writeFileSync(shell.path("c.smst"), CORPUS);
	const replay = shell.start([
		...["replay", "c.smst", "--against", url, "--number", NUMBER],
		...["--patience", "10m", "--write-quirks", "q.json"],
	]);
	await replay.until("DIFFERS two");
	expect(existsSync(shell.path("q.json"))).toBe(false);
	// It waits ten minutes for the silence to last, or is about to.
	replay.child.kill("SIGINT");
	const { status, stdout } = await replay.ended;
	expect([status, stdout.split("\n").at(-2)]).toEqual([
		130,
		expect.stringMatching(
			/^(3 texts sent: 1 answered alike, 2 differently|4 texts sent: 1 answered alike, 2 differently, 1 not waited for)$/,
		),
	]);
	expect(JSON.parse(readFileSync(shell.path("q.json"), "utf8"))).toMatchObject({
		quirks: [{ name: "usrs-done" }],
	});
});

describe("a conversation for another panel costs no text:", () => {
	test.each([
		[
			"id a\nmodel cr200\n> PROG 1234 MODE:A\n",
			"it is for a cr200, and the panel is compared with a vst-2752",
		],
		["id a\nconfig a.json\n> x\n", "it begins with a panel's file of its own"],
	])("%j", (text, why) => {
		writeFileSync(shell.path("a.smst"), text);
		expect(
			shell.run([
				...["replay", "a.smst", "--against", "tcp://127.0.0.1:1"],
				...["--number", NUMBER],
			]),
		).toEqual({
			status: 1,
			stdout: "",
			stderr: `not run: a: ${why}\nnothing was run: no conversation can be held by SMS alone\n`,
		});
	});
});

// Helpers

/** Where a modem reaches the panel of another maker, from a phone line of its own. */
async function otherPanel(): Promise<string> {
	shell.run(["config", "init", "--model", "mz-8", "--config", "real.json"]);
	const serve = shell.start([
		...["serve", "--config", "real.json", "--air-time", "0"],
		...["--line", "+15550101=tcp://127.0.0.1:0"],
	]);
	onTestFinished(async () => {
		serve.child.kill();
		await serve.ended;
	});
	let said = "";
	serve.child.stdout?.on("data", (text) => {
		said += text;
	});
	await serve.until("--modem tcp://127.0.0.1:");
	await serve.until("is ready");
	const [url = ""] = /tcp:[^\s:]+:\d+/.exec(said) ?? [];
	return url;
}
