import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { builtAt } from "./built-at.ts";
import { Race } from "./race.ts";
import { report } from "./verdict.ts";

/*
 * What a whole process costs, against a Node that does nothing, and against the
 * command line of an earlier commit: `npm run bench -- startup --against 018fc5f`.
 * They take turns, so that a ratio is of runs that followed each other. Bare Node
 * runs twice in a turn: its ratio to itself is the noise.
 */

const WARM_UPS = 2;
const ROUNDS = 21;

const command = join(import.meta.dirname, "../dist/alarmpanel.js");
// An empty folder: no panel-config.json, so that only the shape is checked.
const folder = mkdtempSync(join(tmpdir(), "alarmpanel-bench-"));

const corpus = join(folder, "corpus.jsonl");
const conversations = Array.from(
	{ length: 20 },
	(_, at) => `{"id":"${at}","steps":[{"sms":"PROG 7982 MODE:A"}]}\n`,
);
writeFileSync(corpus, conversations.join(""));

const bare = ["-e", "0"];
const check = ["check", "PROG 7982 USRS:1,1234,,1"];
const contenders = [
	["noise: bare node / bare node", bare, {}],
	["alarmpanel --help / bare node", [command, "--help"], { most: 2.2 }],
	["alarmpanel check MSG / bare node", [command, ...check], { most: 2.5 }],
	[
		"alarmpanel replay of 20 conversations / bare node",
		[command, "replay", corpus],
		{ most: 3.2 },
	],
] as const;

const ratios = contenders.map((): number[] => []);
for (let round = -WARM_UPS; round < ROUNDS; round++)
	for (const [at, [, args]] of contenders.entries()) {
		const base = milliseconds(bare);
		const taken = milliseconds(args);
		if (round >= 0) ratios[at]?.push(taken / base);
	}

console.log(`whole processes, median of ${ROUNDS} rounds`);
const kept = contenders.map(([name, , gate], at) =>
	report(name, ratios[at] ?? [], gate),
);

const { against } = parseArgs({
	options: { against: { type: "string" } },
}).values;
if (against !== undefined) kept.push(...keptAgainst(against));
rmSync(folder, { recursive: true });
if (kept.includes(false)) process.exitCode = 1;

/** Races with an earlier commit; of processor time, which others disturb less. */
function keptAgainst(commit: string): readonly boolean[] {
	const before = builtAt(commit);
	process.chdir(folder);
	console.log(`\nprocessor time, median of ${ROUNDS} rounds`);
	return [["--help"], check].map((args) => {
		const race = new Race(
			{
				today: [process.execPath, command, ...args],
				before: [process.execPath, before, ...args],
			},
			ROUNDS,
		);
		const name = `${args[0]} / that of ${commit}`;
		return report(name, race.ratios("today", "before", "busy"), { most: 1.05 });
	});
}

function milliseconds(args: readonly string[]): number {
	const start = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder });
	if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
	return performance.now() - start;
}
