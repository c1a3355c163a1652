import { Low } from "lowdb";
import type * as z from "zod";
import {
	type ConfigDocument,
	type PartedDocument,
	parted,
	SCHEMA_VERSION,
} from "../derive/config-schema.ts";
import type { PanelState } from "../panel/state/state.ts";
import {
	parseDocument,
	type RawDocument,
	rawDocument,
	unreadable,
} from "./document.ts";
import { documentText } from "./document-text.ts";
import { DurableJsonFile, type FileForm } from "./durable-json-file.ts";
import { type Migration, migrations } from "./migrations.ts";
import { keepOld } from "./old-version.ts";
import type { PanelStore } from "./panel-store.ts";

/** A panel's store that notices what somebody else writes into the file. */
export interface PanelFileStore extends PanelStore {
	/**
	 * What somebody else wrote into the file since the last load or save; null for
	 * nothing. A save keeps it under another name, unless it was accepted.
	 * @throws ConfigFileError when it does not fit
	 */
	edited(): Promise<Edited | null>;
	/**
	 * Changes what the file says of integrations; resolves when it is durable.
	 * @throws ConfigWriteError when it cannot be written
	 */
	saveIntegrations(
		change: (
			present: ConfigDocument["integrations"],
		) => NonNullable<ConfigDocument["integrations"]>,
	): Promise<void>;
	/** @throws ConfigFileError when a state does not fit the file's model */
	demandFit(state: PanelState): void;
}

export interface Edited {
	readonly state: PanelState;
	/** Lets the next save replace it. */
	accept(): void;
}

/**
 * Keeps the state in a configuration file, through lowdb. Saving needs the file's
 * lock (`lock.ts`); loading needs none. `save` refuses until `load` has understood
 * the file, so that a file with a mistake in it is not overwritten.
 *
 * @param schema of the model that the file is for: `configSchema(model)`
 * @param read the file's content, where the caller has read it under the lock to
 *   learn the model; else `load` reads it
 * @param onForeign told under which name an edit of somebody else is kept that a
 *   save would have replaced
 * @param demand called just before each save replaces the file; what it throws, the
 *   save throws: that the file's lock is held still
 */
export function lowdbStore(
	file: string,
	schema: z.ZodType<ConfigDocument>,
	steps: readonly Migration[] = migrations,
	read: RawDocument | null = null,
	onForeign: (kept: string) => void = () => {},
	demand: () => Promise<void> = async () => {},
): PanelFileStore {
	let found = read;
	let low: Low<ConfigDocument> | null = null;
	let besides: PartedDocument["besides"] = {};
	let isClosed = false;
	const form: FileForm<ConfigDocument> = {
		onForeign,
		demand,
		parse(text) {
			found = rawDocument(file, text, steps);
			return parseDocument(found, schema);
		},
		print: documentText(schema),
		async prepare(target) {
			if (found !== null && found.version !== SCHEMA_VERSION)
				await keepOld(target, found);
		},
	};
	const adapter = new DurableJsonFile(file, form, read);
	return {
		async load() {
			const document =
				read === null
					? await adapter.read().catch((error) => {
							throw unreadable(file, error);
						})
					: parseDocument(read, schema);
			low = new Low(adapter, document);
			const { state, besides: found } = parted(document);
			besides = found;
			return state;
		},
		async save(state) {
			if (isClosed) throw new Error("the store is closed");
			if (low === null) throw new Error("the store has not been loaded");
			low.data = { ...besides, schemaVersion: SCHEMA_VERSION, ...state };
			await low.write();
		},
		async saveIntegrations(change) {
			if (low === null) throw new Error("the store has not been loaded");
			const integrations = change(besides.integrations);
			besides = { ...besides, integrations };
			low.data = { ...low.data, integrations };
			await low.write();
		},
		async edited() {
			const text = await adapter.foreign().catch((error) => {
				throw unreadable(file, error);
			});
			if (text === null) return null;
			const document = parseDocument(rawDocument(file, text, steps), schema);
			const edit = parted(document);
			return {
				state: edit.state,
				accept() {
					besides = edit.besides;
					adapter.accept(text);
				},
			};
		},
		demandFit(state) {
			const content = { schemaVersion: SCHEMA_VERSION, ...state };
			parseDocument({ file, content }, schema);
		},
		async close() {
			isClosed = true;
			await adapter.settled();
		},
	};
}
