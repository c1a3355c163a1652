import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pword } from "../grammar/pword/dialect.ts";
import { languageNames } from "../src/models/language-files.ts";
import { modelNamed } from "../src/models/models.ts";
import { generated } from "../src/replay/generate/generate.ts";
import { timed } from "./timed.ts";
import { median, report } from "./verdict.ts";

/*
 * Languages that a file describes, against the one whose reader is written by hand:
 * messages in a row that takes turns, long texts of nothing but separators, and
 * whole processes. `npm run bench -- dialects --language amc` measures one of them.
 */

const ROUNDS = 7;
/** To make a text takes a hundred times as long as to read it. */
const TEXTS = 2000;
/** All texts so many times in a round: enough for some milliseconds of reading. */
const PASSES = 5;
/** The first of them bring the readers to speed. */
const WARM_UPS = 3;
const CHECK_ROUNDS = 9;
/** Least time of a round of separators, in microseconds: what is shorter is not measured well. */
const LEAST = 3000;

const { language: asked = languageNames } = parseArgs({
	options: { language: { type: "string", multiple: true } },
}).values;
const own = modelNamed("vst-2752");
if (own === undefined) throw new Error("there is no vst-2752");
const plain = textsFor(own.name);
const kept: boolean[] = [];

console.log("a message / one of vst-2752 by hand");
for (const name of asked) {
	const dialect = dialectOf(name);
	const texts = textsFor(name);
	const ratios: number[] = [];
	for (let round = -WARM_UPS; round < ROUNDS; round++) {
		const byHand = timeOf(plain, pword.read, PASSES);
		const taken = timeOf(texts, dialect.read, PASSES);
		if (round >= 0) ratios.push(taken / byHand);
	}
	kept.push(report(name, ratios, { most: 12 }));
}

console.log("100,000 separators / 50,000, of each sign the slowest");
for (const name of asked) {
	const dialect = dialectOf(name);
	const middles = [...",;:#*_=.+ -/"].map((sign) => {
		const half = [sign.repeat(50_000)];
		const whole = [sign.repeat(100_000)];
		const passes = passesFor(half, dialect.read);
		const ratios: number[] = [];
		for (let round = 0; round < 3; round++) {
			const base = timeOf(half, dialect.read, passes);
			ratios.push(timeOf(whole, dialect.read, passes) / base);
		}
		return median(ratios);
	});
	kept.push(report(name, [Math.max(...middles)], { most: 2.5 }));
}

console.log(
	"alarmpanel check, processor time of a whole process / that of vst-2752",
);
const command = join(import.meta.dirname, "../dist/alarmpanel.js");
const folder = mkdtempSync(join(tmpdir(), "alarmpanel-bench-"));
for (const name of asked) {
	const [text = ""] = textsFor(name, 1);
	const ratios: number[] = [];
	for (let round = -1; round < CHECK_ROUNDS; round++) {
		const base = checkTime(own.name, plain[0] ?? "");
		const taken = checkTime(name, text);
		if (round >= 0) ratios.push(taken / base);
	}
	kept.push(report(name, ratios, { most: 1.8 }));
}
rmSync(folder, { recursive: true });
if (kept.includes(false)) process.exitCode = 1;

function dialectOf(name: string) {
	const model = modelNamed(name);
	if (model === undefined) throw new Error(`there is no ${name}`);
	return model.dialect;
}

function textsFor(name: string, count = TEXTS): readonly string[] {
	const model = modelNamed(name);
	if (model === undefined) throw new Error(`there is no ${name}`);
	const conversations = generated({
		model,
		naming: false,
		count,
		steps: 1,
		invalid: 0,
		seed: 42,
		expect: false,
	});
	return Array.from(conversations, ({ steps: [step] }) =>
		step !== undefined && "text" in step ? String(step.text) : "",
	);
}

/** Processor time of reading a text of some, in microseconds. */
function timeOf(
	texts: readonly string[],
	read: (text: string) => unknown,
	passes: number,
): number {
	return Math.max(1, timeOfAll(texts, read, passes)) / texts.length / passes;
}

/** Processor time of reading them all so many times, in microseconds. */
function timeOfAll(
	texts: readonly string[],
	read: (text: string) => unknown,
	passes: number,
): number {
	const start = process.cpuUsage();
	for (let pass = 0; pass < passes; pass++)
		for (const text of texts) read(text);
	const { user, system } = process.cpuUsage(start);
	return user + system;
}

/** How often texts are read until that can be measured: at once where they are long to read. */
function passesFor(
	texts: readonly string[],
	read: (text: string) => unknown,
): number {
	let passes = 1;
	while (timeOfAll(texts, read, passes) < LEAST) passes *= 2;
	return passes;
}

/** Processor time of a check, in seconds. */
function checkTime(model: string, text: string): number {
	return timed(
		[process.execPath, command, "check", "--model", model, text],
		folder,
	).busy;
}
