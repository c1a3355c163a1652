import type { MessageLanguage } from "../../models/language/language.ts";
import type { Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Value } from "../../parameters/kind.ts";
import type { Wanted } from "../messages/known-panel.ts";
import type { PlanRules } from "../messages/plan-rules.ts";

/** What a plan for the settings of another maker's panel is made from. */
export interface LanguageTask {
	readonly model: Model;
	readonly language: MessageLanguage;
	/** Null where nothing is known of the panel. */
	readonly state: PanelState | null;
	readonly wanted: Wanted;
	/** By the whole name of the setting. */
	readonly due: ReadonlyMap<string, Value>;
	readonly rules: PlanRules;
}
