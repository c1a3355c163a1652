import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

/** What the bundle exports. */
export type WaysIn = typeof import("../bundle-exports.ts");

/** The bundle, beside the launcher; packages that few commands load stand apart from it. */
const BUNDLE = "command-line";
const PACKAGE = /^\.\/(packages\/.*)\.cjs$/;

/** Which commands a code cache is for. */
export type CacheName = "help" | "check" | "plan" | "usual";

/**
 * A command reads its cache whole, so short ones have a cache of their own, with
 * nothing in it of what the others run.
 *
 * @param verb the first word of the command line
 */
export function cacheFor(verb: string | undefined): CacheName {
	if (verb === "check" || verb === "plan") return verb;
	return verb === undefined || verb === "--help" ? "help" : "usual";
}

/** Where the build keeps what V8 made of a script for these commands. */
export function cacheFile(cache: CacheName, script: string): string {
	return join(import.meta.dirname, "caches", cache, `${script}.cache`);
}

/** What this process has compiled: the bundle, and packages apart from it. */
export const scripts = new Map<string, Script>();

/** What the bundle exports: modules of its own each time. */
export function bundled(cache: CacheName = "usual"): WaysIn {
	const exported = new Map<string, unknown>();
	const exportsOf = (name: string): unknown => {
		if (!exported.has(name)) exported.set(name, evaluated(name));
		return exported.get(name);
	};
	const evaluated = (name: string): unknown => {
		const file = scriptFile(name);
		const module = { exports: {} };
		const fromNode = createRequire(file);
		const required = (id: string): unknown => {
			const apart = PACKAGE.exec(id)?.[1];
			return apart === undefined ? fromNode(id) : exportsOf(apart);
		};
		compiled(name, cache).runInThisContext()(
			module.exports,
			required,
			module,
			file,
			dirname(file),
		);
		return module.exports;
	};
	return exportsOf(BUNDLE) as WaysIn;
}

function scriptFile(name: string): string {
	return join(import.meta.dirname, `${name}.cjs`);
}

/**
 * Loads a script with V8's code cache for it: finding a hundred files and compiling
 * what is in them took a third of a short command. Another V8, or one that was given
 * other options, refuses the cache and compiles by itself.
 */
function compiled(name: string, cache: CacheName): Script {
	const known = scripts.get(name);
	if (known !== undefined) return known;
	// The build leaves nothing but ASCII in it.
	const source = readFileSync(scriptFile(name), "latin1");
	const cachedData = contentOf(cacheFile(cache, name));
	const script = new Script(source, {
		filename: scriptFile(name),
		...(cachedData === null ? {} : { cachedData }),
	});
	scripts.set(name, script);
	return script;
}

function contentOf(file: string): Buffer | null {
	try {
		return readFileSync(file);
	} catch {
		return null;
	}
}
