// Runs the commands that people run most out of a bundle, and writes the code cache
// of what V8 compiled for them beside it: node scripts/code-cache.mjs dist
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

// Every command reads the whole cache, so that what takes long in any case, as a
// replay does, has no place in it.
const usual = [
	["--help"],
	["config", "init"],
	["config", "check"],
	["check", "PROG 7982 USRS:1,1234,JOHN,1"],
	["check", "PROG 7982 USRS:1,12345"],
	["compose", "USRS", "user=1", "pin=1234"],
	["commands", "USRS"],
	["text", "PROG 7982 MODE:A"],
	["do", "zone 3 open"],
	["people", "add", "+33612345678", "--name", "Anna", "--can", "arm,disarm"],
	["text", "ARM", "--from", "+33612345678"],
	["status"],
	["log"],
	["plan", "site.yaml", "--from", "factory"],
];

const launcher = resolve(process.argv[2], "bundled.js");
const { CODE_CACHE, bundled } = await import(pathToFileURL(launcher).href);
// With an old one nothing would be compiled that is in it, and nothing left out.
rmSync(CODE_CACHE, { force: true });
const { waysIn, script } = bundled();

// What is programmed here is nobody's panel, wherever theirs is.
for (const name of Object.keys(process.env))
	if (name.startsWith("ALARMPANEL_")) delete process.env[name];
const folder = mkdtempSync(join(tmpdir(), "alarmpanel-cache-"));
process.chdir(folder);
writeFileSync(
	"site.yaml",
	`users: { 1: { name: ANNA, pin: "4711" }, 2: { name: BEN, pin: "0815" } }
zones: { 1: { rfId: "0123456701", name: Front door, attribute: entry } }
reporting: { destinations: { 1: { url: "sms://+15550177", group: 1, level: alarm } } }
`,
);
process.stdout.write = () => true;
for (const args of usual) await waysIn.ran(args);
writeFileSync(CODE_CACHE, script.createCachedData());
process.chdir(tmpdir());
rmSync(folder, { recursive: true });
