import type { Model } from "../models/model.ts";
import { modelNamed, models } from "../models/models.ts";
import { factoryState, type PanelState } from "../panel/state.ts";
import { UsageError } from "./exit-code.ts";

/** What a message is judged by: a model and, where there is a file, its panel. */
export interface Subject {
	readonly model: Model;
	/** The panel's state; the model's factory state where there is no file. */
	readonly state: PanelState;
	/** The panel's file, or null where only the model is known. */
	readonly file: string | null;
}

/**
 * The panel in the file, unless a model is named: then that model, fresh from
 * the factory. Without either, the default model.
 * @throws UsageError for a model that there is not.
 */
export async function subjectOf(
	file: string | null,
	modelName: string | undefined,
): Promise<Subject> {
	if (modelName === undefined && file !== null) {
		const { readPanel } = await import("../device/panel-file.ts");
		return { ...(await readPanel(file)), file };
	}
	const model = modelName === undefined ? models[0] : knownModel(modelName);
	return { model, state: factoryState(model.name, model.sections), file: null };
}

export const DEFAULT_MODEL = models[0].name;

/** @throws UsageError with the names that there are */
export function knownModel(name: string): Model {
	const model = modelNamed(name);
	if (model !== undefined) return model;
	const names = models.flatMap((each) => [each.name, ...each.aliases]);
	throw new UsageError(
		`there is no model ${name}; there are ${names.join(", ")}`,
	);
}
