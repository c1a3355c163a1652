import { Low } from "lowdb";
import type { z } from "zod";
import {
	type ConfigDocument,
	SCHEMA_VERSION,
} from "../derive/config-schema.ts";
import type { PanelState } from "../panel/state.ts";
import { parseDocument, rawDocument, unreadable } from "./document.ts";
import { documentText } from "./document-text.ts";
import { DurableJsonFile } from "./durable-json-file.ts";
import { type Migration, migrations } from "./migrations.ts";
import { keepOld } from "./old-version.ts";
import type { PanelStore } from "./panel-store.ts";

/**
 * Keeps the state in a configuration file, through lowdb. Whoever saves holds
 * the file's lock (`lock.ts`); loading needs none. Nothing is saved before a
 * `load` has understood the file, so that no file is lost that somebody wrote.
 */
export class LowdbStore implements PanelStore {
	readonly #name: string;
	readonly #file: DurableJsonFile<ConfigDocument>;
	/** Null until a document was loaded. */
	#low: Low<ConfigDocument> | null = null;
	/** The file as it was, when the loaded document is of an older version. */
	#old: { readonly version: number; readonly text: string } | null = null;
	#isClosed = false;

	/** @param schema of the model that the file is for: `configSchema(model)` */
	constructor(
		file: string,
		schema: z.ZodType<ConfigDocument>,
		steps: readonly Migration[] = migrations,
	) {
		this.#name = file;
		this.#file = new DurableJsonFile(file, {
			parse: (text) => {
				const raw = rawDocument(file, text, steps);
				const document = parseDocument(raw, schema);
				this.#old = raw.version === SCHEMA_VERSION ? null : raw;
				return document;
			},
			print: documentText(schema),
			prepare: async (target) => {
				if (this.#old !== null) await keepOld(target, this.#old);
			},
		});
	}

	async load(): Promise<PanelState> {
		const document = await this.#file.read().catch((error) => {
			throw unreadable(this.#name, error);
		});
		this.#low = new Low(this.#file, document);
		const { $schema, schemaVersion, ...state } = document;
		return state;
	}

	async save(state: PanelState): Promise<void> {
		const low = this.#low;
		if (this.#isClosed) throw new Error("the store is closed");
		if (low === null) throw new Error("the store has not been loaded");
		const { $schema } = low.data;
		low.data = {
			...($schema === undefined ? {} : { $schema }),
			schemaVersion: SCHEMA_VERSION,
			...state,
		};
		await low.write();
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		await this.#file.settled();
	}
}
