import { build } from "esbuild";
import { expect, test } from "vitest";

/*
 * What a replay of plain lines loads before it holds the first conversation,
 * each of its threads once more: it is most of the time of a small corpus.
 */

/** Small, and loaded by otpauth in any case. */
const hashing = ["@noble/hashes/sha2.js", "@noble/hashes/utils.js"];

test.each([
	[
		"src/cli/replay/replay-corpora.ts",
		[
			...hashing,
			"chevrotain",
			"fastest-levenshtein",
			"otpauth/slim",
			"picocolors",
		],
	],
	[
		"src/replay/run/worker.ts",
		[...hashing, "chevrotain", "fastest-levenshtein", "otpauth/slim"],
	],
])("%s loads %j and no reader of transcripts", async (entry, packages) => {
	const { files, strangers } = await loadedBy(entry);
	expect(strangers).toEqual(packages);
	expect(files).not.toContain("src/conversation/json-line.ts");
	expect(files).not.toContain("grammar/transcript/parser.ts");
});

/** The files that are loaded with one of ours, and the packages. */
async function loadedBy(entry: string) {
	const { metafile } = await build({
		entryPoints: [entry],
		bundle: true,
		write: false,
		outdir: "dist",
		platform: "node",
		format: "esm",
		packages: "external",
		metafile: true,
	});
	const files = new Set([entry]);
	const strangers = new Set<string>();
	for (const file of files)
		for (const { path, kind, external } of metafile.inputs[file]?.imports ??
			[]) {
			if (kind === "dynamic-import") continue;
			if (external !== true) files.add(path);
			else if (!path.startsWith("node:")) strangers.add(path);
		}
	return { files: [...files], strangers: [...strangers].sort() };
}
