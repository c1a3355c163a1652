/** Other makers' languages, and messages of theirs by chance, made from their files. */
import fc from "fast-check";
import type { CallWording } from "../../grammar/message/message.ts";
import { callWordingOf, composeSlots } from "../../src/derive/compose.ts";
import type { MessageLanguage } from "../../src/models/language/language.ts";
import type { LanguageCommand } from "../../src/models/language/language-command.ts";
import { languageNames } from "../../src/models/language-files.ts";
import type { Model } from "../../src/models/model.ts";
import { modelNamed } from "../../src/models/models.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";
import type { Arguments } from "../../src/parameters/command-spec.ts";
import { aValueOf } from "./arbitraries.ts";

export interface LanguageCase {
	readonly name: string;
	readonly model: Model;
	readonly language: MessageLanguage;
	readonly factory: PanelState;
}

/** Every language, for `describe.each`. */
export const everyLanguage: readonly LanguageCase[] = languageNames.map(
	(name) => {
		const model = modelNamed(name);
		if (model === undefined || model.language === null)
			throw new Error(`there is no language ${name}`);
		const { language } = model;
		return {
			name,
			model,
			language,
			factory: factoryState(name, model.sections),
		};
	},
);

/** A command with arguments, as a text to a panel fresh from the factory. */
export interface ComposedText {
	readonly command: LanguageCommand;
	readonly args: Arguments;
	readonly call: CallWording;
	readonly text: string;
}

/** Commands of a language with arguments of theirs; what may be left off sometimes is. */
export function composedTexts(
	{ language }: LanguageCase,
	commands = language.commands,
): fc.Arbitrary<ComposedText> {
	return fc.constantFrom(...commands).chain((command) =>
		argumentsOf(command, language).map((args) => {
			const call = callWordingOf(command, composeSlots(command, args));
			const text = language.dialect.write({
				...credentials(language, command),
				...call,
			});
			return { command, args, call, text };
		}),
	);
}

/** The keyword and code of a command's role, as the factory has them. */
export function credentials(
	{ file }: MessageLanguage,
	{ row }: LanguageCommand,
): { readonly keyword: string; readonly code: string } {
	const role =
		file.roles.find(({ name }) => name === row.role) ?? file.roles[0];
	const code = String(file.settings[role?.code ?? ""]?.initial ?? "");
	return { keyword: role?.keyword ?? "", code: row.open === true ? "" : code };
}

function argumentsOf(
	{ slots }: LanguageCommand,
	language: MessageLanguage,
): fc.Arbitrary<Arguments> {
	const words = language.commands.map(({ row, spec }) =>
		(row.word ?? spec.word).toLowerCase(),
	);
	const entries = slots.flatMap(({ name, kind, parameter }) => {
		if (kind === null || parameter.role !== "field") return [];
		// What is spelled like a command is one, where commands and values are separated alike.
		const values = aValueOf(kind).filter(
			(value) =>
				!String(value)
					.split(",")
					.some((item) => words.includes(item.trim().toLowerCase())),
		);
		const given =
			parameter.policy === "required"
				? values
				: fc.option(values, { nil: undefined });
		return [[name, given] as const];
	});
	// What is left off has nothing behind it.
	return fc.record(Object.fromEntries(entries)).map((args) => {
		const first = slots.findIndex(
			({ name }) => name in args && args[name] === undefined,
		);
		const behind = slots
			.slice(first + 1)
			.some(({ name }) => args[name] !== undefined);
		return first === -1 || !behind || language.dialect.hasBlanks
			? args
			: Object.fromEntries(
					slots.slice(0, first).map(({ name }) => [name, args[name]]),
				);
	});
}
