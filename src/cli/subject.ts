import type { Model } from "../models/model.ts";
import { knownModel, models } from "../models/models.ts";
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
	const model = modelAsked(modelName);
	return { model, state: factoryState(model.name, model.sections), file: null };
}

/**
 * The model that `--model` names, else the default one.
 * @throws UsageError with the names that there are
 */
export function modelAsked(name: string | undefined): Model {
	return name === undefined
		? models[0]
		: knownModel(name, (rule) => new UsageError(rule));
}
