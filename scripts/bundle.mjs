// How the command line and the library are bundled: by the build, and by benches
// that compare it with one in which a part is another.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const options = {
	absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
	bundle: true,
	minify: true,
	// Where a program breaks, Node prints the whole line.
	lineLimit: 200,
	platform: "node",
	target: "node20.19",
	alias: {
		// For what lays out the help, and measures it.
		"string-width": "./scripts/ascii-width.mjs",
		"wrap-ansi": "./scripts/ascii-wrap.mjs",
		// What yargs would look for in folders that are not ours.
		"escalade/sync": "./scripts/own-package.mjs",
		y18n: "./scripts/english.mjs",
	},
	metafile: true,
	// Native, and loaded only when a port is opened.
	external: ["serialport", "@lydell/node-pty", "bullmq", "ioredis"],
	legalComments: "none",
	logLevel: "warning",
};

/**
 * Packages that only some commands load. Each is a script of its own: with them in it,
 * reading the bundle would take longer for every command.
 */
const LATE = [
	"csv-parse",
	"csv-parse/sync",
	"junit-report-builder",
	"libphonenumber-js/min",
	"mqtt",
	"railroad-diagrams",
	"sax",
	"yaml",
];

/** The script of a package, beside the bundle. */
const lateScript = (name) => `packages/${name.replaceAll("/", "-")}.cjs`;

/**
 * Leaves the late packages out of the bundle.
 *
 * @param {Set<string>} met which of them it imports
 */
const lateApart = (met) => ({
	name: "late packages apart",
	setup: ({ onResolve }) =>
		onResolve({ filter: new RegExp(`^(?:${LATE.join("|")})$`) }, ({ path }) => {
			met.add(path);
			return { path: `./${lateScript(path)}`, external: true };
		}),
});

/**
 * The files of other makers' languages as text, without blanks: they are read when
 * somebody asks for one.
 *
 * @type {import("esbuild").Plugin}
 */
export const languageTexts = {
	name: "language-texts",
	setup(build) {
		build.onLoad(
			{ filter: /models[\\/]dialects[\\/][^\\/]+\.json$/ },
			({ path }) => ({
				contents: JSON.stringify(JSON.parse(readFileSync(path, "utf8"))),
				loader: "text",
			}),
		);
	},
};

/**
 * The command line is one script, which two launchers load together with V8's code
 * cache for it; the library is modules that share chunks, as bundlers of others
 * want it.
 *
 * @param {string} outdir
 * @param {import("esbuild").Plugin[]} plugins
 * @returns what went into each of the bundles
 */
export async function bundle(outdir, plugins = []) {
	const late = new Set();
	const script = await build({
		...options,
		outdir,
		plugins: [languageTexts, ...plugins, lateApart(late)],
		write: false,
		format: "cjs",
		outExtension: { ".js": ".cjs" },
		entryPoints: { "command-line": "src/cli/bundle-exports.ts" },
		// A script knows neither its address as a module does, nor how to import.
		supported: { "dynamic-import": false },
		define: { "import.meta.url": "addressOfScript" },
		banner: {
			js: 'const addressOfScript=require("node:url").pathToFileURL(__filename).href;',
		},
	});
	const packages = await build({
		...options,
		outdir,
		write: false,
		format: "cjs",
		outExtension: { ".js": ".cjs" },
		entryPoints: Object.fromEntries(
			Array.from(late, (name) => [
				lateScript(name).replace(/\.cjs$/, ""),
				name,
			]),
		),
	});
	for (const { path, text } of [
		...script.outputFiles,
		...packages.outputFiles,
	]) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, asFunction(inAscii(text)));
	}
	const launchers = await build({
		...options,
		outdir,
		format: "esm",
		entryPoints: {
			alarmpanel: "src/cli/launch/alarmpanel.ts",
			"replay-worker": "src/cli/launch/replay-worker.ts",
			bundled: "src/cli/launch/bundled.ts",
		},
	});
	const library = await build({
		...options,
		outdir,
		plugins: [languageTexts, ...plugins],
		format: "esm",
		splitting: true,
		chunkNames: "chunks/[name]-[hash]",
		entryPoints: { index: "src/index.ts" },
		// Some packages are CommonJS and ask for Node's modules with require, which a
		// module does not have.
		banner: {
			js: 'import{createRequire as nodeRequire}from"node:module";const require=nodeRequire(import.meta.url);',
		},
	});
	return [
		script.metafile,
		packages.metafile,
		launchers.metafile,
		library.metafile,
	];
}

/**
 * Writes V8's code caches beside the bundle: what processes of their own compile while
 * they run the commands that people run most.
 *
 * @param {string} outdir
 */
export function keepCodeCache(outdir) {
	const script = fileURLToPath(new URL("code-cache.mjs", import.meta.url));
	const { status, stderr } = spawnSync(process.execPath, [script, outdir], {
		stdio: ["ignore", "ignore", "pipe"],
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(`${script}: exit ${status}\n${stderr}`);
}

/**
 * In a regular expression esbuild keeps what is beyond ASCII, and for a single such
 * character V8 would take two octets for every one of the script.
 */
function inAscii(source) {
	return source.replace(
		/[^\0-\x7f]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

/** As Node wraps what `require` loads. */
function asFunction(source) {
	return `(function (exports, require, module, __filename, __dirname) {"use strict";${source}\n})`;
}
