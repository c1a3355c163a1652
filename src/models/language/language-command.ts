import type { FamilyDialect } from "../../../grammar/families/family-dialect.ts";
import type { CallWording } from "../../../grammar/message/message.ts";
import type { Command } from "../../commands/define.ts";
import type { BoundCommand, Rest } from "../../derive/bound-command.ts";
import { boundCommand } from "../../derive/bound-command.ts";
import { field } from "../../parameters/field.ts";
import type { Value } from "../../parameters/kind.ts";
import {
	clearIfBlank,
	constant,
	keepIfBlank,
	orElse,
	type Parameter,
	required,
} from "../../parameters/parameter.ts";
import { kindOf, type LanguageAlphabet } from "./file-kind.ts";
import type {
	LanguageFile,
	LanguageParameter,
	LanguageRow,
} from "./language-file.ts";
import { isSecretName } from "./language-settings.ts";
import { type LanguageReplies, languageReplies } from "./reply-places.ts";

/** A command of another maker's language, with its row of the file. */
export interface LanguageCommand extends BoundCommand<Command> {
	readonly row: LanguageRow;
	/** What it answers; the language's replies where it has none of its own. */
	readonly answers: LanguageReplies;
}

/** The name under which a row is found: its own, or its word with `?` where it asks. */
export function nameOfRow({ name, word, forms, ask }: LanguageRow): string {
	if (name !== undefined) return name;
	if (word !== undefined) return ask === true ? `${word}?` : word;
	return forms?.[0]?.replace(/\[[^\]]*\]|\{[^}]*\}/g, "").trim() ?? "";
}

/** The parameters of a row in the order of its slots, the number of its word or the word itself first. */
export function parametersOfRow({
	index,
	wordIs,
	params = [],
}: LanguageRow): readonly LanguageParameter[] {
	const first = wordIs ?? index;
	return first === undefined ? params : [first, ...params];
}

/** Fits a row of a language's file to the panel. */
export function languageCommand(
	row: LanguageRow,
	file: LanguageFile,
	dialect: FamilyDialect,
	alphabet: LanguageAlphabet,
): LanguageCommand {
	const name = nameOfRow(row);
	const declared = parametersOfRow(row);
	const spec: Command = {
		word: name,
		help: row.help,
		source: row.source,
		synonyms: [row.class],
		parameters: Object.fromEntries(
			declared.map((each) => [
				each.name,
				parameterOf(each, alphabetFor(each, alphabet)),
			]),
		),
		bare: true,
		example: row.example,
	};
	const rest = restOf(declared, file);
	const keyword = file.roles.find((role) => role.name === row.role)?.keyword;
	return {
		...boundCommand(spec, row.mark, {}, dialect),
		...(row.index === undefined ? {} : { indexed: true }),
		...(row.wordIs === undefined ? {} : { worded: true }),
		...(rest === null ? {} : { rest }),
		...(keyword === undefined ? {} : { keyword }),
		phrase: (slots) => phraseOf(row, name, slots),
		row,
		answers: {
			...languageReplies(file.replies, file),
			...languageReplies(row.reply ?? {}, file),
		},
	};
}

function parameterOf(
	{ name, label = name, kind, blank = "required", inferred }: LanguageParameter,
	alphabet: LanguageAlphabet,
): Parameter {
	if ("constant" in kind)
		return {
			...constant(kind.constant, label),
			due: true,
			...(alphabet.fold ? { fold: true } : {}),
		};
	const declared = field<Value>({
		label,
		kind: kindOf(kind, alphabet),
		initial: "",
		help: label,
		secret: isSecretName(name),
	});
	const why = inferred ?? null;
	if (typeof blank === "object") return orElse(declared, blank.else, why);
	const policies = { required, keep: keepIfBlank, clear: clearIfBlank };
	return policies[blank](declared, why);
}

/** What takes the rest of a message may hold what separates the parameters. */
function alphabetFor(
	{ rest }: LanguageParameter,
	alphabet: LanguageAlphabet,
): LanguageAlphabet {
	const { excluded, between } = alphabet;
	return rest === true
		? {
				...alphabet,
				excluded: [...excluded]
					.filter((sign) => !between.includes(sign))
					.join(""),
			}
		: alphabet;
}

function restOf(
	parameters: readonly LanguageParameter[],
	{ envelopes }: LanguageFile,
): Rest | null {
	const slot = parameters.findIndex(({ rest }) => rest === true);
	if (slot === -1) return null;
	const between = envelopes
		.flatMap((envelope) => (envelope.family === "places" ? envelope.order : []))
		.flatMap((place) =>
			place.is === "slots" ? (place.between ?? place.lead) : [],
		);
	return { slot, between: between[0] ?? "," };
}

function phraseOf(
	{ word, wordIs, index, ask }: LanguageRow,
	name: string,
	slots: readonly string[],
): CallWording {
	const [first = "", ...others] = slots;
	if (wordIs !== undefined) return { word: first, slots: others };
	return {
		word: word ?? name,
		...(index === undefined ? {} : { index: first }),
		...(ask === undefined ? {} : { ask }),
		slots: index === undefined ? slots : others,
	};
}
