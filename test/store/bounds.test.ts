import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configSchema } from "../../src/derive/config-schema.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { ConfigFileError } from "../../src/store/config-file-error.ts";
import {
	modelOf,
	parseDocument,
	readDocument,
} from "../../src/store/document.ts";
import { temporaryFolder } from "../support/folder.ts";

test("40,000 unknown keys are named in some seconds, a long one in part", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const keys = Array.from({ length: 40_000 }, (_, at) => [`key${at}`, 0]);
	const long = "k".repeat(10_000_000);
	const content = Object.fromEntries([
		["schemaVersion", 1],
		["model", "mz-8"],
		[long, 0],
		...keys,
	]);
	await writeFile(file, JSON.stringify(content));
	const begun = performance.now();
	const error = await read(file).catch((wrong: Error) => wrong);
	expect(performance.now() - begun).toBeLessThan(10_000);
	if (!(error instanceof ConfigFileError)) throw error;
	const lines = error.message.split("\n");
	expect(lines.slice(0, 3)).toEqual([
		"panel-config.json: 40001 things are wrong",
		`  ${"k".repeat(300)} …: there is no such key`,
		"  key0: there is no such key",
	]);
	expect(lines).toHaveLength(102);
});

async function read(file: string) {
	const raw = await readDocument(file);
	modelOf(raw);
	return parseDocument(raw, configSchema(mz8));
}
