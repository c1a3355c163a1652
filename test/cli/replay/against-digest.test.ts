import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	unlinkSync,
	writeFileSync,
} from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

/* What two versions run differently, found by the digests of blocks. */

const LINES = 4000;
const shell = new Shell();
const line = (at: number, text = "ECHO:") =>
	`${JSON.stringify({ id: `c${at}`, steps: [{ sms: `PROG 7982 ${text}` }] })}\n`;
const corpus = Array.from({ length: LINES }, (_, at) => line(at)).join("");
writeFileSync(shell.path("c.jsonl"), corpus);

const OLD = "old.digests";
const written = shell.run(["replay", "c.jsonl", `--digest-file=${OLD}`]);
const known = readFileSync(shell.path(OLD), "utf8");
const [head = "", ...blocks] = known.split("\n");
const { engine } = JSON.parse(head);

/** A run that writes digests of what it does with an altered corpus, as another version would. */
function otherVersion(name: string, changed: readonly number[]): void {
	const texts = Array.from({ length: LINES }, (_, at) =>
		line(at, changed.includes(at) ? "PIN?" : "ECHO:"),
	);
	writeFileSync(shell.path("other.jsonl"), texts.join(""));
	const ran = shell.run(["replay", "other.jsonl", `--digest-file=${name}`]);
	expect(ran.status).toBe(0);
	const [, ...rest] = readFileSync(shell.path(name), "utf8").split("\n");
	const own = JSON.stringify({ ...JSON.parse(head), engine: "0.0.9-abcdef01" });
	writeFileSync(shell.path(name), [own, ...rest].join("\n"));
}

const against = (file: string, ...options: readonly string[]) =>
	shell.run(["replay", "c.jsonl", `--against-digest=${file}`, ...options]);

test("the same version runs the same", () => {
	expect(written.status).toBe(0);
	expect(blocks.length).toBeGreaterThan(3);
	expect(against(OLD)).toEqual({
		status: 0,
		stdout: `${written.stdout}the same as in ${OLD}, of version ${engine}\n`,
		stderr: "",
	});
});

test.each([1, 2])(
	"another version's differences are named, in %i threads",
	(jobs) => {
		otherVersion("other.digests", [0, 1, 3990]);
		expect(against("other.digests", `--jobs=${jobs}`)).toEqual({
			status: 5,
			stdout: `${written.stdout}differs from other.digests, of version 0.0.9-abcdef01, in 2 blocks:
  c0 (c.jsonl:1)
  c1 (c.jsonl:2)
  c3990 (c.jsonl:3991)
`,
			stderr: "",
		});
	},
);

test("what cannot be compared is refused", () => {
	writeFileSync(shell.path("none"), "hello\n");
	writeFileSync(shell.path("cut"), `${[head, blocks[0]].join("\n")}\n`);
	const size = { ...JSON.parse(head), blockSize: 262_144 };
	const resized = [JSON.stringify(size), ...blocks].join("\n");
	writeFileSync(shell.path("resized"), resized);
	writeFileSync(
		shell.path("odd"),
		known.replace('"blockSize":', '"blockSize":-'),
	);
	const refusals = {
		none: "none:1: no file that --digest-file wrote",
		missing: "cannot read missing: there is no such file",
		odd: "odd:1: no file that --digest-file wrote",
		cut: "cut:3: damaged, or of a corpus that is cut into other blocks",
	};
	for (const [file, said] of Object.entries(refusals))
		expect(against(file)).toEqual({
			status: 2,
			stdout: "",
			stderr: `alarmpanel: ${said}\n`,
		});
	expect(against("resized").status).toBe(2);
	expect(against(OLD, "--seed=2").stderr).toBe(
		`alarmpanel: --against-digest ${OLD}: it is of a run with other options\n`,
	);
	writeFileSync(shell.path("d.jsonl"), corpus.replace("c0", "d0"));
	expect(shell.run(["replay", "d.jsonl", `--against-digest=${OLD}`])).toEqual({
		status: 2,
		stdout: "",
		stderr: `alarmpanel: --against-digest ${OLD}: it is of another corpus\n`,
	});
});

test("what leaves no whole run does not go with it", () => {
	const { status, stderr } = against(OLD, "--bail");
	expect(status).toBe(1);
	expect(stderr).toContain("--against-digest and --bail do not go together");
	writeFileSync(shell.path("bad.jsonl"), `${line(1)}{"id":\n`);
	const bad = shell.run(["replay", "bad.jsonl", "--digest-file=bad.digests"]);
	expect([bad.status, bad.stderr]).toEqual([
		2,
		"bad.digests is not written: a part of the corpus was not run\n",
	]);
	expect(existsSync(shell.path("bad.digests"))).toBe(false);

	const beside = '{"id":"a","config":"a.json","steps":[]}\n';
	writeFileSync(shell.path("beside.jsonl"), beside);
	shell.run(["config", "init", "--config", "a.json"]);
	shell.run(["replay", "beside.jsonl", "--digest-file=beside.digests"]);
	unlinkSync(shell.path("a.json"));
	const gone = shell.run([
		...["replay", "beside.jsonl", "--against-digest=beside.digests"],
	]);
	expect([gone.status, gone.stderr]).toEqual([
		2,
		"nothing is compared with beside.digests: a part of the corpus was not run\n",
	]);
});

test("Ctrl-C ends a run with digests, and nothing unpacked stays", async () => {
	const packed = shell.path("long.jsonl.gz");
	const many = Array.from({ length: 400_000 }, (_, at) => line(at)).join("");
	writeFileSync(packed, gzipSync(many, { level: 1 }));
	mkdirSync(shell.path("unpacked"));
	const running = shell.start(
		["replay", "long.jsonl.gz", "--digest-file=long.digests", "--jobs=1"],
		{ TMPDIR: shell.path("unpacked") },
	);
	while (readdirSync(shell.path("unpacked")).length === 0) await pause(20);
	running.child.kill("SIGINT");
	expect(await running.ended).toMatchObject({ status: 130, stdout: "" });
	expect(readdirSync(shell.path("unpacked"))).toEqual([]);
	expect(existsSync(shell.path("long.digests"))).toBe(false);
});
