import { Low } from "lowdb";
import type * as z from "zod";
import {
	type ConfigDocument,
	SCHEMA_VERSION,
} from "../derive/config-schema.ts";
import {
	parseDocument,
	type RawDocument,
	rawDocument,
	unreadable,
} from "./document.ts";
import { documentText } from "./document-text.ts";
import { DurableJsonFile } from "./durable-json-file.ts";
import { type Migration, migrations } from "./migrations.ts";
import { keepOld } from "./old-version.ts";
import type { PanelStore } from "./panel-store.ts";

/**
 * Keeps the state in a configuration file, through lowdb. Saving needs the file's
 * lock (`lock.ts`); loading needs none. `save` refuses until `load` has understood
 * the file, so that a file with a mistake in it is not overwritten.
 *
 * @param schema of the model that the file is for: `configSchema(model)`
 * @param read the file's content, where the caller has read it under the lock to
 *   learn the model; else `load` reads it
 */
export function lowdbStore(
	file: string,
	schema: z.ZodType<ConfigDocument>,
	steps: readonly Migration[] = migrations,
	read: RawDocument | null = null,
): PanelStore {
	let found = read;
	let low: Low<ConfigDocument> | null = null;
	let isClosed = false;
	const adapter = new DurableJsonFile<ConfigDocument>(file, {
		parse(text) {
			found = rawDocument(file, text, steps);
			return parseDocument(found, schema);
		},
		print: documentText(schema),
		async prepare(target) {
			if (found !== null && found.version !== SCHEMA_VERSION)
				await keepOld(target, found);
		},
	});
	return {
		async load() {
			const document =
				read === null
					? await adapter.read().catch((error) => {
							throw unreadable(file, error);
						})
					: parseDocument(read, schema);
			low = new Low(adapter, document);
			const { $schema, schemaVersion, ...state } = document;
			return state;
		},
		async save(state) {
			if (isClosed) throw new Error("the store is closed");
			if (low === null) throw new Error("the store has not been loaded");
			const { $schema } = low.data;
			low.data = {
				...($schema === undefined ? {} : { $schema }),
				schemaVersion: SCHEMA_VERSION,
				...state,
			};
			await low.write();
		},
		async close() {
			isClosed = true;
			await adapter.settled();
		},
	};
}
