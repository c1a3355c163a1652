// How the command line and the library are bundled: by the build, and by benches
// that compare it with one in which a part is another.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const options = {
	absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
	bundle: true,
	splitting: true,
	minify: true,
	platform: "node",
	format: "esm",
	target: "node20.19",
	// For what lays out the help, and measures it.
	alias: { "string-width": "./scripts/ascii-width.mjs" },
	// Some packages are CommonJS and ask for Node's modules with require, which a
	// module does not have.
	banner: {
		js: 'import{createRequire as nodeRequire}from"node:module";const require=nodeRequire(import.meta.url);',
	},
	chunkNames: "chunks/[name]-[hash]",
	metafile: true,
	// Native, and loaded only when a port is opened.
	external: ["serialport", "@lydell/node-pty"],
	legalComments: "none",
	logLevel: "warning",
};

/**
 * What several verbs share is cut into files of its own, some two hundred, of which
 * a replay, which needs most of the house, would load a hundred. Finding a file
 * takes half a millisecond: bundled apart, replays and their threads load thirty.
 *
 * @param {string} outdir
 * @param {import("esbuild").Plugin[]} plugins
 * @returns what went into each of the two bundles
 */
export async function bundle(outdir, plugins = []) {
	const replays = await build({
		...options,
		outdir,
		plugins,
		entryPoints: {
			"replay-corpora": "src/cli/replay-corpora.ts",
			"replay-worker": "src/replay/worker.ts",
		},
	});
	const rest = await build({
		...options,
		outdir,
		plugins: [...plugins, replaysApart],
		entryPoints: { alarmpanel: "src/cli/main.ts", index: "src/index.ts" },
	});
	return [replays.metafile, rest.metafile];
}

const replaysApart = {
	name: "replays-apart",
	setup: ({ onResolve }) =>
		onResolve({ filter: /\/replay-corpora\.ts$/ }, ({ kind }) =>
			kind === "dynamic-import"
				? { path: "#replay-corpora", external: true }
				: null,
		),
};
