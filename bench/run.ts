import { spawnSync } from "node:child_process";
import { join } from "node:path";

/*
 * Runs the benches one after the other, each in its own process: side by side
 * they would measure each other. A bench ends with 1 when it misses a gate.
 */

const BENCHES = ["reader.ts", "startup.ts", "line.ts"];

let missed = 0;
for (const bench of BENCHES) {
	console.log(`\n${bench}`);
	const { status } = spawnSync(
		process.execPath,
		["--import", "tsx", join(import.meta.dirname, bench)],
		{ stdio: "inherit" },
	);
	if (status !== 0) missed++;
}
process.exitCode = missed === 0 ? 0 : 1;
