import { cr200 } from "./cr200.ts";
import { mobileMates } from "./mobile-mates.ts";
import type { Model } from "./model.ts";
import { mz8 } from "./mz-8.ts";
import { vst2752 } from "./vst-2752.ts";

/** Every model; the first is the default. */
export const models: readonly [Model, ...Model[]] = [
	vst2752,
	mz8,
	cr200,
	mobileMates,
];

/** Every name and alias that a model goes by. */
export const modelNames: readonly string[] = models.flatMap(
	({ name, aliases }) => [name, ...aliases],
);

/** The model of that name or alias, or undefined. */
export function modelNamed(name: string): Model | undefined {
	return models.find(
		(model) => model.name === name || model.aliases.includes(name),
	);
}

/**
 * The model of that name or alias.
 *
 * @param refusal makes the error of whoever asks out of what is wrong
 * @throws what `refusal` makes, where there is no such model
 */
export function knownModel(
	name: string,
	refusal: (rule: string) => Error,
): Model {
	const model = modelNamed(name);
	if (model !== undefined) return model;
	throw refusal(
		`there is no model ${name}; there are ${modelNames.join(", ")}`,
	);
}
