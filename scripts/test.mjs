// `npm test`: installs and builds when needed, then types, lint and tests.
// Arguments are handed to vitest: npm test -- --project house
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { ready } from "./ready.mjs";

ready();
const bin = (path) => join("node_modules", ...path.split("/"));
const steps = [
	["types", bin("typescript/bin/tsc"), "--noEmit"],
	["types", bin("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.page.json"],
	["lint", bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", "."],
	["tests", bin("vitest/vitest.mjs"), "run", ...process.argv.slice(2)],
];
for (const [what, ...command] of steps) {
	const { status } = spawnSync(process.execPath, command, { stdio: "inherit" });
	if (status !== 0) {
		process.stderr.write(`npm test: ${what} failed\n`);
		process.exit(status ?? 1);
	}
}
