import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../scripts/bundle.mjs";
import { COMMAND, FOLDER, millionConversations } from "./replay-corpus.ts";
import { median, report } from "./verdict.ts";

/*
 * A million one-message conversations: read, parse, bind, transition, reply,
 * digest. Whole processes, start and all, that take turns; ratios are of runs
 * of one round. Python reads the same lines with its standard library and
 * matches one regular expression.
 *
 * A replay recalls what came of texts that it has heard before, which is more
 * than half of these. The builds in which nothing is recalled do all the work for
 * every message, and the hand reader is one of them in which only the reader of
 * messages is another. All have the same digest.
 */

const ROUNDS = 5;

const corpus = millionConversations();
const nothingRecalled = await variant("nothing-recalled", [
	[/[/\\]lone-texts\.ts$/, "no-lone-texts.ts"],
]);
const handReader = await variant("hand-reader", [
	[/[/\\]lone-texts\.ts$/, "no-lone-texts.ts"],
	[/grammar[/\\]pword[/\\]read\.ts$/, "hand-message.ts"],
]);

const contenders = {
	"default jobs": [process.execPath, COMMAND, "replay", corpus],
	"one thread": [process.execPath, COMMAND, "replay", corpus, "--jobs=1"],
	"two threads": [process.execPath, COMMAND, "replay", corpus, "--jobs=2"],
	"nothing recalled": [process.execPath, nothingRecalled, "replay", corpus],
	"nothing recalled, one thread": [
		process.execPath,
		nothingRecalled,
		"replay",
		corpus,
		"--jobs=1",
	],
	"hand reader, one thread": [
		process.execPath,
		handReader,
		"replay",
		corpus,
		"--jobs=1",
	],
	python: ["python3", join(import.meta.dirname, "contenders/match.py"), corpus],
} as const;
type Name = keyof typeof contenders;
const names = Object.keys(contenders) as Name[];

const seconds = new Map<Name, number[]>(names.map((name) => [name, []]));
/** Of the processor, which somebody else on the machine disturbs less. */
const busy = new Map<Name, number[]>(names.map((name) => [name, []]));
const outputs = new Map<Name, string>();
for (let round = -1; round < ROUNDS; round += 1)
	for (const name of names) {
		const taken = timed(name);
		if (round < 0) continue;
		seconds.get(name)?.push(taken.seconds);
		busy.get(name)?.push(taken.busy);
	}

const expected = outputs.get("one thread");
for (const name of names)
	if (name !== "python" && outputs.get(name) !== expected)
		throw new Error(`${name}: ${outputs.get(name)}, not ${expected}`);

console.log(`whole processes, seconds and those of the processor,`);
console.log(`median of ${ROUNDS} rounds`);
for (const name of names)
	console.log(
		`  ${name.padEnd(26)}${[seconds, busy]
			.map((each) =>
				median(each.get(name) ?? [])
					.toFixed(2)
					.padStart(7),
			)
			.join("")}`,
	);
console.log();
const kept = [
	report("python / default jobs", ratios("python", "default jobs"), {
		least: 1.3,
	}),
	report("python / one thread", ratios("python", "one thread")),
	report("one thread / two", ratios("one thread", "two threads"), {
		least: 1.4,
	}),
	report("python / nothing recalled", ratios("python", "nothing recalled")),
	report(
		"nothing recalled / hand reader",
		ratios("nothing recalled, one thread", "hand reader, one thread"),
		{ most: 1.4 },
	),
];
console.log("\nthe same of processor time");
report("python / one thread", ratios("python", "one thread", busy));
report(
	"nothing recalled / hand reader",
	ratios("nothing recalled, one thread", "hand reader, one thread", busy),
);
if (kept.includes(false)) process.exitCode = 1;

function timed(name: Name): { seconds: number; busy: number } {
	const start = performance.now();
	const { status, stdout, stderr } = spawnSync(
		"sh",
		["-c", '"$@" && times', "sh", ...contenders[name]],
		{ encoding: "utf8" },
	);
	const taken = (performance.now() - start) / 1000;
	if (status !== 0) throw new Error(`${name}: ${stderr}`);
	// The shell's own times come first, then those of what it ran.
	const lines = stdout.trimEnd().split("\n");
	outputs.set(name, lines.slice(0, -2).join("\n"));
	const times = (lines.at(-1) ?? "").matchAll(/(\d+)m([\d.]+)s/g);
	const busy = Array.from(
		times,
		([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
	).reduce((sum, each) => sum + each, 0);
	return { seconds: taken, busy };
}

function ratios(one: Name, other: Name, of = seconds): number[] {
	const others = of.get(other) ?? [];
	return (of.get(one) ?? []).map(
		(each, at) => each / (others[at] ?? Number.NaN),
	);
}

/** The command line with contenders in place of some of its files. */
async function variant(
	name: string,
	replaced: readonly (readonly [filter: RegExp, contender: string])[],
): Promise<string> {
	const outdir = join(FOLDER, name);
	await bundle(
		outdir,
		replaced.map(([filter, contender]) => ({
			name: contender,
			setup: ({ onLoad }) =>
				onLoad({ filter }, () => ({
					contents: `export * from "${join(import.meta.dirname, "contenders", contender)}";`,
					loader: "ts",
				})),
		})),
	);
	const imports = {
		"#replay-corpora": "./replay-corpora.js",
		"#replay-worker": "./replay-worker.js",
	};
	writeFileSync(
		join(outdir, "package.json"),
		JSON.stringify({ type: "module", imports }),
	);
	return join(outdir, "alarmpanel.js");
}
