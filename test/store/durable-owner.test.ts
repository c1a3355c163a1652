import { chown, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { geteuid } from "node:process";
import { expect, test } from "vitest";
import { replaceFile } from "../../src/store/durable-file.ts";
import { temporaryFolder } from "../support/folder.ts";

test.skipIf(geteuid?.() !== 0)(
	"what root writes in place of a user's file is the user's",
	async () => {
		const file = join(await temporaryFolder(), "panel-config.json");
		await writeFile(file, "old");
		await chown(file, 65_534, 65_534);
		await replaceFile(file, "new");
		const { uid, gid, mode } = await stat(file);
		expect([uid, gid, mode & 0o777]).toEqual([65_534, 65_534, 0o600]);
		expect(await readFile(file, "utf8")).toBe("new");
	},
);
