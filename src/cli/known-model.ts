import type { Model } from "../models/model.ts";
import { modelNamed, models } from "../models/models.ts";
import { UsageError } from "./exit-code.ts";

/**
 * The model of this name; the default one where none is named.
 * @throws UsageError with the names that there are
 */
export function knownModel(name: string | undefined): Model {
	const model = name === undefined ? models[0] : modelNamed(name);
	if (model !== undefined) return model;
	const names = models.flatMap((each) => [each.name, ...each.aliases]);
	throw new UsageError(
		`there is no model ${name}; there are ${names.join(", ")}`,
	);
}
