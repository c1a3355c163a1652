// Types and lint, of what has changed since all was last found good: the tests of
// the rooms are run all day, mostly after a change of one file.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";

/** The files that were good, each with its digest. */
const GOOD = join("node_modules", ".cache", "good.json");
/** What the verdict on every file hangs on. */
const RULES = ["biome.json", "package-lock.json"];
/** More files than that are not named one by one on a command line. */
const NAMED = 200;

/**
 * Starts the checks that are needed, to run beside the tests.
 * @returns what each has printed, and the status with which it ended
 */
export async function checks() {
	const files = digests();
	const changed = changedSince(good(), files);
	if (changed?.length === 0) return [];
	const ended = await Promise.all([
		compiled("types", "tsconfig.json"),
		compiled("types of the page", "tsconfig.page.json"),
		linted(changed?.filter((name) => name in files)),
	]);
	// What was edited meanwhile is looked at the next time.
	const same = changedSince(files, digests())?.length === 0;
	if (same && ended.every(({ status }) => status === 0)) keep(files);
	return ended;
}

/** The digests of all files but those that git ignores, undefined without git. */
function digests() {
	const { status, stdout } = spawnSync(
		"git",
		["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
		{ encoding: "utf8", maxBuffer: 2 ** 28 },
	);
	if (status !== 0) return undefined;
	const files = {};
	for (const name of stdout.split("\0")) {
		const digest = name === "" ? undefined : digestOf(name);
		if (digest !== undefined) files[name] = digest;
	}
	return files;
}

/** Undefined for what is deleted, or no file. */
function digestOf(name) {
	try {
		return createHash("sha256").update(readFileSync(name)).digest("base64");
	} catch {
		return undefined;
	}
}

function good() {
	try {
		return JSON.parse(readFileSync(GOOD, "utf8"));
	} catch {
		return undefined;
	}
}

function keep(files) {
	mkdirSync(dirname(GOOD), { recursive: true });
	writeFileSync(GOOD, JSON.stringify(files));
}

/** The names of what came, went or changed; undefined where all has to be looked at. */
function changedSince(before, after) {
	if (before === undefined || after === undefined) return undefined;
	const names = Object.keys({ ...before, ...after }).filter(
		(name) => before[name] !== after[name],
	);
	return names.some((name) => RULES.includes(name)) ? undefined : names;
}

/** Reading all types anew takes longer than the tests of the rooms. */
function compiled(what, project) {
	const kept = join("node_modules", ".cache", `${project}.tsbuildinfo`);
	return run(
		...[what, "typescript/bin/tsc", "--noEmit", "-p", project],
		...["--incremental", "--tsBuildInfoFile", kept],
	);
}

/** No rule of lint looks at more than one file. */
function linted(names) {
	const all = names === undefined || names.length > NAMED;
	return run(
		...["lint", "@biomejs/biome/bin/biome", "ci", "--colors=off"],
		...(all ? ["."] : ["--no-errors-on-unmatched", ...names]),
	);
}

/** Runs a program of a package; what it prints would stand among the tests. */
async function run(what, program, ...args) {
	const child = spawn(
		process.execPath,
		[join("node_modules", ...program.split("/")), ...args],
		{ stdio: ["ignore", "pipe", "pipe"] },
	);
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
	const [status] = await once(child, "close");
	return { what, status, output };
}
