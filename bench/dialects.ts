import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
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

console.log("alarmpanel check, whole processes / that of vst-2752");
const command = join(import.meta.dirname, "../dist/alarmpanel.js");
const folder = mkdtempSync(join(tmpdir(), "alarmpanel-bench-"));
for (const name of languageNames) {
	const ratios: number[] = [];
	for (let round = -1; round < ROUNDS; round++) {
		const base = processTime(own.name, plain[0] ?? "");
		const taken = processTime(name, textsFor(name)[0] ?? "");
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

function textsFor(name: string): readonly string[] {
	const model = modelNamed(name);
	if (model === undefined) throw new Error(`there is no ${name}`);
	const conversations = generated({
		...{ model, naming: false, count: TEXTS, steps: 1 },
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

function processTime(model: string, text: string): number {
	const start = performance.now();
	const { status, stderr } = spawnSync(
		process.execPath,
		[command, "check", "--model", model, text],
		{ cwd: folder, encoding: "utf8" },
	);
	if (status !== 0) throw new Error(`${model} ${text}: ${stderr}`);
	return performance.now() - start;
}
