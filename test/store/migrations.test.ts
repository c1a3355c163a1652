import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configSchema } from "../../src/derive/config-schema.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { readDocument } from "../../src/store/document.ts";
import { lowdbStore } from "../../src/store/lowdb-store.ts";
import { type Migration, migrated } from "../../src/store/migrations.ts";
import { temporaryFolder } from "../support/folder.ts";

const schema = configSchema(mz8);

/** As if PINs had been a list once, in the order of the users. */
const pinsToUsers: Migration = {
	from: 0,
	to: 1,
	migrate: ({ pins, ...rest }) =>
		Array.isArray(pins)
			? { ...rest, users: pins.map((pin, at) => ({ id: at + 1, pin })) }
			: rest,
};
const old = '{"schemaVersion": 0, "model": "mz-8", "pins": ["1111", "2222"]}';

test("an old file is understood, and nothing is written for it", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	await writeFile(file, old);
	expect(await readDocument(file, [pinsToUsers])).toEqual({
		file,
		text: old,
		stamp: expect.any(String),
		version: 0,
		content: {
			schemaVersion: 1,
			model: "mz-8",
			users: [
				{ id: 1, pin: "1111" },
				{ id: 2, pin: "2222" },
			],
		},
	});
	expect(await readdir(folder)).toEqual(["panel-config.json"]);
});

test("the first save keeps the old file beside the new one, for its owner only", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	const kept = join(folder, "panel-config.v0.json");
	await writeFile(file, old);
	const store = lowdbStore(file, schema, [pinsToUsers]);
	const state = await store.load();
	expect(await readdir(folder)).toEqual(["panel-config.json"]);
	await store.save(state);
	await store.save(state);
	expect((await readdir(folder)).sort()).toEqual([
		"panel-config.json",
		"panel-config.v0.json",
	]);
	expect(await readFile(kept, "utf8")).toBe(old);
	expect((await stat(kept)).mode & 0o777).toBe(0o600);
	expect((await lowdbStore(file, schema).load()).users).toEqual([
		{ id: 1, name: "", pin: "1111", latch: true },
		{ id: 2, name: "", pin: "2222", latch: true },
	]);
});

test("an older file that was kept before is not lost", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	await writeFile(join(folder, "panel-config.v0.json"), "of last year");
	await writeFile(file, old);
	for (const _ of ["once", "again"]) {
		await writeFile(file, old);
		const store = lowdbStore(file, schema, [pinsToUsers]);
		await store.save(await store.load());
	}
	expect((await readdir(folder)).sort()).toEqual([
		"panel-config.json",
		"panel-config.v0-2.json",
		"panel-config.v0.json",
	]);
	expect(await readFile(join(folder, "panel-config.v0-2.json"), "utf8")).toBe(
		old,
	);
});

test("steps follow one another, and what leads nowhere is no way", () => {
	const step = (from: number, to: number): Migration => ({
		from,
		to,
		migrate: (document) => ({ ...document, way: `${document.way}>${to}` }),
	});
	const steps = [step(0, 1), step(1, 2), step(2, 4)];
	expect(migrated({ way: "0" }, 0, 4, steps)).toEqual({
		schemaVersion: 4,
		way: "0>1>2>4",
	});
	expect(migrated({ way: "1" }, 1, 2, steps)).toBeNull();
	expect(migrated({ way: "3" }, 3, 4, steps)).toBeNull();
	expect(migrated({ way: "4" }, 4, 4, steps)).toEqual({ way: "4" });
});
