import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

const run = promisify(execFile);

test("every mutant of a small file is run by tests and noticed by one", async () => {
	const { stdout } = await run(process.execPath, [
		join("node_modules", "@stryker-mutator", "core", "bin", "stryker.js"),
		...["run", "--mutate", "src/panel/remote/repeats.ts"],
		...["--concurrency", "1", "--reporters", "clear-text"],
		...["--tempDirName", await temporaryFolder()],
	]);
	const row = stdout.split("\n").find((line) => line.includes("repeats.ts"));
	expect(row?.split("|").map((cell) => cell.trim())).toEqual([
		...["repeats.ts", "100.00", "100.00"],
		// Killed, timed out, survived, without a test, errors.
		...["10", "0", "0", "0", "0", ""],
	]);
});
