import { configSchema, SCHEMA_VERSION } from "../../derive/config-schema.ts";
import { readPanel } from "../../device/file/panel-file.ts";
import type { Model } from "../../models/model.ts";
import { modelNamed } from "../../models/models.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { parseDocument } from "../../store/document.ts";
import { readText } from "../../store/read-text.ts";
import { unreadable } from "../line/failure.ts";

/** What is known of a panel from its file, or from a snapshot. */
export interface FoundPanel {
	readonly model: Model;
	readonly state: PanelState;
}

/**
 * The panel of a file, or of a snapshot.
 * @throws InputError, ConfigFileError
 */
export async function readFound(file: string): Promise<FoundPanel> {
	const snapshot = await snapshotIn(file);
	if (snapshot !== null) return snapshot;
	const { model, state } = await readPanel(file);
	return { model, state };
}

/** A state as the API and the library hand it out; null for anything else. */
async function snapshotIn(file: string): Promise<FoundPanel | null> {
	const text = await readText(file).catch((error) => {
		throw unreadable(file, error);
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
