import { interpret } from "../../firmware/answer/interpret.ts";
import type { Model } from "../../models/model.ts";
import { allModels } from "../../models/models.ts";

/**
 * Whose panel is this? Every other model of which a text is a whole and right
 * message, whatever its code.
 */
export function modelsKnowing(text: string, but: Model): readonly Model[] {
	return allModels().filter((model) => {
		if (model === but) return false;
		const message = model.dialect.read(text);
		return (
			message !== null && interpret(model, message, text).diagnostics === null
		);
	});
}
