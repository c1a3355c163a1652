import { basename } from "node:path";
import {
	type ConfigurableModel,
	configSchema,
	SCHEMA_VERSION,
} from "../derive/config-schema.ts";
import { factoryState } from "../panel/state/state.ts";
import { ConfigWriteError } from "./config-write-error.ts";
import { documentText } from "./document-text.ts";
import { createFile, replaceFile, targetOf } from "./durable-file.ts";

/** The name of a configuration's JSON Schema: `test.schema.json` beside `test.json`. */
export function schemaFileOf(file: string): string {
	return `${file.replace(/\.json$/, "")}.schema.json`;
}

/**
 * The configuration of a panel fresh from the factory, as `config init` writes it.
 * @param file its name; the JSON Schema has its name from it
 * @param timeZone the machine's, so that times of day are those of the place
 */
export function factoryConfig(
	model: ConfigurableModel,
	file: string,
	timeZone = "UTC",
): string {
	const { name, sections } = model;
	const state = factoryState(name, sections);
	return documentText(configSchema(model))({
		$schema: `./${schemaFileOf(basename(file))}`,
		schemaVersion: SCHEMA_VERSION,
		...state,
		options: { ...state.options, timeZone },
	});
}

/**
 * Makes a configuration file, durably and with mode 0600.
 * @param force to replace a file that is there; else that is refused
 * @throws ConfigWriteError
 */
export async function writeFactoryConfig(
	file: string,
	model: ConfigurableModel,
	force: boolean,
	timeZone = "UTC",
): Promise<void> {
	const text = factoryConfig(model, file, timeZone);
	try {
		const target = await targetOf(file);
		await (force ? replaceFile(target, text) : createFile(target, text));
	} catch (error) {
		throw new ConfigWriteError(file, error);
	}
}
