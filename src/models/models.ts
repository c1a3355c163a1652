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

/** The model of that name or alias, or undefined. */
export function modelNamed(name: string): Model | undefined {
	return models.find(
		(model) => model.name === name || model.aliases.includes(name),
	);
}
