import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

let shell: Shell;
beforeEach(() => {
	shell = new Shell();
});

describe("an option that would be ignored is refused:", () => {
	test.each([
		[
			"--against tcp://127.0.0.1:1 --number +15550100 --watch",
			"--against and --watch do not go together",
		],
		[
			"--against tcp://127.0.0.1:1 --number +15550100 --reporter tap",
			"--against and --reporter do not go together",
		],
		[
			"--against tcp://127.0.0.1:1 --number +15550100 --json",
			"--against and --json do not go together",
		],
		[
			"--against tcp://127.0.0.1:1 --number +15550100 --shrink",
			"--against and --shrink do not go together",
		],
		["--number +15550100", "--number goes with --against"],
		["--pin 1234", "--pin goes with --against"],
		["--patience 5s", "--patience goes with --against"],
		["--write-quirks q.json", "--write-quirks goes with --against"],
		["--firmware 1.2", "--firmware goes with --write-quirks"],
		["--shrink --update", "--shrink and --update do not go together"],
		[
			"--shrink --coverage-json c.json",
			"--shrink and --coverage-json do not go together",
		],
		[
			"--convert transcript --channel loss",
			"--convert and --channel do not go together",
		],
		[
			"--convert transcript --merge",
			"--convert and --merge do not go together",
		],
		[
			"--convert transcript --json",
			"--convert transcript and --json do not go together",
		],
		[
			"--convert transcript --model cr200",
			"--convert and --model do not go together",
		],
		["--merge --model cr200", "--merge and --model do not go together"],
		...["", " --coverage", " --update", " --watch"].map((also) => [
			`--config c.json${also}`,
			"--config goes with --against; a conversation names the panel's file that it begins with: config FILE",
		]),
		...[
			...["--convert json-lines", "--merge", "--shrink"],
			...["--digest-file d", "--against-digest d"],
		].map((mode) => [
			`${mode} -c c.json`,
			`${mode.split(" ")[0]} and --config do not go together`,
		]),
		[
			"--quirks q.json --channel loss",
			"--quirks and --channel do not go together",
		],
		["--merge --filter a", "--merge and --filter do not go together"],
		[
			"--digest-file a.digests --watch",
			"--digest-file and --watch do not go together",
		],
		[
			"--against-digest a.digests --bail=2",
			"--against-digest and --bail do not go together",
		],
		["--serve-corpus 127.0.0.1:1", "--serve-corpus goes with --queue"],
		["--junit-size 5", "--junit-size goes with --reporter junit:PATH"],
		["--junit-size 5 -r junit", "--junit-size goes with --reporter junit:PATH"],
	])("%s", (options, why) => {
		writeFileSync(shell.path("a.smst"), "> x\n");
		expect(shell.run(["replay", "a.smst", ...options.split(" ")])).toEqual({
			status: 1,
			stdout: "",
			stderr: `alarmpanel: ${why}\nalarmpanel replay --help says more\n`,
		});
	});
});

test("what the environment says for every verb is not refused", async () => {
	writeFileSync(shell.path("a.smst"), "> PROG 7982 ECHO:\n< ECHO:NO\n");
	const args = ["replay", "a.smst", "--shrink"];
	const plain = shell.run(args);
	expect(plain).toMatchObject({
		status: 4,
		stderr: "a (a.smst:1): 1 of 1 steps are enough\n",
	});
	for (const said of [
		{ ALARMPANEL_JSON: "1" },
		{ ALARMPANEL_CONFIG: "none.json" },
		{ ALARMPANEL_MODEL: "vst-2752" },
	])
		expect(await shell.runBesides(args, said)).toEqual(plain);
});

test("--convert prints what is chosen", () => {
	writeFileSync(
		shell.path("a.smst"),
		"id one\ntags slow\n> x\n\nid two\n> y\n\nid three\ntags slow\n> z\n",
	);
	const args = ["replay", "a.smst", "--convert", "json-lines"];
	const lines = (...options: readonly string[]) =>
		shell
			.run([...args, ...options])
			.stdout.split("\n")
			.flatMap((line) => (line === "" ? [] : [JSON.parse(line).id]));
	expect(lines()).toEqual(["one", "two", "three"]);
	expect(lines("--filter", "slow")).toEqual(["one", "three"]);
	expect(
		[1, 2].flatMap((at) => lines("--shard", `${at}/2`)).toSorted(),
	).toEqual(["one", "three", "two"]);
});

test("a file whose name starts with a dash has another name", () => {
	writeFileSync(shell.path("-x.smst"), "> PROG 7982 ECHO:\n< ECHO:OK\n");
	expect(shell.run(["replay", "--", "-x.smst"])).toEqual({
		status: 1,
		stdout: "",
		stderr:
			"alarmpanel: a file whose name starts with a dash: write ./-x.smst\nalarmpanel replay --help says more\n",
	});
	expect(shell.run(["replay", "./-x.smst"]).status).toBe(0);
});
