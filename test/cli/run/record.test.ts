import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";
import { typed } from "../../support/typed-verb.ts";

test("run --record writes a session that holds on another machine, for its owner only", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	shell.run(["text", "PROG 7982 USRS:1,4711,JOHN"]);
	const { status, stderr } = shell.run(
		["run", "--record", "a.smst"],
		"PROG 7982 MODE:A\n@ +30s\n! keypad 4711 disarm\nPROG 7982 MOD?:\nhello\n",
	);
	expect(status).toBe(0);
	expect(stderr).toContain(
		"recording into a.smst, beginning with a-config.json; both hold codes and PINs, and are yours only (mode 0600)\n",
	);
	const transcript = readFileSync(shell.path("a.smst"), "utf8");
	expect(transcript.split("\n").filter((line) => !/^[@s]/.test(line))).toEqual([
		"id a",
		"model vst-2752",
		"config a-config.json",
		"> PROG 7982 MODE:A",
		"< MODE:OK",
		"! keypad 4711 disarm",
		"> PROG 7982 MOD?:",
		"< MODE?D",
		"> hello",
		"<",
		"",
	]);
	for (const file of ["a.smst", "a-config.json"])
		expect(statSync(shell.path(file)).mode & 0o777).toBe(0o600);
	const replayed = await typed("replay", [shell.path("a.smst")]);
	expect([replayed.code, replayed.stderr]).toEqual([0, ""]);
	expect(replayed.stdout).toMatch(/^1 conversation: 1 passed/);

	const again = shell.run(["run", "--record", "a.smst"], "PROG 7982 MOD?:\n");
	expect([again.status, again.stdout]).toEqual([2, ""]);
	expect(again.stderr).toContain(
		"--record: a.smst is there already; a recording replaces nothing\n",
	);
	expect(readFileSync(shell.path("a.smst"), "utf8")).toBe(transcript);
});

test("serve --record writes what other processes do, until it is ended", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { child, until, ended } = shell.start([
		"serve",
		"--record",
		"night.smst",
	]);
	await until("phone +15550101 at");
	shell.run(["text", "PROG 7982 MODE:H"]);
	shell.run(["do", "mains", "fail"]);
	child.kill("SIGTERM");
	expect((await ended).status).toBe(0);
	const transcript = readFileSync(shell.path("night.smst"), "utf8");
	expect(transcript.split("\n").filter((line) => /^[>!<]/.test(line))).toEqual([
		"! gsm found",
		"> PROG 7982 MODE:H",
		"< MODE:OK",
		"! mains fail",
	]);
	const replayed = await typed("replay", [shell.path("night.smst")]);
	expect([replayed.code, replayed.stderr]).toEqual([0, ""]);
});

test("a recording is a transcript by its name", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { status, stderr } = shell.run(["run", "--record", "a.jsonl"]);
	expect([status, stderr.split("\n")[0]]).toEqual([
		1,
		"alarmpanel: --record: a transcript's name ends with .smst, as in a.smst",
	]);
});
