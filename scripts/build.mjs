// Bundles the command line and the library into dist/, with their types and the
// licences of what is bundled. Bundling is what makes the command start fast.
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync("dist", { recursive: true, force: true });

const options = {
	outdir: "dist",
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

// What several verbs share is cut into files of its own, some two hundred, of which
// a replay, which needs most of the house, would load a hundred. Finding a file
// takes half a millisecond: bundled apart, replays and their threads load twenty.
const replays = await build({
	...options,
	entryPoints: {
		"replay-corpora": "src/cli/replay-corpora.ts",
		"replay-worker": "src/replay/worker.ts",
	},
});
const rest = await build({
	...options,
	entryPoints: { alarmpanel: "src/cli/main.ts", index: "src/index.ts" },
	plugins: [
		{
			name: "replays-apart",
			setup: ({ onResolve }) =>
				onResolve({ filter: /\/replay-corpora\.ts$/ }, ({ kind }) =>
					kind === "dynamic-import"
						? { path: "#replay-corpora", external: true }
						: null,
				),
		},
	],
});

const command = "dist/alarmpanel.js";
writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, "utf8")}`);
chmodSync(command, 0o755);
writeFileSync(
	"dist/THIRD-PARTY-LICENSES.txt",
	licences(replays.metafile, rest.metafile),
);

const tsc = join("node_modules", "typescript", "bin", "tsc");
const types = spawnSync(process.execPath, [tsc, "-p", "tsconfig.types.json"], {
	stdio: ["ignore", 2, 2],
});
if (types.status !== 0) process.exit(types.status ?? 1);
// Its time tells `npm start` whether this build is still good.
writeFileSync("dist/built", "");

/** The licence texts of the packages that are in the bundle. */
function licences(...metafiles) {
	const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
	const packages = new Set(
		inputs.flatMap(
			(input) =>
				/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[0] ?? [],
		),
	);
	return [...packages]
		.sort()
		.map((folder) => {
			const { name, version, license } = JSON.parse(
				readFileSync(join(folder, "package.json"), "utf8"),
			);
			return `${name} ${version} (${license})\n\n${licenceText(folder)}`;
		})
		.join(`\n\n${"-".repeat(72)}\n\n`);
}

function licenceText(folder) {
	for (const name of [
		"LICENSE",
		"LICENSE.md",
		"LICENSE.txt",
		"license",
		"LICENCE",
	])
		try {
			return readFileSync(join(folder, name), "utf8").trim();
		} catch {}
	return `See the package ${dirname(folder)}.`;
}
