import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { COMMAND, FOLDER, millionConversations } from "./replay-corpus.ts";
import { median, report } from "./verdict.ts";

/*
 * A million one-message conversations: read, parse, bind, transition, reply,
 * digest. Whole processes, start and all, that take turns; ratios are of runs
 * of one round. Python reads the same lines with its standard library and
 * matches one regular expression. The hand reader is a build of the product in
 * which only the reader of messages is another, and has the same digest.
 */

const ROUNDS = 5;

const corpus = millionConversations();
const hand = await handBuild();

const contenders = {
	"default jobs": [process.execPath, COMMAND, "replay", corpus],
	"one thread": [process.execPath, COMMAND, "replay", corpus, "--jobs=1"],
	"two threads": [process.execPath, COMMAND, "replay", corpus, "--jobs=2"],
	"hand reader, one thread": [
		process.execPath,
		hand,
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
	report(
		"ours / hand reader, one thread",
		ratios("one thread", "hand reader, one thread"),
		{ most: 1.4 },
	),
	report("one thread / two", ratios("one thread", "two threads"), {
		least: 1.4,
	}),
];
console.log("\nthe same of processor time");
report("python / one thread", ratios("python", "one thread", busy));
report(
	"ours / hand reader, one thread",
	ratios("one thread", "hand reader, one thread", busy),
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

/** The command line with the hand reader in place of the grammar's. */
async function handBuild(): Promise<string> {
	const root = join(import.meta.dirname, "..");
	const outdir = join(FOLDER, "hand-reader");
	await build({
		absWorkingDir: root,
		entryPoints: { alarmpanel: "src/cli/main.ts" },
		outdir,
		outExtension: { ".js": ".mjs" },
		bundle: true,
		splitting: true,
		minify: true,
		platform: "node",
		format: "esm",
		target: "node20.19",
		banner: {
			js: 'import{createRequire as nodeRequire}from"node:module";const require=nodeRequire(import.meta.url);',
		},
		external: ["serialport", "@lydell/node-pty"],
		logLevel: "error",
		plugins: [
			{
				name: "hand-reader",
				setup: ({ onLoad }) =>
					onLoad({ filter: /grammar[/\\]pword[/\\]read\.ts$/ }, () => ({
						contents: `export { read } from "${join(import.meta.dirname, "contenders/hand-message.ts")}";`,
						loader: "ts",
					})),
			},
		],
	});
	return join(outdir, "alarmpanel.mjs");
}
