import type { Command } from "../../commands/define.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import type { MessageLanguage } from "../../models/language/language.ts";
import type { LanguageFile } from "../../models/language/language-file.ts";

/** Where the settings of another maker's panel stand in the configuration. */
export const LANGUAGE_PART = "stored.language";

/** One setting of a language: `phone3` is the third of `phone`. */
export interface SettingPlace {
	readonly full: string;
	readonly name: string;
	/** Null where the language keeps one of it only. */
	readonly at: number | null;
}

/** The place of a setting by its whole name; names of settings are letters only. */
export function settingPlace(
	{ file: { settings } }: MessageLanguage,
	full: string,
): SettingPlace {
	const [, name = full, number] = /^([A-Za-z]+)([0-9]+)$/.exec(full) ?? [];
	const isCounted =
		number !== undefined &&
		Object.hasOwn(settings, name) &&
		settings[name]?.count !== undefined;
	return isCounted
		? { full, name, at: Number(number) }
		: { full, name: full, at: null };
}

/** The role under whose code a command of a language is sent. */
export function roleOfCommand(
	{ file: { roles }, commands }: MessageLanguage,
	{ spec }: BoundCommand<Command>,
): LanguageFile["roles"][number] {
	const row = commands.find((each) => each.spec.word === spec.word)?.row;
	const role = roles.find(({ name }) => name === row?.role) ?? roles[0];
	if (role === undefined) throw new TypeError("a language has a role");
	return role;
}
