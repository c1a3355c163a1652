import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

const ROUNDS = 100;
const RACERS = 4;

test("of several processes that race for a dead owner's lock one gets it", async () => {
	const folder = await temporaryFolder();
	const script = join(folder, "racer.mts");
	const lock = new URL("../../src/store/lock.ts", import.meta.url).href;
	// The racers meet at every round through files, so that they come at once.
	await writeFile(
		script,
		`import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { acquireLock } from ${JSON.stringify(lock)};
const [, , name] = process.argv;
const dead = JSON.stringify({ pid: 999999999, host: (await import("node:os")).hostname(), started: "", command: "dead", control: null, processStart: null });
const meet = (place) => {
	writeFileSync(place + "-" + name, "");
	while (readdirSync(".").filter((each) => each.startsWith(place + "-")).length < ${RACERS});
};
for (let round = 0; round < ${ROUNDS}; round += 1) {
	const file = "file" + round;
	if (name === "0") writeFileSync(file + ".lock", dead);
	meet("start" + round);
	const won = await acquireLock(file, { command: "racer", started: 0 }).then(() => true, () => false);
	if (won) console.log(round);
	meet("end" + round);
}
`,
	);
	const outputs = await Promise.all(
		Array.from({ length: RACERS }, (_, name) =>
			promisify(execFile)(
				process.execPath,
				["--import", import.meta.resolve("tsx"), script, String(name)],
				{ cwd: folder },
			),
		),
	);
	const winners = outputs.flatMap(({ stdout }) =>
		stdout.split("\n").filter((line) => line !== ""),
	);
	expect(winners.map(Number).sort((a, b) => a - b)).toEqual(
		Array.from({ length: ROUNDS }, (_, round) => round),
	);
});
