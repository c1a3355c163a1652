import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { corpusFiles } from "../../../src/replay/corpus/corpus-files.ts";
import { temporaryFolder } from "../../support/folder.ts";

async function folderOf(...names: string[]): Promise<string> {
	const folder = await temporaryFolder();
	for (const name of names) {
		mkdirSync(join(folder, dirname(name)), { recursive: true });
		writeFileSync(join(folder, name), "");
	}
	return folder;
}

/** The files that globs and names in a folder stand for, by their paths from there. */
async function meantIn(folder: string, ...names: string[]) {
	const files = await corpusFiles(names.map((name) => `${folder}/${name}`));
	return files.map((file) => relative(folder, file));
}

test("a glob stands for each file once, however links lead there", async () => {
	const folder = await folderOf(
		"packages/a/x.smst",
		"packages/b/y.smst",
		"packages/b/[1] {2} ü.smst",
		"packages/.hidden/z.smst",
	);
	mkdirSync(join(folder, "packages/b/modules"));
	symlinkSync("../../a", join(folder, "packages/b/modules/a"));
	symlinkSync("..", join(folder, "packages/up"));
	expect(await meantIn(folder, "**/*.smst")).toEqual([
		"packages/a/x.smst",
		"packages/b/[1] {2} ü.smst",
		"packages/b/y.smst",
	]);
	// The link is the only name that this one knows.
	expect(await meantIn(folder, "packages/b/modules/**/*.smst")).toEqual([
		"packages/b/modules/a/x.smst",
	]);
	expect(
		await meantIn(
			folder,
			"packages/b/modules/a/x.smst",
			"packages",
			"packages/../packages/b/*.smst",
			"./packages/a/x.smst",
		),
	).toEqual([
		"packages/a/x.smst",
		"packages/b/[1] {2} ü.smst",
		"packages/b/y.smst",
	]);
});

test("a link to what is not there is a file, to be told when it is read", async () => {
	const folder = await folderOf("a.smst");
	symlinkSync("gone", join(folder, "gone.smst"));
	symlinkSync("self.smst", join(folder, "self.smst"));
	symlinkSync("gone", join(folder, "gone.txt"));
	expect(await meantIn(folder, "*.smst")).toEqual([
		"a.smst",
		"gone.smst",
		"self.smst",
	]);
});

test("a folder that cannot be read is not passed over", async () => {
	// Nothing is closed to root, but a path has at most 4,096 bytes.
	const long = "l".repeat(250);
	const folder = await folderOf("a.smst");
	const deep = join("s", "t", ...Array.from({ length: 15 }, () => long));
	mkdirSync(join(folder, deep), { recursive: true });
	renameSync(join(folder, "s", "t"), join(folder, "s", long));
	renameSync(join(folder, "s"), join(folder, long));
	try {
		expect(await meantIn(folder, "*.smst")).toEqual(["a.smst"]);
		for (const names of [[`${folder}/**/*.smst`], [folder]])
			await expect(corpusFiles(names)).rejects.toMatchObject({
				code: "ENAMETOOLONG",
			});
	} finally {
		// Else it could not be removed.
		renameSync(join(folder, long), join(folder, "s"));
		renameSync(join(folder, "s", long), join(folder, "s", "t"));
	}
});
