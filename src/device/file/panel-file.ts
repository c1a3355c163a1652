import { basename } from "node:path";
import {
	type ConfigDocument,
	configJsonSchema,
	configSchema,
	parted,
} from "../../derive/config-schema.ts";
import { numberingOf } from "../../firmware/answer/numbering.ts";
import type { Model } from "../../models/model.ts";
import { knownModel, modelNames } from "../../models/models.ts";
import type { Numbering } from "../../panel/state/phone-number.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { unknownModel } from "../../store/config-file-error.ts";
import { ConfigWriteError } from "../../store/config-write-error.ts";
import {
	countryOf,
	modelOf,
	parseDocument,
	type RawDocument,
	readDocument,
} from "../../store/document.ts";
import { replaceFile } from "../../store/durable-file.ts";
import {
	schemaFileOf,
	writeFactoryConfig,
} from "../../store/factory-config.ts";
import { acquireLock } from "../../store/lock.ts";
import { lowdbStore } from "../../store/lowdb-store.ts";
import { readText } from "../../store/read-text.ts";
import { codeOf } from "../../store/system-error.ts";
import type { Clock } from "../../time/clock.ts";
import { systemClock } from "../../time/system-clock.ts";
import { openControl } from "../control/control.ts";
import { type Panel, startPanel } from "../panel.ts";
import { fileRemarks } from "./file-remarks.ts";
import { watchEdits } from "./watch-edits.ts";

/** How long a panel waits for a short command that has its file, in milliseconds. */
const LOCK_PATIENCE = 5000;

export interface PanelFileOptions {
	readonly file: string;
	/** The command that holds the file while the panel runs: `alarmpanel run`. */
	readonly owner: string;
	/** Whether other processes may text it while it runs. */
	readonly control?: boolean;
	/** The panel's own number. */
	readonly number: string;
	readonly clock: Clock;
	/** Edits of the file settle by it: the machine's, unless it is given. */
	readonly editClock?: Clock;
	readonly hourly?: number;
	readonly onTrouble: (error: unknown) => void;
	/** Told what became of an edit of the file while the panel runs. */
	readonly tell?: (remark: string) => void;
}

/**
 * Starts the panel of a configuration file. The file is locked until the panel
 * is closed.
 * @throws ConfigFileError when the file does not fit; it is left as it is.
 * @throws LockedError when somebody else runs it.
 */
export async function openPanel(options: PanelFileOptions): Promise<Panel> {
	const { file, owner, clock, onTrouble } = options;
	const { tell = (remark) => onTrouble(new Error(remark)) } = options;
	const { editClock = systemClock } = options;
	const claim = { command: owner, started: clock.now() };
	const held = await acquireLock(file, claim, { patience: LOCK_PATIENCE });
	try {
		const raw = await readDocument(file);
		const model = modelIn(raw);
		const numbering = await numberingOf(countryOf(raw));
		const store = lowdbStore(
			file,
			configSchema(model, numbering),
			undefined,
			raw,
			(kept) => tell(`the edit is kept as ${basename(kept)}`),
			() => held.demand(),
		);
		const panel = await startPanel({ ...options, model, store });
		const control = options.control ? await openControl(panel) : null;
		if (options.control)
			for (const remark of await fileRemarks(file)) tell(remark);
		// A short command is done before anybody has edited the file.
		const stopWatching = options.control
			? await watchEdits({
					file,
					panel,
					store,
					tell,
					onTrouble,
					clock: editClock,
				})
			: async () => {};
		await held.announce(control?.address ?? null);
		const close = async () => {
			await stopWatching();
			await control?.close();
			await panel.close();
			await held.release();
		};
		// No copy: what it says of now would stay as it was at the start.
		return Object.create(panel, { close: { value: close } });
	} catch (error) {
		await held.release();
		throw error;
	}
}

/**
 * Writes the file of a panel fresh from the factory and, beside it, the JSON
 * Schema that editors complete from.
 * @param force replaces a panel's file that exists
 * @returns the name of the schema's file
 * @throws ConfigWriteError also where a file exists and `force` is false, or where
 *   the schema's name belongs to something else
 * @throws LockedError when somebody uses the file
 */
export async function initPanelFile(
	file: string,
	model: Model,
	force: boolean,
	timeZone: string,
): Promise<string> {
	const schemaFile = schemaFileOf(file);
	const claim = {
		command: "alarmpanel config init",
		started: systemClock.now(),
	};
	const held = await acquireLock(file, claim, { patience: LOCK_PATIENCE });
	try {
		await demandSchemaName(schemaFile);
		await writeFactoryConfig(file, model, force, timeZone);
		await replaceFile(schemaFile, schemaText(model));
	} catch (error) {
		throw codeOf(error) === null ? error : new ConfigWriteError(file, error);
	} finally {
		await held.release();
	}
	return schemaFile;
}

/** Whether a name is free for a panel's schema, or is that of an older one. */
async function demandSchemaName(schemaFile: string): Promise<void> {
	const text = await readText(schemaFile).catch((error) => {
		if (codeOf(error) === "ENOENT") return null;
		throw new ConfigWriteError(schemaFile, error);
	});
	if (text === null || /"schemaVersion"/.test(text)) return;
	throw new ConfigWriteError(
		schemaFile,
		new Error("it exists, and is no schema of a panel; move it away"),
	);
}

/** The JSON Schema of a model's configuration, as it stands in its file. */
export function schemaText(model: Model): string {
	return `${JSON.stringify(configJsonSchema(model), null, "\t")}\n`;
}

/** What a panel's file says, whether or not the panel runs. */
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
	return { model, document, state: parted(document).state, numbering };
}

function modelIn(raw: RawDocument): Model {
	const name = modelOf(raw);
	return knownModel(name, () => unknownModel(raw.file, name, modelNames));
}
