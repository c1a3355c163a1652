// `npm test`: installs and builds when needed, then types, lint and tests side by
// side. Arguments are handed to vitest: npm test -- --project house
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { checks } from "./checks.mjs";
import { ready } from "./ready.mjs";

const asked = process.argv.slice(2);
const sourcesOnly = inSources();
ready({ built: !sourcesOnly });
const checked = checks();
// What starts no process hardly waits: a worker more than cores only takes turns.
const workers = sourcesOnly ? [`--maxWorkers=${availableParallelism()}`] : [];
const tests = spawn(
	process.execPath,
	[join("node_modules", "vitest", "vitest.mjs"), "run", ...workers, ...asked],
	{ stdio: "inherit" },
);

const [status] = await once(tests, "exit");
for (const check of await checked) say(check);
say({ what: "tests", status, output: "" });

/** Whether only what runs from the sources is asked for. */
function inSources() {
	const projects = Array.from(
		asked.join("\n").matchAll(/^--project[=\n](.*)$/gm),
		([, name]) => name,
	);
	return (
		projects.length > 0 &&
		projects.every((name) => name === "house" || name === "laws")
	);
}

/** Shows what a program that failed has printed, and fails with it. */
function say({ what, status, output }) {
	if (status === 0) return;
	process.stderr.write(`${output}npm test: ${what} failed\n`);
	process.exitCode = 1;
}
