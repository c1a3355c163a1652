import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import {
	corpusFiles,
	NoCorpusError,
} from "../../../src/replay/corpus/corpus-files.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { written } from "../../support/replayed.ts";

let folder: string;
beforeEach(async () => {
	folder = await temporaryFolder();
});

test("the files that are meant by a folder, a glob and a name, each once and in order", async () => {
	written(folder, {
		"b.smst": "",
		"sub/a.jsonl": "",
		"c.txt": "",
		"d.json": "",
	});
	const files = await corpusFiles([
		folder,
		join(folder, "*.smst"),
		join(folder, "c.txt"),
	]);
	expect(files.map((file) => file.slice(folder.length + 1))).toEqual([
		"b.smst",
		"sub/a.jsonl",
		"c.txt",
	]);
});

test.each(["nothing.smst", "*.nothing"])(
	"what means no file is refused: %s",
	async (name) => {
		await expect(corpusFiles([join(folder, name)])).rejects.toThrow(
			NoCorpusError,
		);
	},
);
