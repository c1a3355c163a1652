import type {
	LanguageSection,
	LanguageSettings,
} from "../../panel/state/stored.ts";
import { defineFields, type Field, field } from "../../parameters/field.ts";
import type { Value } from "../../parameters/kind.ts";
import { kindOf } from "./file-kind.ts";
import type { LanguageFile } from "./language-file.ts";

/** The settings of a language as a section of the panel: `phone` with a count is `phone1` and so on. */
export function settingsOf({
	settings,
	fold = false,
}: LanguageFile): LanguageSection {
	const fields: Record<string, Field> = {};
	for (const [name, setting] of Object.entries(settings)) {
		const { label, kind, initial, count, from = 1 } = setting;
		const declared = {
			label,
			// A default may have what no message can carry.
			kind: kindOf(kind, { fold, excluded: "", between: "" }),
			initial,
			help: `${label}, as the language of the panel has it.`,
			secret: isSecretName(name),
		};
		if (count === undefined) fields[name] = field(declared);
		else
			for (let at: number = from; at < from + count; at += 1)
				fields[`${name}${at}`] = field({
					...declared,
					label: `${label} ${at}`,
				});
	}
	return { name: "language", fields: defineFields(fields) };
}

/** A setting is secret if its name says so: `code`, `wifiPassword`. */
export function isSecretName(name: string): boolean {
	return /^(?:code|.*(?:Code|Password|Key))$/.test(name);
}

/** The value of a setting; "" where the panel has none. */
export function settingValue(
	settings: LanguageSettings,
	name: string,
	at: number | null,
): Value {
	return settings[at === null ? name : `${name}${at}`] ?? "";
}

/** The number of the first of a counted setting: 1, or 0 where there is that. */
export function firstOf(settings: LanguageSettings, name: string): number {
	return settings[`${name}0`] === undefined ? 1 : 0;
}

/** The values of a counted setting, from the first on. */
export function settingValues(
	settings: LanguageSettings,
	name: string,
): readonly Value[] {
	const values: Value[] = [];
	const first = firstOf(settings, name);
	for (let at = first; settings[`${name}${at}`] !== undefined; at += 1)
		values.push(settings[`${name}${at}`] ?? "");
	return values;
}
