import type { Model } from "../../models/model.ts";
import { knownModel, models } from "../../models/models.ts";
import { UsageError } from "./exit-code.ts";

/**
 * The model that `--model` names; the default one where it names none.
 * @throws UsageError with the names that there are
 */
export function askedModel(name: string | undefined): Model {
	return name === undefined
		? models[0]
		: knownModel(name, (rule) => new UsageError(rule));
}
