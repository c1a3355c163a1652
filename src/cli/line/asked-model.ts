import type { Model } from "../../models/model.ts";
import { knownModel, models } from "../../models/models.ts";
import { UsageError } from "./exit-code.ts";

/**
 * The model that `--model` names, else the default one.
 * @throws UsageError with the known names
 */
export function askedModel(name: string | undefined): Model {
	return name === undefined
		? models[0]
		: knownModel(name, (rule) => new UsageError(rule));
}
