import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { type Typed, typed } from "../../support/typed-verb.ts";

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const right = "id right\n> PROG 7982 ECHO:\n< ECHO:OK\n";
const wrong = "id wrong\n> PROG 7982 ECHO:\n< ECHO:ERROR\n";

test("ends with the counts and the digest", async () => {
	const { code, stdout, stderr } = await replayed([file("a.smst", right)]);
	expect([code, stderr]).toEqual([0, ""]);
	expect(stdout).toMatch(
		/^1 conversation: 1 passed, 0 failed; held 1 by a sister's manual \(seed 1\)\ndigest sha256:[0-9a-f]{64}\n$/,
	);
});

test("exits 4 for a claim that does not hold, which it names", async () => {
	const name = file("b.smst", wrong);
	const { code, stdout } = await replayed([name]);
	expect(code).toBe(4);
	expect(stdout).toContain(`FAILED wrong, step 1 (${name}:2)\n`);
});

test("exits 2 for a line that cannot be read, with its place", async () => {
	const name = file(
		"c.jsonl",
		'{"id":"a","steps":[]}\n{"id":\n{"id":"b","steps":[]}\n',
	);
	const { code, stdout } = await replayed([name]);
	expect(code).toBe(2);
	expect(stdout).toContain(`${name}:2:7: this is not JSON`);
	expect(stdout).toContain("1 good conversation behind the first not run");
});

test("leaves stdout to a reporter for programs", async () => {
	const path = join(folder, "result.json");
	const { code, stdout, stderr } = await replayed([
		file("d.smst", wrong),
		"--json",
		"--reporter",
		`tap:${path}`,
	]);
	expect(code).toBe(4);
	expect(JSON.parse(stdout)).toMatchObject({ conversations: 1, failed: 1 });
	expect(stderr).toMatch(/^1 conversation: .*\ndigest sha256:/);
	expect(readFileSync(path, "utf8")).toMatch(
		/^TAP version 14\nnot ok 1 - wrong\n/,
	);
});

test("writes nothing under CI=true", async () => {
	const name = file("e.smst", wrong);
	vi.stubEnv("CI", "true");
	const { code } = await replayed([name, "--update"]);
	vi.unstubAllEnvs();
	expect([code, readFileSync(name, "utf8")]).toEqual([1, wrong]);
});

test.each([
	[[], 1],
	[["nothing.smst"], 2],
	[[".", "--shard", "3/2"], 1],
	[[".", "--bail=0"], 1],
	[[".", "--jobs=0"], 1],
	[[".", "--jobs=many"], 1],
	[[".", "--reporter", "nobody"], 1],
	[[".", "--reporter", "tap", "--reporter", "json"], 1],
])("%j exits %d", async (args, code) => {
	expect((await replayed(args)).code).toBe(code);
});

test("converts there and back", async () => {
	const name = file("f.smst", right);
	const lines = await replayed(["--convert", "json-lines", name]);
	expect(lines.stdout).toBe(
		'{"id":"right","steps":[{"sms":"PROG 7982 ECHO:","replies":["ECHO:OK"]}]}\n',
	);
	const back = await replayed([
		"--convert",
		"transcript",
		file("f.jsonl", lines.stdout),
	]);
	expect(back.stdout).toBe(right);
});

function file(name: string, content: string): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

function replayed(args: readonly string[]): Promise<Typed> {
	return typed("replay", args);
}

test("holds a whole corpus over a channel, and takes no rule that there is not", async () => {
	const name = file("air.smst", "id air\n> PROG 7982 ECHO:\n<\n");
	const lossy = await replayed([name, "--channel", "loss 100%"]);
	expect([lossy.code, lossy.stderr]).toEqual([0, ""]);
	const wrongRule = await replayed([name, "--channel", "lose some"]);
	expect(wrongRule.code).toBe(1);
	expect(wrongRule.stderr).toMatch(/^alarmpanel: --channel: "lose some" is no/);
});

test("names the place of a rule that there is not", async () => {
	const smst = await replayed([file("rule.smst", "id r\nchannel lose\n")]);
	expect([smst.code, smst.stdout]).toMatchObject([
		2,
		expect.stringContaining("rule.smst:2:9: channel: no rule of the network"),
	]);
	const jsonl = await replayed([
		file("rule.jsonl", '{"id":"r","steps":[{"channel":"lose"}]}\n'),
	]);
	expect(jsonl.stdout).toContain("rule.jsonl:1:21: steps.0.channel: ");
});

test("--coverage says what was touched, the same from any shards", async () => {
	const name = file(
		"cover.jsonl",
		["ECHO:", "MODE:H", "MOD?:"]
			.map((sms, at) => `{"id":"${at}","steps":[{"sms":"PROG 7982 ${sms}"}]}\n`)
			.join(""),
	);
	const whole = await replayed([name, "--coverage"]);
	expect(whole.stdout).toMatch(
		/^coverage of vst-2752\n {2}commands +3 of +\d+/,
	);
	const parts = [1, 2, 3].map((index) => join(folder, `${index}.json`));
	for (const [at, part] of parts.entries())
		await replayed([
			name,
			"--coverage",
			...["--shard", `${at + 1}/3`, "--reporter", `json:${part}`],
		]);
	const json = join(folder, "coverage.json");
	const merged = await replayed([
		"--merge",
		"--coverage",
		"--coverage-json",
		json,
		...parts,
	]);
	expect(merged.stdout).toBe(whole.stdout);
	expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject([
		{
			model: "vst-2752",
			kinds: { commands: { touched: 3, things: { ECHO: 1, USRS: 0 } } },
		},
	]);
});

test("--shrink prints the shortest conversation that fails as each does", async () => {
	const name = file(
		"shrink.smst",
		`${right}\nid long\n> PROG 7982 ECHO:\n@ +1h\n> PROG 7982 USRS:1,12\n< USRS:OK\n`,
	);
	const { code, stdout, stderr } = await replayed([name, "--shrink"]);
	expect([code, stderr]).toEqual([
		4,
		`long (${name}:8): 1 of 3 steps are enough\n`,
	]);
	expect(stdout).toBe(
		"id long\n> PROG 7982 USRS:1,12\n< USRS:OK\n# got < USRS:ERROR\n",
	);
	const again = file("shrunk.smst", stdout);
	expect((await replayed([again])).code).toBe(4);
	const nothing = await replayed([file("fine.smst", right), "--shrink"]);
	expect([nothing.code, nothing.stdout, nothing.stderr]).toEqual([
		0,
		"",
		"every conversation passes: nothing to shrink\n",
	]);
});

test("--quirks answers as a panel does that was compared", async () => {
	const quirk = {
		name: "usrs-error",
		word: "USRS",
		verdict: "error",
		why: "parameter/digits",
		parameter: "pin",
		shape: "vv",
		ours: ["USRS:ERROR"],
		theirs: [],
	};
	const quirks = file(
		"quirks.json",
		JSON.stringify({ model: "vst-2752", quirks: [quirk] }),
	);
	const name = file(
		"quirk.smst",
		"id q\n> PROG 7982 USRS:1,12\n<\n> PROG 7982 USRS:1,x,1\n< USRS:ERROR\n",
	);
	expect((await replayed([name])).code).toBe(4);
	const quiet = await replayed([name, "--quirks", quirks]);
	expect([quiet.code, quiet.stderr]).toEqual([0, ""]);

	// They are of one model: another one answers as it always does.
	const other = file(
		"other.smst",
		"id o\nmodel mz-8\n> PROG 7982 USRS:1,12\n< USRS:ERROR\n",
	);
	expect((await replayed([other, "--quirks", quirks])).code).toBe(0);
	const elsewhere = ["--model", "mz-8", "--quirks", quirks];
	expect(await replayed([other, ...elsewhere])).toMatchObject({
		code: 0,
		stderr: `note: --quirks ${quirks}: its quirks are of a vst-2752; a conversation that names no model runs on a mz-8, without them\n`,
	});
	const empty = file("empty.json", '{"model":"vst-2752","quirks":[]}');
	expect(await replayed([other, "--quirks", empty])).toMatchObject({
		code: 0,
		stderr: `note: --quirks ${empty}: there is no quirk in it\n`,
	});
	const strange = file("strange.json", '{"model":"vst","quirks":[]}');
	expect(await replayed([name, "--quirks", strange])).toMatchObject({
		code: 2,
		stderr: expect.stringContaining(
			`--quirks ${strange}: model: there is no model vst. Did you mean vst-2752? There are vst-2752, `,
		),
	});
	const torn = file("torn.json", '{"model":\n"vst-2752",');
	expect(await replayed([name, "--quirks", torn])).toMatchObject({
		code: 2,
		stderr: expect.stringContaining(
			`--quirks ${torn}:2:12: this is not JSON: a key in quotes is due here, but the file ends\n`,
		),
	});
	const against = [
		...["--against", "tcp://127.0.0.1:1", "--number", "+15550100"],
		...["--model", "cr200", "--quirks", quirks],
	];
	expect(await replayed([name, ...against])).toMatchObject({
		code: 1,
		stderr: expect.stringContaining(
			"--quirks: they are of a panel like vst-2752, and ours is a cr200\n",
		),
	});

	const wrongFile = file("none.json", '{"model":"mz-8"}');
	const refused = await replayed([name, "--quirks", wrongFile]);
	expect([refused.code, refused.stderr]).toEqual([
		2,
		expect.stringContaining(`--quirks ${wrongFile}: quirks: `),
	]);
});

test("--against names what it lacks before anything is sent", async () => {
	const name = file("against.smst", right);
	const place = ["--against", "tcp://127.0.0.1:1"];
	const whom = await replayed([name, ...place]);
	expect([whom.code, whom.stderr.split("\n")[0]]).toEqual([
		1,
		"alarmpanel: --against needs --number, the other panel's number",
	]);
	const bad = await replayed([
		file("bad.smst", "id a\n@ soon\n"),
		...[...place, "--number", "+15550100"],
	]);
	expect([bad.code, bad.stdout]).toEqual([2, ""]);
	const nobody = await replayed([name, ...place, "--number", "+15550100"]);
	expect(nobody.code).toBe(3);
});

test("--merge tells each conversation, as one run does", async () => {
	const name = file(
		"cases.jsonl",
		["a", "b", "c", "d"]
			.map(
				(id) =>
					`{"id":"${id}","steps":[{"sms":"PROG 7982 ECHO:","replies":["${id === "c" ? "no" : "ECHO:OK"}"]}]}\n`,
			)
			.join(""),
	);
	const parts = [1, 2].map((index) => join(folder, `cases-${index}.json`));
	for (const [at, part] of parts.entries())
		await replayed([
			...[name, "--shard", `${at + 1}/2`],
			...["--reporter", `json:${part}`],
		]);
	const merged = await replayed(["--merge", ...parts, "--reporter", "tap"]);
	const points = merged.stdout.match(/^(not )?ok \d+ - .*$/gm) ?? [];
	expect(points.map((point) => point.replace(/ \d+ -/, "")).toSorted()).toEqual(
		["not ok c", "ok a", "ok b", "ok d"],
	);
});
