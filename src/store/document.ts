import type * as z from "zod";
import { configFaults } from "../derive/config-faults.ts";
import {
	type ConfigDocument,
	SCHEMA_VERSION,
} from "../derive/config-schema.ts";
import { jsonType } from "../derive/json-form.ts";
import { ConfigFileError } from "./config-file-error.ts";
import { stampOf } from "./file-stamp.ts";
import { hasTooManyValues, jsonFault, MOST_VALUES } from "./json/json-fault.ts";
import {
	type JsonObject,
	type Migration,
	migrated,
	migrations,
} from "./migrations.ts";
import { NoTextFileError, readText } from "./read-text.ts";
import { codeOf, reasonOf } from "./system-error.ts";

/** A configuration as it was read, before a model's schema has checked it. */
export interface RawDocument {
	/** The file's name as given. */
	readonly file: string;
	/** What the file holds. */
	readonly text: string;
	/** The file's schemaVersion. */
	readonly version: number;
	/** The content, migrated in memory to the current version. */
	readonly content: JsonObject;
	/** The file's stamp before it was read, where it was. */
	readonly stamp?: string | null;
}

/**
 * Reads a configuration file. `modelOf` then tells which schema it needs.
 * @throws ConfigFileError
 */
export async function readDocument(
	file: string,
	steps: readonly Migration[] = migrations,
): Promise<RawDocument> {
	const stamp = await stampOf(file).catch(() => null);
	const text = await readText(file).catch((error) => {
		throw unreadable(file, error);
	});
	return { ...rawDocument(file, text, steps), stamp };
}

/**
 * The content of a configuration file.
 * @throws ConfigFileError when it is not JSON, or of a version that is unknown here.
 */
export function rawDocument(
	file: string,
	text: string,
	steps: readonly Migration[] = migrations,
): RawDocument {
	const found = parsedJson(file, text);
	if (!isObject(found))
		throw new ConfigFileError(file, "config/rule", [
			{ path: "", rule: `an object, this is ${jsonType(found)}` },
		]);
	const version = versionOf(file, found);
	const content = migrated(found, version, SCHEMA_VERSION, steps);
	if (content === null)
		throw wrongVersion(
			file,
			`schema ${version} is older than anything that this version can read`,
		);
	return { file, text, version, content };
}

/**
 * The country that a configuration names; the schema needs it to compare numbers.
 * "" where it names none.
 */
export function countryOf({ content }: RawDocument): string {
	const { remote } = content;
	if (typeof remote !== "object" || remote === null) return "";
	const country = "country" in remote ? remote.country : "";
	return typeof country === "string" ? country : "";
}

/**
 * The name of the model that a configuration is for.
 * @throws ConfigFileError when it says none.
 */
export function modelOf({ file, content }: RawDocument): string {
	const { model } = content;
	if (typeof model === "string") return model;
	throw new ConfigFileError(file, "config/model", [
		{ path: "model", rule: `the name of a model, this is ${jsonType(model)}` },
	]);
}

/**
 * A configuration as its model understands it.
 * @throws ConfigFileError with everything that the schema finds wrong.
 */
export function parseDocument(
	{ file, content }: Pick<RawDocument, "file" | "content">,
	schema: z.ZodType<ConfigDocument>,
): ConfigDocument {
	const result = schema.safeParse(content);
	if (result.success) return result.data;
	const faults = configFaults(schema, result.error, content);
	throw new ConfigFileError(file, "config/rule", faults);
}

/** A system error from reading a file, as a ConfigFileError. */
export function unreadable(file: string, error: unknown): unknown {
	if (error instanceof ConfigFileError) return error;
	const code = codeOf(error);
	if (code === null && !(error instanceof NoTextFileError)) return error;
	return code === "ENOENT"
		? new ConfigFileError(file, "config/missing", [
				{ path: "", rule: "there is no such file" },
			])
		: new ConfigFileError(file, "config/unreadable", [
				{ path: "", rule: `it cannot be read: ${reasonOf(error)}` },
			]);
}

function parsedJson(file: string, text: string): unknown {
	// Some editors put a byte order mark in front.
	const json = text.replace(/^\uFEFF/, "");
	if (hasTooManyValues(json))
		throw new ConfigFileError(file, "config/rule", [
			{ path: "", rule: `at most ${MOST_VALUES} values, this has more` },
		]);
	try {
		return JSON.parse(json);
	} catch (error) {
		const fault = jsonFault(json);
		if (fault === null) throw error;
		const { line, column, rule } = fault;
		throw new ConfigFileError(
			file,
			"config/json",
			[{ path: "", rule: `this is not JSON: ${rule}` }],
			{ line, column },
		);
	}
}

function versionOf(file: string, { schemaVersion }: JsonObject): number {
	if (typeof schemaVersion !== "number" || !Number.isSafeInteger(schemaVersion))
		throw wrongVersion(
			file,
			`${SCHEMA_VERSION}, this is ${jsonType(schemaVersion)}`,
		);
	if (schemaVersion > SCHEMA_VERSION)
		throw wrongVersion(
			file,
			`written by a newer version: schema ${schemaVersion}, this one knows ${SCHEMA_VERSION}`,
		);
	return schemaVersion;
}

function wrongVersion(file: string, rule: string): ConfigFileError {
	return new ConfigFileError(file, "config/version", [
		{ path: "schemaVersion", rule },
	]);
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
