import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, keepCodeCache } from "../scripts/bundle.mjs";
import { Race } from "./race.ts";
import {
	COMMAND,
	FOLDER,
	fourTimes,
	millionConversations,
} from "./replay-corpus.ts";
import { report } from "./verdict.ts";

/*
 * A million one-message conversations, no text twice: read, parse, bind,
 * transition, reply, digest. They are written compactly, as Python's json.dumps
 * writes, and with the members in another order. Python reads the same lines
 * with its standard library and matches one regular expression. Four million
 * tell how much of that is starting.
 *
 * The hand reader is a build in which only the reader of messages is another. All
 * have the same digest.
 */

const { compact, spaced, reordered } = await millionConversations();
const handReader = await variant("hand-reader", [
	[/grammar[/\\]pword[/\\]read\.ts$/, "hand-message.ts"],
]);

/** About a second of nothing but the processor, in a function that V8 compiles at once. */
const LOOP = [
	"const turn = () => { let x = 0; for (let i = 0; i < 1e6; i += 1) x = (Math.imul(x, 31) + i) | 0; return x; };",
	"let all = 0; for (let round = 0; round < 1000; round += 1) all ^= turn();",
].join(" ");
const LOOP_TWICE = `new (require("node:worker_threads").Worker)(${JSON.stringify(LOOP)}, { eval: true }); ${LOOP}`;

const strangers = {
	python: matched(spaced),
	"a plain loop": [process.execPath, "--eval", LOOP],
	"two, in threads": [process.execPath, "--eval", LOOP_TWICE],
};

const race = new Race(
	{
		compact: replayed(COMMAND, compact),
		spaced: replayed(COMMAND, spaced),
		reordered: replayed(COMMAND, reordered),
		"one thread": replayed(COMMAND, spaced, "--jobs=1"),
		"two threads": replayed(COMMAND, spaced, "--jobs=2"),
		"hand reader, one thread": replayed(handReader, spaced, "--jobs=1"),
		...strangers,
	},
	5,
);
const expected = race.outputs.get("one thread");
for (const [name, output] of race.outputs)
	if (!(name in strangers) && output !== expected)
		throw new Error(`${name}: ${output}, not ${expected}`);

race.print();
console.log();
const kept = [
	report("spaced / compact", race.ratios("spaced", "compact", "busy"), {
		most: 1.1,
	}),
	report("reordered / compact", race.ratios("reordered", "compact", "busy"), {
		most: 1.1,
	}),
	report("python / spaced", race.ratios("python", "spaced"), { least: 0.85 }),
	report("python / one thread", race.ratios("python", "one thread")),
	report("one thread / two", race.ratios("one thread", "two threads"), {
		least: 1.4,
	}),
	// What two threads can save at most here, where nothing has to be compiled twice.
	report(
		"the same of a plain loop",
		race.ratios("a plain loop", "two, in threads").map((ratio) => 2 * ratio),
	),
	report(
		"one thread / hand reader",
		race.ratios("one thread", "hand reader, one thread"),
		{ most: 1.4 },
	),
	report(
		"the same, of processor time",
		race.ratios("one thread", "hand reader, one thread", "busy"),
	),
];

console.log("\nfour million");
const four = fourTimes(spaced);
const longer = new Race(
	{
		"default jobs": replayed(COMMAND, four),
		"one thread": replayed(COMMAND, four, "--jobs=1"),
		python: matched(four),
	},
	3,
);
rmSync(four);
longer.print();
console.log();
report("python / default jobs", longer.ratios("python", "default jobs"));
report(
	"one thread / default jobs",
	longer.ratios("one thread", "default jobs"),
);
if (kept.includes(false)) process.exitCode = 1;

function replayed(command: string, corpus: string, ...options: string[]) {
	return [process.execPath, command, "replay", corpus, ...options];
}

function matched(corpus: string) {
	return ["python3", join(import.meta.dirname, "contenders/match.py"), corpus];
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
	const imports = { "#replay-worker": "./replay-worker.js" };
	writeFileSync(
		join(outdir, "package.json"),
		JSON.stringify({ type: "module", imports }),
	);
	keepCodeCache(outdir);
	return join(outdir, "alarmpanel.js");
}
