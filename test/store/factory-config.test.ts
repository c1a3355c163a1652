import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configSchema } from "../../src/derive/config-schema.ts";
import { models } from "../../src/models/models.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { readDocument } from "../../src/store/document.ts";
import { writeFactoryConfig } from "../../src/store/factory-config.ts";
import { lowdbStore } from "../../src/store/lowdb-store.ts";
import { temporaryFolder } from "../support/folder.ts";

test.each(models.map((model) => [model.name, model] as const))(
	"a new file of %s holds the factory state",
	async (_, model) => {
		const file = join(await temporaryFolder(), "home.json");
		await writeFactoryConfig(file, model, false);
		expect(await lowdbStore(file, configSchema(model)).load()).toEqual(
			factoryState(model.name, model.sections),
		);
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect((await readFile(file, "utf8")).split("\n").slice(0, 4)).toEqual([
			"{",
			'\t"$schema": "./home.schema.json",',
			'\t"schemaVersion": 1,',
			`\t"model": "${model.name}",`,
		]);
	},
);

test("a file that is there is not overwritten unless told to", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	await writeFile(file, "precious");
	await expect(writeFactoryConfig(file, mz8, false)).rejects.toThrow(
		"panel-config.json cannot be written: it is there already (EEXIST)",
	);
	expect(await readFile(file, "utf8")).toBe("precious");
	await writeFactoryConfig(file, mz8, true);
	expect((await lowdbStore(file, configSchema(mz8)).load()).model).toBe("mz-8");
});

test("of several who make the file at once one does", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const results = await Promise.allSettled(
		Array.from({ length: 8 }, () => writeFactoryConfig(file, mz8, false)),
	);
	expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(
		1,
	);
});

test("a new file has the time zone that it is given", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	await writeFactoryConfig(file, mz8, false, "Europe/Paris");
	const { content } = await readDocument(file);
	expect(content).toMatchObject({ options: { timeZone: "Europe/Paris" } });
});
