import { nearestName } from "../derive/nearest-name.ts";
import { cr200 } from "./cr200.ts";
import type { LanguageFile } from "./language/language-file.ts";
import { languageFile, languageNames } from "./language-files.ts";
import { languageModel } from "./language-model.ts";
import { mobileMates } from "./mobile-mates.ts";
import type { Model } from "./model.ts";
import { mz8 } from "./mz-8.ts";
import { vst2752 } from "./vst-2752.ts";

/** Every model whose commands are code; the first is the default. */
export const models: readonly [Model, ...Model[]] = [
	vst2752,
	mz8,
	cr200,
	mobileMates,
];

/** Every name and alias that a model goes by. */
export const modelNames: readonly string[] = [
	...models.flatMap(({ name, aliases }) => [name, ...aliases]),
	...languageNames,
];

/** Models of other makers' languages that somebody asked for. */
const others = new Map<string, Model>();

/** Every model, the default first; reads the file of every language. */
export function allModels(): readonly Model[] {
	return [
		...models,
		...languageNames.flatMap((name) => modelNamed(name) ?? []),
	];
}

/** The model of that name or alias, or undefined. */
export function modelNamed(name: string): Model | undefined {
	const own = models.find(
		(model) => model.name === name || model.aliases.includes(name),
	);
	if (own !== undefined) return own;
	const known = others.get(name);
	if (known !== undefined) return known;
	const file = languageFile(name);
	return file === undefined ? undefined : addLanguage(file);
}

/** Makes a panel known whose language a file describes; it replaces one of that name. */
export function addLanguage(file: LanguageFile): Model {
	const model = languageModel(file);
	others.set(model.name, model);
	return model;
}

/** Files of the languages that somebody asked for, for a thread that shares no memory. */
export function addedLanguages(): readonly LanguageFile[] {
	return [...others.values()].flatMap(({ language }) => language?.file ?? []);
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
	const near = nearestName(name, modelNames);
	const hint = near === null ? "" : `. Did you mean ${near}?`;
	throw refusal(
		`there is no model ${name}; there are ${modelNames.join(", ")}${hint}`,
	);
}
