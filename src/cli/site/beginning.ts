import { configSchema, SCHEMA_VERSION } from "../../derive/config-schema.ts";
import { readPanel } from "../../device/file/panel-file.ts";
import { messageOf } from "../../error-message.ts";
import type { Model } from "../../models/model.ts";
import { modelNamed } from "../../models/models.ts";
import { factoryState, type PanelState } from "../../panel/state/state.ts";
import type { Access } from "../../plan/access.ts";
import type { Beginning } from "../../plan/make-plan.ts";
import { parseDocument } from "../../store/document.ts";
import { readText } from "../../store/read-text.ts";
import { InputError } from "../line/exit-code.ts";

/** What a plan starts from, before it is known for which model. */
export interface From {
	/** As the command line has it, for people: `factory`, `unknown`, a file. */
	readonly name: string;
	/** Of the panel's file or snapshot; null where none was named. */
	readonly found: { readonly model: Model; readonly state: PanelState } | null;
}

/**
 * @param from `factory`, `unknown`, or the name of a panel's file or of a snapshot
 * @throws InputError, ConfigFileError
 */
export async function readFrom(from: string): Promise<From> {
	if (from === "factory" || from === "unknown")
		return { name: from, found: null };
	const snapshot = await snapshotIn(from);
	if (snapshot !== null) return { name: from, found: snapshot };
	const { model, state } = await readPanel(from);
	return { name: from, found: { model, state } };
}

/** A state as the API and the library hand it out; null for anything else. */
async function snapshotIn(file: string): Promise<From["found"]> {
	const text = await readText(file).catch((error) => {
		throw new InputError(`cannot read ${file}: ${messageOf(error)}`);
	});
	const content = asSnapshot(text);
	if (content === null) return null;
	const model = modelNamed(String(content.model));
	if (model === undefined) return null;
	const document = parseDocument(
		{ file, content: { ...content, schemaVersion: SCHEMA_VERSION } },
		configSchema(model),
	);
	const { $schema: _, schemaVersion: __, ...state } = document;
	return { model, state };
}

function asSnapshot(text: string): { readonly [key: string]: unknown } | null {
	try {
		const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
		return typeof content === "object" &&
			content !== null &&
			!("schemaVersion" in content) &&
			"runtime" in content
			? { ...content }
			: null;
	} catch {
		return null;
	}
}

/**
 * What a panel of a model has before.
 * @param access what lets messages in where nothing is known of the panel
 * @throws InputError where the file is of another model
 */
export function beginningOf(
	{ name, found }: From,
	model: Model,
	access: Access,
): Beginning {
	if (found !== null) {
		if (found.model !== model)
			throw new InputError(
				`${name} is of a ${found.model.name}, and the site of a ${model.name}`,
			);
		return { state: found.state };
	}
	return name === "factory"
		? { state: factoryState(model.name, model.sections) }
		: { state: null, access };
}
