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

/** Letters from which on a word says which model is meant. */
const SAYS_WHICH = 3;

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
	const meant = modelsMeantBy(name);
	const hint = meant === null ? "" : `Did you mean ${meant}? `;
	throw refusal(
		`there is no model ${name}. ${hint}There are ${modelNames.join(", ")}`,
	);
}

/** What somebody probably meant who wrote that: `trikdis-gv or trikdis-gv14`; null for nothing. */
export function modelsMeantBy(written: string): string | null {
	const near = nearestName(written, modelNames);
	if (near !== null) return near;
	if (written.length < SAYS_WHICH) return null;
	const names = modelsFoundBy(written).map(({ name }) => name);
	const [last] = names.slice(-1);
	if (last === undefined) return null;
	const others = names.slice(0, -1);
	return others.length === 0 ? last : `${others.join(", ")} or ${last}`;
}

/**
 * Models of which each word that is looked for begins a word: of the name, of other
 * names, of the maker or of the product. Nothing finds nothing.
 */
export function modelsFoundBy(wanted: string): readonly Model[] {
	const words = wordsOf(wanted);
	return words.length === 0
		? []
		: allModels().filter((model) => {
				const { name, aliases, title, language } = model;
				const maker = language?.file.maker ?? "";
				const said = wordsOf([name, ...aliases, title, maker].join(" "));
				return words.every((word) =>
					said.some((each) => each.startsWith(word)),
				);
			});
}

function wordsOf(text: string): readonly string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
