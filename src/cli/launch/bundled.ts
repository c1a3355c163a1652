import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

/** What the bundle exports. */
export type WaysIn = typeof import("../bundle-exports.ts");

/** The bundle, beside the launcher, and what V8 had made of it when it was built. */
const BUNDLE = join(import.meta.dirname, "command-line.cjs");
export const CODE_CACHE = join(import.meta.dirname, "command-line.cache");

/** What the bundle exports, and the script that it is. */
export function bundled(): {
	readonly waysIn: WaysIn;
	readonly script: Script;
} {
	const script = compiled();
	return { waysIn: evaluated(script), script };
}

/**
 * Loads the house out of one file, with V8's code cache for it: finding a hundred
 * files and compiling what is in them took a third of a short command. Another V8,
 * or one that was given other options, refuses the cache and compiles by itself.
 */
export function compiled(): Script {
	// The build leaves nothing but ASCII in it.
	const source = readFileSync(BUNDLE, "latin1");
	const cachedData = codeCache();
	return new Script(source, {
		filename: BUNDLE,
		...(cachedData === null ? {} : { cachedData }),
	});
}

/** Runs the script: a house of its own each time. */
export function evaluated(script: Script): WaysIn {
	const module = { exports: {} };
	script.runInThisContext()(
		module.exports,
		createRequire(BUNDLE),
		module,
		BUNDLE,
		dirname(BUNDLE),
	);
	return module.exports as WaysIn;
}

function codeCache(): Buffer | null {
	try {
		return readFileSync(CODE_CACHE);
	} catch {
		return null;
	}
}
