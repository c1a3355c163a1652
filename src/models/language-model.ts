import type { CommandForm } from "../../grammar/families/envelope.ts";
import {
	type FamilyLanguage,
	familyDialect,
} from "../../grammar/families/family-dialect.ts";
import type { LanguageAlphabet } from "./language/file-kind.ts";
import { pieceFormOf } from "./language/file-kind.ts";
import type { MessageLanguage } from "./language/language.ts";
import {
	languageCommand,
	nameOfRow,
	parametersOfRow,
} from "./language/language-command.ts";
import type { LanguageFile } from "./language/language-file.ts";
import { settingsOf } from "./language/language-settings.ts";
import { languageReplies } from "./language/reply-places.ts";
import type { Model, ModelCommand } from "./model.ts";
import { type ReplyTemplates, replyTemplates } from "./reply-template.ts";

/**
 * The model of a panel that the file of its language describes. The file has to
 * fit its schema and its rules (language-faults.ts).
 *
 * @throws SyntaxError for a placeholder that there is not
 */
export function languageModel(file: LanguageFile): Model {
	const language = languageOf(file);
	const commands = new Map<string, ModelCommand>();
	for (const command of language.commands)
		commands.set(command.spec.word, { ...command, replies: silence });
	return {
		name: file.name,
		aliases: [],
		title: file.title,
		dialect: language.dialect,
		credential: "language-code",
		commands,
		replies: silence,
		probe: null,
		limits: {},
		language,
		sections: [language.settings],
	};
}

/** What its commands answer is in `answers`. */
const silence: ReplyTemplates = replyTemplates({
	done: null,
	refused: null,
	badValue: null,
	unknownWord: null,
	unreadable: null,
	wrongKeyword: null,
	wrongCode: null,
});

function languageOf(file: LanguageFile): MessageLanguage {
	const [inRow, inForm] = [rowAlphabet(file), formAlphabet(file)];
	const dialect = familyDialect(familyLanguageOf(file));
	return {
		file,
		dialect,
		commands: file.commands.map((row) =>
			languageCommand(
				row,
				file,
				dialect,
				row.forms === undefined ? inRow : inForm,
			),
		),
		replies: languageReplies(file.replies, file),
		settings: settingsOf(file),
	};
}

/** The part of a file that is about characters. */
export function familyLanguageOf(file: LanguageFile): FamilyLanguage {
	const { name, shape, fold = false, envelopes } = file;
	const words = file.commands.flatMap(({ word }) => word ?? []);
	return {
		name,
		shape,
		fold,
		envelopes,
		words: [...new Set(words)],
		forms: file.commands.flatMap((row): CommandForm[] =>
			row.forms === undefined
				? []
				: [
						{
							name: nameOfRow(row),
							templates: row.forms,
							pieces: parametersOfRow(row).map(({ name, kind, wide }) => ({
								name,
								form: wide === true ? { text: true } : pieceFormOf(kind),
							})),
						},
					],
		),
	};
}

/** Characters that separate in messages whose parts stand in a row stand in no text. */
function rowAlphabet({
	fold = false,
	envelopes,
	commands,
}: LanguageFile): LanguageAlphabet {
	const places = envelopes.filter((envelope) => envelope.family === "places");
	const slots = places
		.flatMap(({ order }) => order)
		.filter((place) => place.is === "slots");
	const hasBlanks = slots.some(({ blanks }) => blanks === true);
	const between = slots.flatMap((place) => place.between ?? []).join("");
	const ends = places.flatMap(({ calls }) => {
		if (calls === undefined) return [];
		return "end" in calls ? [calls.end] : hasBlanks ? [] : [calls.between];
	});
	return {
		fold,
		excluded: [...new Set(between + ends.join(""))].join(""),
		between,
		...(hasBlanks ? { words: wordsOf(commands) } : {}),
	};
}

/** In a form it is what stands behind a parameter. */
function formAlphabet({
	fold = false,
	commands,
}: LanguageFile): LanguageAlphabet {
	const behind = commands.flatMap(({ forms = [] }) =>
		forms.flatMap((form) =>
			[...form.matchAll(/\}\]?\[?([^{}[\]A-Za-z0-9 ])/g)].map(
				([, sign = ""]) => sign,
			),
		),
	);
	return {
		fold,
		excluded: [...new Set(behind.join(""))].join(""),
		between: "",
	};
}

/** Every command word, and every value that is a word. */
function wordsOf(commands: LanguageFile["commands"]): readonly string[] {
	const values = commands.flatMap((row) =>
		parametersOfRow(row).flatMap(({ kind }) =>
			"choice" in kind
				? kind.choice
				: "constant" in kind
					? [kind.constant]
					: [],
		),
	);
	return [
		...new Set([...commands.flatMap(({ word }) => word ?? []), ...values]),
	];
}
