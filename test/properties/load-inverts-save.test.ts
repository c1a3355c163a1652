import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import * as z from "zod";
import {
	configJsonSchema,
	configSchema,
} from "../../src/derive/config-schema.ts";
import { models } from "../../src/models/models.ts";
import { writeFactoryConfig } from "../../src/store/factory-config.ts";
import { lowdbStore } from "../../src/store/lowdb-store.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { aStateOf } from "../support/states.ts";

const folder = await mkdtemp(join(tmpdir(), "alarmpanel-"));
afterAll(() => rm(folder, { recursive: true }));

describe.each(models.map((model) => [model.name, model] as const))(
	"%s",
	(name, model) => {
		const schema = configSchema(model);
		const file = join(folder, `${name}.json`);

		test("a file gives back the state that was saved", async () => {
			await writeFactoryConfig(file, model, false);
			await fc.assert(
				fc.asyncProperty(aStateOf(model), async (state) => {
					const store = lowdbStore(file, schema);
					await store.load();
					await store.save(state);
					await store.close();
					expect(await lowdbStore(file, schema).load()).toEqual(state);
				}),
			);
		});

		test("memory gives back the state that was saved", async () => {
			await fc.assert(
				fc.asyncProperty(aStateOf(model), aStateOf(model), async (a, b) => {
					const store = memoryStore(a);
					await store.save(b);
					expect(await store.load()).toEqual(b);
				}),
			);
		});

		test("the JSON Schema takes every document that the schema takes", () => {
			const json = z.fromJSONSchema(configJsonSchema(model));
			fc.assert(
				fc.property(aStateOf(model), (state) => {
					const document = { schemaVersion: 1, ...state };
					expect(json.safeParse(document).error).toBeUndefined();
				}),
			);
		});
	},
);
