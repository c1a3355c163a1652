import { chmod, link, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileRemarks } from "../../src/device/file/file-remarks.ts";
import { temporaryFolder } from "../support/folder.ts";

test.skipIf(process.platform === "win32")(
	"a file that others may open, or that has two names, is remarked on",
	async () => {
		const folder = await temporaryFolder();
		const file = join(folder, "panel-config.json");
		await writeFile(file, "{}", { mode: 0o600 });
		expect(await fileRemarks(file)).toEqual([]);
		await chmod(file, 0o644);
		await link(file, join(folder, "other.json"));
		expect(await fileRemarks(file)).toEqual([
			"others may open panel-config.json, which holds PINs and codes: chmod 600",
			"panel-config.json has 2 names (hard links): the panel writes to this one only",
		]);
	},
);

test("a key that stands twice is remarked on", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const text = '{"timers":{"siren":3,"siren":5}}';
	await writeFile(file, text, { mode: 0o600 });
	expect(await fileRemarks(file)).toEqual([
		"timers.siren stands there twice; the last one counts",
	]);
});
