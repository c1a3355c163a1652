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
	await watchCorpora([name(folder)], systemClock, ended, async () => {
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
	await watchCorpora([file], systemClock, wait(systemClock, 400), async () => {
		runs += 1;
		writeFileSync(join(folder, "report.html"), `run ${runs}`);
	});
	expect(runs).toBe(1);
});
