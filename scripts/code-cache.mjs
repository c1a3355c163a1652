// Runs the commands that people run most out of a bundle, and writes code caches
// of what V8 compiled for them beside it: node scripts/code-cache.mjs dist
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

// A command reads its cache whole, so that what takes long in any case, as a
// replay does, has no place in one. The usual ones come last, because they make a
// panel's file, and most who check a message have none.
const runs = {
	help: [["--help"]],
	check: [
		["check", "PROG 7982 USRS:1,1234,JOHN,1"],
		["check", "PROG 7982 USRS:1,12345"],
	],
	plan: [["plan", "site.yaml", "--from", "factory"]],
	usual: [
		["--help"],
		["config", "init"],
		["config", "check"],
		["compose", "USRS", "user=1", "pin=1234"],
		["commands", "USRS"],
		["text", "PROG 7982 MODE:A"],
		["do", "zone 3 open"],
		["people", "add", "+33612345678", "--name", "Anna", "--can", "arm,disarm"],
		["text", "ARM", "--from", "+33612345678"],
		["status"],
		["log"],
	],
};

const outdir = resolve(process.argv[2]);
const [, , , cache] = process.argv;
if (cache === undefined) writeAll();
else await write(cache);

/** Each in a process of its own: V8 keeps what it has compiled. */
function writeAll() {
	// With an old one nothing would be compiled that is in it, and nothing left out.
	rmSync(join(outdir, "caches"), { recursive: true, force: true });
	const folder = mkdtempSync(join(tmpdir(), "alarmpanel-cache-"));
	writeFileSync(
		join(folder, "site.yaml"),
		`users: { 1: { name: ANNA, pin: "4711" }, 2: { name: BEN, pin: "0815" } }
zones: { 1: { rfId: "0123456701", name: Front door, attribute: entry } }
reporting: { destinations: { 1: { url: "sms://+15550177", group: 1, level: alarm } } }
`,
	);
	for (const each of Object.keys(runs)) {
		const { status } = spawnSync(
			process.execPath,
			[fileURLToPath(import.meta.url), outdir, each],
			{ cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
		);
		if (status !== 0) process.exitCode = 1;
	}
	rmSync(folder, { recursive: true });
}

async function write(cache) {
	const launcher = join(outdir, "bundled.js");
	const { bundled, cacheFile, scripts } = await import(
		pathToFileURL(launcher).href
	);
	const { ran } = bundled(cache);
	// What is programmed here is nobody's panel, wherever theirs is.
	for (const name of Object.keys(process.env))
		if (name.startsWith("ALARMPANEL_")) delete process.env[name];
	process.stdout.write = () => true;
	for (const args of runs[cache]) await ran(args);
	for (const [name, script] of scripts) {
		const file = cacheFile(cache, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, script.createCachedData());
	}
}
