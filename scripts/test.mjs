// `npm test`: installs and builds when needed, then types, lint and tests side by
// side. Arguments are handed to vitest: npm test -- --project house
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { ready } from "./ready.mjs";

ready();
const bin = (path) => join("node_modules", ...path.split("/"));

const types = compiled("tsconfig.json");
const typesOfPage = compiled("tsconfig.page.json");
const lint = start(bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", ".");
const tests = spawn(
	process.execPath,
	[bin("vitest/vitest.mjs"), "run", ...process.argv.slice(2)],
	{ stdio: "inherit" },
);

const [status] = await once(tests, "exit");
say("types", await types);
say("types of the page", await typesOfPage);
say("lint", await lint);
say("tests", { status, output: "" });

/** Reading all types anew takes longer than the tests of the rooms. */
function compiled(project) {
	const kept = join("node_modules", ".cache", `${project}.tsbuildinfo`);
	return start(
		...[bin("typescript/bin/tsc"), "--noEmit", "-p", project],
		...["--incremental", "--tsBuildInfoFile", kept],
	);
}

/** Starts a program and keeps what it prints, which would stand among the tests. */
async function start(...command) {
	const child = spawn(process.execPath, command, {
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
	const [status] = await once(child, "close");
	return { status, output };
}

/** Shows what a program that failed has printed, and fails with it. */
function say(what, { status, output }) {
	if (status === 0) return;
	process.stderr.write(`${output}npm test: ${what} failed\n`);
	process.exitCode = 1;
}
