import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFile } from "../../src/store/durable-file.ts";
import { watchFile } from "../../src/store/watch-file.ts";
import { temporaryFolder } from "../support/folder.ts";

test("every replacement of the file is seen, also the second one", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	await writeFile(file, "0");
	const changes = watchFile(file);
	expect(await changes.next()).toEqual({ value: undefined, done: false });
	for (const text of ["1", "2"]) {
		await writeFile(join(folder, "other.json"), text);
		await replaceFile(file, text);
		expect(await changes.next()).toEqual({ value: undefined, done: false });
	}
	await changes.return();
});
