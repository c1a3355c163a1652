import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { watchCorpora } from "../../../src/cli/replay/watch-corpora.ts";
import { systemClock } from "../../../src/time/system-clock.ts";
import { wait } from "../../../src/time/wait.ts";
import { temporaryFolder } from "../../support/folder.ts";

test.each([
	["a folder", (folder: string) => folder],
	["a file", (folder: string) => join(folder, "deep", "a.smst")],
	["a glob", (folder: string) => join(folder, "**", "*.smst")],
	["a glob of two", (folder: string) => join(folder, "**", "*.{smst,jsonl}")],
	["all below", (folder: string) => join(folder, "**", "a*")],
])("works again when a file changes: %s", async (_, name) => {
	const folder = await temporaryFolder();
	const file = join(folder, "deep", "a.smst");
	mkdirSync(join(folder, "deep"));
	writeFileSync(file, "one");
	let end = () => {};
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	let runs = 0;
	await watchCorpora([name(folder)], false, systemClock, ended, async () => {
		runs += 1;
		writeFileSync(join(folder, "deep", "report.json"), `run ${runs}`);
		if (runs === 3) end();
		else setImmediate(() => writeFileSync(file, `run ${runs}`));
	});
	expect(runs).toBe(3);
});

test("a report that is written beside it is no change", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "a.smst");
	writeFileSync(file, "one");
	let runs = 0;
	const over = wait(systemClock, 400);
	await watchCorpora([file], false, systemClock, over, async () => {
		runs += 1;
		writeFileSync(join(folder, "report.html"), `run ${runs}`);
	});
	expect(runs).toBe(1);
});

test.each([
	["a list of messages, of a folder for every file", "", "list.txt"],
	["what is packed, of a folder", "", "a.jsonl.gz"],
	["a file that is new, of a glob", "*.smst", "b.smst"],
])("it is a change: %s", async (_, glob, name) => {
	const folder = await temporaryFolder();
	writeFileSync(join(folder, "a.smst"), "one");
	let end = () => {};
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	let runs = 0;
	const isEvery = name === "list.txt";
	const names = [join(folder, glob)];
	await watchCorpora(names, isEvery, systemClock, ended, async () => {
		runs += 1;
		if (runs === 2) end();
		else setImmediate(() => writeFileSync(join(folder, name), "new"));
	});
	expect(runs).toBe(2);
});
