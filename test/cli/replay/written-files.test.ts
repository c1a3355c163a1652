import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { Shell } from "../../support/command-line.ts";

const TRANSCRIPT = "id a\n> PROG 7982 ECHO:\n< NO\n";

afterEach(() => void vi.unstubAllEnvs());

/** A folder with a corpus, and the first line of what a replay says there. */
function corpora() {
	const shell = new Shell();
	writeFileSync(shell.path("a.smst"), TRANSCRIPT);
	symlinkSync("a.smst", shell.path("link.smst"));
	return {
		shell,
		said(...args: string[]) {
			const { status, stderr } = shell.run(["replay", ...args]);
			const [line = ""] = stderr.split("\n");
			return [status, line.replace("alarmpanel: ", "")];
		},
		content: (name: string) => readFileSync(shell.path(name), "utf8"),
	};
}

test.each([
	["--reporter", "junit:a.smst"],
	["--reporter", "tap:./a.smst"],
	["--digest-file", "a.smst"],
	["--coverage-json", "link.smst"],
])("%s %s does not replace the corpus that is read", (option, value) => {
	const { said, content } = corpora();
	const file = value.replace(/^\w+:/, "");
	for (const read of ["a.smst", "link.smst"])
		expect(said(read, option, value)).toEqual([
			1,
			`${option}: ${file} is read, and would be replaced`,
		]);
	expect(content("a.smst")).toBe(TRANSCRIPT);
});

test.each(["--coverage-json", "--digest-file"])(
	"%s and a report have files of their own",
	(option) => {
		const { said } = corpora();
		expect(said("a.smst", option, "o", "--reporter", "tap:./o")).toEqual([
			1,
			`--reporter: ${option} and tap cannot both write into ./o`,
		]);
	},
);

test("each report has a file of its own", () => {
	const { said } = corpora();
	expect(
		said("a.smst", "--reporter", "junit:x.xml", "--reporter", "tap:./x.xml"),
	).toEqual([1, "--reporter: junit and tap cannot both write into ./x.xml"]);
	expect(said("a.smst", "--reporter", "junit:")).toEqual([
		1,
		"--reporter: junit: names no file behind the colon",
	]);
	const nowhere = ["--reporter", "junit:/dev/null"];
	expect(said("a.smst", ...nowhere, ...nowhere)).toEqual([4, ""]);
});

test("--update refuses what it cannot write into, and leaves it as it is", () => {
	// There it is refused whatever it would write into.
	vi.stubEnv("CI", "");
	const { shell, said, content } = corpora();
	const packed = gzipSync(TRANSCRIPT);
	writeFileSync(shell.path("b.smst.gz"), packed);
	expect(said("a.smst", "b.smst.gz", "--update")).toEqual([
		1,
		"--update: b.smst.gz is packed; unpack it first",
	]);
	expect(gunzipSync(readFileSync(shell.path("b.smst.gz"))).toString()).toBe(
		TRANSCRIPT,
	);
	expect(content("a.smst")).toBe(TRANSCRIPT);
	expect(said("-", "--update")).toEqual([
		1,
		"--update: standard input cannot be written into",
	]);
	writeFileSync(shell.path("c.csv"), "text,expected\nPROG 7982 ECHO:,NO\n");
	expect(said("c.csv", "--update")).toEqual([
		1,
		"--update: c.csv has no place for what is expected; replay --convert transcript c.csv writes one that has",
	]);
	expect(said("link.smst", "--update")).toEqual([0, "updated a (link.smst:2)"]);
	expect(content("a.smst")).toBe("id a\n> PROG 7982 ECHO:\n< ECHO:OK\n");
});

test("--merge counts a shard once, and says what is no result", () => {
	const { shell, said } = corpora();
	expect(said("a.smst", "--reporter", "json:1.json")).toEqual([4, ""]);
	writeFileSync(shell.path("copy.json"), readFileSync(shell.path("1.json")));
	expect(said("--merge", "1.json", "copy.json")).toEqual([
		2,
		"copy.json: the same result as 1.json, and a shard counts once",
	]);
	expect(said("--merge", "1.json", "--reporter", "json:1.json")).toEqual([
		1,
		"--reporter: 1.json is read, and would be replaced",
	]);
	expect(said("--merge", "none.json")).toEqual([
		2,
		"cannot read none.json: it is not there",
	]);
	writeFileSync(shell.path("2.json"), '{"failures":[\n{"id":"a}');
	expect(said("--merge", "2.json")).toEqual([
		2,
		"2.json:2:7: this is not JSON: this text is not closed on its line, or has a character that JSON does not allow",
	]);
	writeFileSync(shell.path("3.json"), "{}");
	expect(said("--merge", "3.json")).toEqual([
		2,
		"3.json:1:1: no result of --reporter json: failures: a list, this is missing",
	]);
});

test("--merge wants each shard of a run, and one seed", () => {
	const { shell, said } = corpora();
	writeFileSync(
		shell.path("many.smst"),
		Array.from({ length: 20 }, (_, at) => `id c${at}\n> x\n<\n\n`).join(""),
	);
	const shard = (at: string, seed = "1", name = at.replace("/", "-")) => {
		const args = ["many.smst", "--shard", at, "--seed", seed];
		expect(said(...args, "--reporter", `json:${name}.json`)).toEqual([0, ""]);
	};
	for (const at of ["1/3", "2/3", "3/3", "1/2", "2/2"]) shard(at);
	shard("2/3", "2", "other");
	expect(said("--merge", "3-3.json", "1-3.json", "2-3.json")).toEqual([0, ""]);
	// Two corpora, divided otherwise.
	const both = ["1-3.json", "2-3.json", "3-3.json", "1-2.json", "2-2.json"];
	expect(said("--merge", ...both)).toEqual([0, ""]);
	expect(said("--merge", ...both.slice(0, 4))).toEqual([
		2,
		"--merge: shard 2/2 is missing",
	]);
	expect(said("--merge", "1-3.json", "3-3.json")).toEqual([
		2,
		"--merge: shard 2/3 is missing",
	]);
	expect(said("--merge", "1-3.json", "other.json", "3-3.json")).toEqual([
		2,
		"--merge: the results are of seeds 1, 2",
	]);
});

test("a file that cannot be written is told before anything is run", () => {
	const { shell } = corpora();
	const missing =
		"none/a.json cannot be written: its folder is not there (ENOENT)";
	const modem = ["--against", "tcp://127.0.0.1:1", "--number", "+15550100"];
	for (const options of [
		["--coverage-json", "none/a.json"],
		["--digest-file", "none/a.json"],
		["--reporter", "json:none/a.json"],
		[...modem, "--write-quirks", "none/a.json"],
	])
		expect(shell.run(["replay", "a.smst", ...options])).toEqual({
			status: 3,
			stdout: "",
			stderr: `alarmpanel: ${missing}\n`,
		});
});

test("--merge adds up coverage only where each result has it", () => {
	const { shell, said } = corpora();
	writeFileSync(shell.path("b.smst"), "id b\n> PROG 7982 MODE:A\n");
	said("a.smst", "--coverage", "--reporter", "json:1.json");
	said("b.smst", "--reporter", "json:2.json");
	for (const option of ["--coverage", "--coverage-json=c.json"])
		expect(said("--merge", "1.json", "2.json", option)).toEqual([
			2,
			"2.json: it has no coverage; its run needs --coverage, too",
		]);
	said("b.smst", "--coverage", "--reporter", "json:2.json");
	const both = ["--merge", "1.json", "2.json", "--coverage-json=c.json"];
	expect(said(...both)).toEqual([4, ""]);
	const [{ kinds }] = JSON.parse(readFileSync(shell.path("c.json"), "utf8"));
	const { ECHO, MODE } = kinds.commands.things;
	expect([ECHO, MODE]).toEqual([1, 1]);
});
