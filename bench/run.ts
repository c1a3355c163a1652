import { spawnSync } from "node:child_process";
import { join } from "node:path";

/*
 * Runs the benches one after the other, each in its own process: side by side
 * they would measure each other. A bench ends with 1 when it misses a gate.
 * `npm run bench` runs all but the long ones, `npm run bench -- memory` only
 * the named ones. Options go to the bench: `startup --against 018fc5f`.
 */

const BENCHES = [
	"reader",
	"startup",
	"line",
	"plan",
	"dialects",
	"replay",
	"face",
	"doors",
];
const LONG = ["memory", "fleet"];

const typed = process.argv.slice(2);
const options = typed.findIndex((word) => word.startsWith("--"));
const named = options === -1 ? typed : typed.slice(0, options);
const handedOn = options === -1 ? [] : typed.slice(options);
const unknown = named.filter((name) => ![...BENCHES, ...LONG].includes(name));
if (unknown.length > 0) {
	console.error(
		`there is no bench ${unknown.join(", ")}; there are ${[...BENCHES, ...LONG].join(", ")}`,
	);
	process.exit(1);
}

let missed = 0;
for (const bench of named.length === 0 ? BENCHES : named) {
	console.log(`\n${bench}`);
	const { status } = spawnSync(
		process.execPath,
		["--import", "tsx", join(import.meta.dirname, `${bench}.ts`), ...handedOn],
		{ stdio: "inherit" },
	);
	if (status !== 0) missed++;
}
process.exitCode = missed === 0 ? 0 : 1;
