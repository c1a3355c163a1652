import {
	chmodSync,
	linkSync,
	mkdirSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
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

/** The files that a folder stands for, by their paths from there. */
async function meantBy(folder: string, isEvery = false) {
	const files = await corpusFiles([folder], isEvery);
	return files.map((file) => file.slice(folder.length + 1));
}

test("the corpora below a folder, each once, however links lead there", async () => {
	const folder = await folderOf(
		"z/deep/a.smst",
		"z/b c\n😀.jsonl.gz",
		"z/.hidden/c.smst",
		"z/.c.smst",
		"d.smst",
		"e.txt",
	);
	for (const [target, link] of [
		["..", "z/up"],
		["../../z", "z/deep/back"],
		["z/deep", "other"],
		["self", "self"],
		["d.smst", "a-link.smst"],
		["../d.smst", "z/another-link.smst"],
		["d.smst", "linked.txt"],
		["gone", "gone.smst"],
	] as const)
		symlinkSync(target, join(folder, link));
	expect(await meantBy(folder)).toEqual([
		"d.smst",
		"gone.smst",
		"other/a.smst",
		"z/b c\n😀.jsonl.gz",
	]);
	expect(await meantBy(folder, true)).toEqual([
		"d.smst",
		"e.txt",
		"gone.smst",
		"linked.txt",
		"other/a.smst",
		"self",
		"z/b c\n😀.jsonl.gz",
	]);
});

test("a file that only links lead to has the name of the first", async () => {
	const folder = await folderOf("m/n/o.txt");
	mkdirSync(join(folder, "of links"));
	for (const link of ["y.jsonl", "x.jsonl", "x.jsonl.gz"])
		symlinkSync("../m/n/o.txt", join(folder, "of links", link));
	expect(await meantBy(folder)).toEqual([
		"of links/x.jsonl",
		"of links/x.jsonl.gz",
	]);
	const named = ["of links/y.jsonl", "of links/x.jsonl", "m/n/o.txt"];
	expect(await corpusFiles(named.map((name) => join(folder, name)))).toEqual([
		join(folder, "of links/y.jsonl"),
		join(folder, "m/n/o.txt"),
	]);
});

test("a file of two names of its own is two", async () => {
	const folder = await folderOf("a.smst");
	linkSync(join(folder, "a.smst"), join(folder, "b.smst"));
	expect(await meantBy(folder)).toEqual(["a.smst", "b.smst"]);
});

// Nothing is closed to root.
test.skipIf(process.getuid?.() === 0)(
	"a folder that cannot be read is not passed over",
	async () => {
		const folder = await folderOf("a.smst", "closed/b.smst");
		chmodSync(join(folder, "closed"), 0);
		await expect(corpusFiles([folder])).rejects.toMatchObject({
			code: "EACCES",
			path: `${folder}/closed/`,
		});
		chmodSync(join(folder, "closed"), 0o700);
	},
);
