import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { expect, test } from "vitest";
import { seededRandom } from "../../src/time/seeded-random.ts";
import { COMMAND } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folder.ts";

/** Under CI=true nothing is updated. */
const env = { ...process.env, CI: "" };

/** Of each form of a corpus. */
const KILLS = 50;

const corpora = [
	{
		name: "corpus.jsonl",
		conversation: (id: number) =>
			`{"id":"c${id}","steps":[{"sms":"PROG 7982 USRS:2,22${id},ANNA"}]}\n`,
	},
	{
		name: "corpus.smst",
		conversation: (id: number) =>
			`id c${id}\n> PROG 7982 USRS:2,22${id},ANNA\n`,
	},
];

/** So many that writing them takes a time that a kill can hit. */
function corpusOf(conversation: (id: number) => string): string {
	return Array.from({ length: 3000 }, (_, at) => conversation(at)).join("");
}

test.each(corpora)(
	"an update of $name that is killed leaves the old corpus or the new one",
	async ({ name, conversation }) => {
		const folder = await temporaryFolder();
		const file = join(folder, name);
		const old = corpusOf(conversation);
		const args = [COMMAND, "replay", file, "--update"];
		writeFileSync(file, old);
		const begun = performance.now();
		expect(spawnSync(process.execPath, args, { env }).status).toBe(0);
		const duration = performance.now() - begun;
		const updated = readFileSync(file, "utf8");
		expect(updated).not.toBe(old);

		const random = seededRandom(1);
		const left = { old: 0, new: 0, less: 0 };
		for (let kill = 0; kill < KILLS; kill += 1) {
			writeFileSync(file, old);
			const child = spawn(process.execPath, args, { env, stdio: "ignore" });
			const exit = once(child, "exit");
			// Most of them near the end, where it is written.
			await later(duration * (1 - 0.6 * random() ** 2));
			child.kill("SIGKILL");
			await exit;
			const found = readFileSync(file, "utf8");
			left[found === old ? "old" : found === updated ? "new" : "less"] += 1;
		}
		expect(left.less).toBe(0);
		expect(left.old + left.new).toBe(KILLS);

		// What killed ones left behind goes with the next update.
		writeFileSync(file, old);
		expect(spawnSync(process.execPath, args, { env }).status).toBe(0);
		expect(readdirSync(folder)).toEqual([name]);
	},
);

test.skipIf(process.platform === "win32").each(corpora)(
	"an update of $name on a full disk says so, exits 3 and leaves the old corpus",
	async ({ name, conversation }) => {
		const folder = await temporaryFolder();
		const file = join(folder, name);
		const old = corpusOf(conversation);
		writeFileSync(file, old);
		// Beyond the shell's limit write(2) fails as on a full disk.
		const { status, stderr } = spawnSync(
			"bash",
			["-c", 'ulimit -f 100; exec "$@"', "bash", process.execPath, COMMAND]
				.concat("replay", file, "--update")
				.concat("--reporter", "json:/dev/null"),
			{ env, encoding: "utf8" },
		);
		expect(stderr).toContain(
			`alarmpanel: ${file} cannot be written: the file would be too large (EFBIG)\n`,
		);
		expect(status).toBe(3);
		expect(readFileSync(file, "utf8")).toBe(old);
		expect(readdirSync(folder)).toEqual([name]);
	},
);
