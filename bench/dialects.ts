import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pword } from "../grammar/pword/dialect.ts";
import { languageNames } from "../src/models/language-files.ts";
import { modelNamed } from "../src/models/models.ts";
import { generated } from "../src/replay/generate/generate.ts";
import { report } from "./verdict.ts";

/*
 * Languages that a file describes, against the one whose reader is written by hand:
 * messages in a row that takes turns, long texts of nothing but separators, and
 * whole processes.
 */

const ROUNDS = 7;
/** Enough for some milliseconds of reading. */
const TEXTS = 20_000;
/** A check takes some hundredths of a second, and Linux counts processor time in hundredths. */
const PAIRS = 5;
const CHECK_ROUNDS = 3;

const own = modelNamed("vst-2752");
if (own === undefined) throw new Error("there is no vst-2752");
const plain = textsFor(own.name);
const kept: boolean[] = [];

console.log("a message / one of vst-2752 by hand");
for (const name of languageNames) {
	const dialect = dialectOf(name);
	const texts = textsFor(name);
	const ratios: number[] = [];
	for (let round = -2; round < ROUNDS; round++) {
		const byHand = timeOf(plain, pword.read);
		const taken = timeOf(texts, dialect.read);
		if (round >= 0) ratios.push(taken / byHand);
	}
	kept.push(report(name, ratios, { most: 12 }));
}

console.log("100,000 separators / 50,000, of each sign the slowest");
for (const name of languageNames) {
	const dialect = dialectOf(name);
	const slowest = [...",;:#*_=.+ -/"].map((sign) => {
		// A single text is read too quickly to be measured.
		const halves = Array.from({ length: 50 }, () => sign.repeat(50_000));
		const wholes = Array.from({ length: 50 }, () => sign.repeat(100_000));
		const ratios: number[] = [];
		for (let round = -1; round < 3; round++) {
			const half = timeOf(halves, dialect.read);
			const all = timeOf(wholes, dialect.read);
			if (round >= 0) ratios.push(all / half);
		}
		return ratios.toSorted((a, b) => a - b);
	});
	const middles = slowest.map(([, middle]) => middle ?? Number.NaN);
	kept.push(report(name, [Math.max(...middles)], { most: 2.5 }));
}

console.log(
	"alarmpanel check, processor time of whole processes in pairs / that of vst-2752",
);
const command = join(import.meta.dirname, "../dist/alarmpanel.js");
const folder = mkdtempSync(join(tmpdir(), "alarmpanel-bench-"));
for (const name of languageNames) {
	const [text = ""] = textsFor(name, 1);
	const ratios: number[] = [];
	for (let round = -1; round < CHECK_ROUNDS; round++) {
		let base = 0;
		let taken = 0;
		for (let pair = 0; pair < PAIRS; pair++) {
			base += checkTime(own.name, plain[0] ?? "");
			taken += checkTime(name, text);
		}
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
		...{ model, naming: false, count, steps: 1 },
		...{ invalid: 0, seed: 42, expect: false },
	});
	return Array.from(conversations, ({ steps: [step] }) =>
		step !== undefined && "text" in step ? String(step.text) : "",
	);
}

/** Processor time of reading them all, in microseconds. */
function timeOf(
	texts: readonly string[],
	read: (text: string) => unknown,
): number {
	const start = process.cpuUsage();
	for (const text of texts) read(text);
	const { user, system } = process.cpuUsage(start);
	return Math.max(1, user + system) / texts.length;
}

/** Processor time of a check, in hundredths of a second. */
function checkTime(model: string, text: string): number {
	const start = childrensTime();
	const { status, stderr } = spawnSync(
		process.execPath,
		[command, "check", "--model", model, text],
		{ cwd: folder, encoding: "utf8" },
	);
	if (status !== 0) throw new Error(`${model} ${text}: ${stderr}`);
	return childrensTime() - start;
}

/** Processor time of all children that have ended, in hundredths of a second. */
function childrensTime(): number {
	const [, rest = ""] = readFileSync("/proc/self/stat", "utf8").split(") ");
	const fields = rest.split(" ");
	return Number(fields[13]) + Number(fields[14]);
}
