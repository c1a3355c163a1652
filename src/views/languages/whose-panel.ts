import { interpret } from "../../firmware/answer/interpret.ts";
import { languageNames } from "../../models/language-files.ts";
import type { Model } from "../../models/model.ts";
import { modelNamed, models } from "../../models/models.ts";

/**
 * Whose panel is this? Every other model of which a text is a whole and right
 * message, whatever its code.
 */
export function modelsKnowing(text: string, but: Model): readonly Model[] {
	const others = languageNames.flatMap((name) => modelNamed(name) ?? []);
	return [...models, ...others].filter((model) => {
		if (model === but) return false;
		const message = model.dialect.read(text);
		return (
			message !== null && interpret(model, message, text).diagnostics === null
		);
	});
}
