import type { Model } from "../../models/model.ts";
import { factoryState, type PanelState } from "../../panel/state/state.ts";
import type { Wanted } from "../messages/known-panel.ts";
import { LANGUAGE_PART } from "./setting-place.ts";

/** A panel of which nothing is known, with what the site wants of it for the commands that need it. */
export function supposed(model: Model, wanted: Wanted): PanelState {
	const factory = factoryState(model.name, model.sections);
	const language = { ...factory.stored.language };
	for (const { row } of model.language?.commands ?? []) {
		const [setting] = row.needs?.setting ?? [];
		const value =
			setting === undefined
				? undefined
				: wanted.get(`${LANGUAGE_PART}.${setting}`);
		if (setting !== undefined && value !== undefined) language[setting] = value;
	}
	return { ...factory, stored: { ...factory.stored, language } };
}
