import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import { clients, testWith } from "../clients/support/installed.ts";
import { endOf, QueueFleet } from "../support/queue-fleet.ts";

/*
 * Two versions compared, of which workers ran one or both: the conversations that
 * differ are the same wherever they were run, and are named in the file that people
 * know.
 */

const LINES = 30_000;
const CHANGED = [0, 17, 25_000];
const lines = (changed: readonly number[]) =>
	Array.from({ length: LINES }, (_, at) => {
		const word = changed.includes(at) ? "PIN?" : "ECHO:";
		const steps = [{ sms: `PROG 7982 ${word}` }];
		return `${JSON.stringify({ id: `c${at}`, steps })}\n`;
	});

testWith(
	[clients.redis],
	"workers and threads name the same differences of two versions",
	async () => {
		const fleet = await QueueFleet.start();
		const { shell } = fleet;
		const corpus = fleet.corpus("mine", "c.jsonl", lines([]));
		fleet.corpus("theirs", "c.jsonl", lines(CHANGED));
		spawnSync("gzip", ["-k", shell.path(corpus)]);
		const packed = `${corpus}.gz`;
		await fleet.worker("--corpus=.");

		const here = shell.run(["replay", corpus, "--digest-file=here"]);
		const queued = await endOf(fleet.replay(corpus, "--digest-file=queue"));
		expect(here.status).toBe(0);
		expect(queued).toEqual({ ...here, stderr: "" });
		shell.run(["replay", "theirs/c.jsonl", "--digest-file=other.here"]);
		await fleet.replay("theirs/c.jsonl", "--digest-file=other.queue").ended;
		// As another version would write them, which runs this corpus so.
		for (const place of ["here", "queue"]) {
			const [head = ""] = readFileSync(shell.path(place), "utf8").split("\n");
			const name = shell.path(`other.${place}`);
			const [, ...blocks] = readFileSync(name, "utf8").split("\n");
			const own = { ...JSON.parse(head), engine: "0.0.9-abcdef01" };
			writeFileSync(name, [JSON.stringify(own), ...blocks].join("\n"));
		}

		for (const file of [corpus, packed])
			for (const place of ["here", "queue"]) {
				const { engine } = JSON.parse(
					readFileSync(shell.path(place), "utf8").split("\n")[0] ?? "",
				);
				const same = {
					status: 0,
					stdout: `${here.stdout}the same as in ${place}, of version ${engine}\n`,
					stderr: "",
				};
				const differs = {
					status: 5,
					stdout: `${here.stdout}differs from other.${place}, of version 0.0.9-abcdef01, in 2 blocks:
  c0 (${file}:1)
  c17 (${file}:18)
  c25000 (${file}:25001)
`,
					stderr: "",
				};
				const known = `--against-digest=${place}`;
				expect(await endOf(fleet.replay(file, known))).toEqual(same);
				expect(shell.run(["replay", file, known])).toEqual(same);
				const other = `--against-digest=other.${place}`;
				expect(await endOf(fleet.replay(file, other))).toEqual(differs);
				expect(shell.run(["replay", file, other])).toEqual(differs);
			}
	},
);
