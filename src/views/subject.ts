import type { Model } from "../models/model.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";

/** What a message is judged by: a model and, where there is a file, its panel. */
export interface Subject {
	readonly model: Model;
	/** The panel's state; the model's factory state where there is no file. */
	readonly state: PanelState;
	/** The panel's file, or null where only the model is known. */
	readonly file: string | null;
}

/** A model of which no panel is known. */
export function factorySubject(model: Model): Subject {
	return { model, state: factoryState(model.name, model.sections), file: null };
}
