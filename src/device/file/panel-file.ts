import { writeFile } from "node:fs/promises";
import {
	type ConfigDocument,
	configJsonSchema,
	configSchema,
} from "../../derive/config-schema.ts";
import { numberingOf } from "../../firmware/answer/numbering.ts";
import type { Model } from "../../models/model.ts";
import { knownModel, modelNames } from "../../models/models.ts";
import type { Numbering } from "../../panel/state/phone-number.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { unknownModel } from "../../store/config-file-error.ts";
import {
	countryOf,
	modelOf,
	parseDocument,
	type RawDocument,
	readDocument,
} from "../../store/document.ts";
import {
	schemaFileOf,
	writeFactoryConfig,
} from "../../store/factory-config.ts";
import { acquireLock } from "../../store/lock.ts";
import { lowdbStore } from "../../store/lowdb-store.ts";
import type { Clock } from "../../time/clock.ts";
import { openControl } from "../control/control.ts";
import { type Panel, startPanel } from "../panel.ts";

export interface PanelFileOptions {
	readonly file: string;
	/** Who holds the file while the panel runs, in words: `alarmpanel run`. */
	readonly owner: string;
	/** Whether other processes may hand texts to it while it runs. */
	readonly control?: boolean;
	/** The panel's own number. */
	readonly number: string;
	readonly clock: Clock;
	readonly hourly?: number;
	readonly onTrouble: (error: unknown) => void;
}

/**
 * Starts the panel of a configuration file. The file is locked until the panel
 * is closed.
 * @throws ConfigFileError when the file does not fit; it is left as it is.
 * @throws LockedError when somebody else runs it.
 */
export async function openPanel(options: PanelFileOptions): Promise<Panel> {
	const { file, owner, clock } = options;
	const held = await acquireLock(file, {
		command: owner,
		started: clock.now(),
	});
	try {
		const raw = await readDocument(file);
		const model = modelIn(raw);
		const numbering = await numberingOf(countryOf(raw));
		const store = lowdbStore(
			file,
			configSchema(model, numbering),
			undefined,
			raw,
		);
		const panel = await startPanel({ ...options, model, store });
		const control = options.control ? await openControl(panel) : null;
		await held.announce(control?.address ?? null);
		return {
			...panel,
			get state() {
				return panel.state;
			},
			async close() {
				await control?.close();
				await panel.close();
				await held.release();
			},
		};
	} catch (error) {
		await held.release();
		throw error;
	}
}

/**
 * Makes the file of a panel fresh from the factory and, beside it, the JSON
 * Schema that gives editors completion.
 * @param force to replace a panel's file that is there
 * @returns the name of the schema's file
 * @throws ConfigWriteError also where there is a file already
 */
export async function initPanelFile(
	file: string,
	model: Model,
	force: boolean,
	timeZone: string,
): Promise<string> {
	await writeFactoryConfig(file, model, force, timeZone);
	const schemaFile = schemaFileOf(file);
	await writeFile(schemaFile, schemaText(model));
	return schemaFile;
}

/** The JSON Schema of a model's configuration, as it stands in its file. */
export function schemaText(model: Model): string {
	return `${JSON.stringify(configJsonSchema(model), null, "\t")}\n`;
}

/** A panel's file as it stands: for looking at, whoever runs it. */
export interface PanelOnFile {
	readonly model: Model;
	readonly document: ConfigDocument;
	readonly state: PanelState;
	/** How its country writes phone numbers. */
	readonly numbering: Numbering;
}

/**
 * Reads a configuration file; no lock is needed and nothing is written.
 * @throws ConfigFileError
 */
export async function readPanel(file: string): Promise<PanelOnFile> {
	const raw = await readDocument(file);
	const model = modelIn(raw);
	const numbering = await numberingOf(countryOf(raw));
	const document = parseDocument(raw, configSchema(model, numbering));
	const { $schema: _, schemaVersion: __, ...state } = document;
	return { model, document, state, numbering };
}

function modelIn(raw: RawDocument): Model {
	const name = modelOf(raw);
	return knownModel(name, () => unknownModel(raw.file, name, modelNames));
}
