import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MOST_TEXT, readText } from "../../src/store/read-text.ts";
import { temporaryFolder } from "../support/folder.ts";

test("a file is read whole up to 32 MB, and not at all beyond", async () => {
	const file = join(await temporaryFolder(), "large.json");
	await writeFile(file, "");
	await truncate(file, MOST_TEXT);
	expect(await readText(file)).toHaveLength(MOST_TEXT);
	await truncate(file, MOST_TEXT + 1);
	await expect(readText(file)).rejects.toThrow("it is larger than 32 MB");
});
