import type {
	LanguageEffect,
	LanguageRow,
} from "../../models/language/language-file.ts";

/**
 * The names of the settings whose values stand in a parameter of a command, whole or
 * in part, without the numbers of counted ones.
 */
export function settingsInParameter(
	{ does = [] }: LanguageRow,
	parameter: string,
): readonly string[] {
	return does.flatMap((effect) => settingsIn(effect, parameter));
}

function settingsIn(
	effect: LanguageEffect,
	parameter: string,
): readonly string[] {
	if ("set" in effect)
		return Object.entries(effect.set)
			.filter(([, value]) => referencesIn(value).includes(parameter))
			.map(([name]) => name);
	if ("add" in effect)
		return rootOf(effect.value) === parameter ? [effect.add] : [];
	if ("replace" in effect)
		return effect.new === parameter ? [effect.replace] : [];
	return [];
}

/** The parameters that a value names: `$phone-$first` is phone and first. */
function referencesIn(value: unknown): readonly string[] {
	return [...String(value).matchAll(/\$([a-z][A-Za-z]*)/g)].map(
		([, name = ""]) => name,
	);
}

/** `admin` of `admin.2.1`. */
function rootOf(reference: string): string {
	return reference.replace(/\..*/, "");
}
