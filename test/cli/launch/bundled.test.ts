import { spawnSync } from "node:child_process";
import {
	copyFileSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/*
 * The launcher beside a bundle, with V8's code cache and without it. The build's
 * own cache may be of another Node than this one.
 */

const dist = join(import.meta.dirname, "../../../dist");
const codeCache = join(import.meta.dirname, "../../../scripts/code-cache.mjs");

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-bundled-"));
const cacheFile = join(folder, "caches/check/command-line.cache");
afterAll(() => rmSync(folder, { recursive: true }));

/** A panel of somebody who builds. */
const panel = join(folder, "panel-config.json");

function node(...args: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: folder,
		encoding: "utf8",
		env: { ...process.env, ALARMPANEL_CONFIG: panel },
	});
	return { status, stdout, stderr };
}

const check = () => node("alarmpanel.js", "check", "PROG 7982 MODE:A");
const isRefused = () =>
	node(
		"--input-type=module",
		"--eval",
		'import { bundled, scripts } from "./bundled.js"; bundled("check"); console.log(scripts.get("command-line").cachedDataRejected);',
	).stdout;

let without: ReturnType<typeof check>;
let remembered: string;
let cache: Buffer;
beforeAll(() => {
	writeFileSync(join(folder, "package.json"), '{"type":"module"}');
	for (const name of ["alarmpanel.js", "bundled.js", "command-line.cjs"])
		copyFileSync(join(dist, name), join(folder, name));
	expect(node("alarmpanel.js", "config", "init").status).toBe(0);
	without = check();
	expect(without.status).toBe(0);
	remembered = readFileSync(panel, "utf8");
	expect(node(codeCache, ".").status).toBe(0);
	cache = readFileSync(cacheFile);
});

test("writing the cache programs nobody's panel", () => {
	expect(readFileSync(panel, "utf8")).toBe(remembered);
});

test("V8 takes the cache that it has written, and the command does what it does without", () => {
	expect(isRefused()).toBe("false\n");
	expect(check()).toEqual(without);
});

test.each([
	["is empty", () => Buffer.alloc(0)],
	["is none", () => Buffer.from("no code cache")],
	["was cut short", () => cache.subarray(0, Math.floor(cache.length / 2))],
	[
		"is of another V8",
		() => {
			const other = Buffer.from(cache);
			// In the second word is the hash of V8's version.
			other.writeUInt8(other.readUInt8(4) ^ 1, 4);
			return other;
		},
	],
])("a cache that %s is left aside", (_, spoilt) => {
	writeFileSync(cacheFile, spoilt());
	expect(isRefused()).toBe("true\n");
	expect(check()).toEqual(without);
});
