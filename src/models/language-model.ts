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
	const alphabet = alphabetOf(file);
	const dialect = familyDialect(familyLanguageOf(file));
	return {
		file,
		dialect,
		commands: file.commands.map((row) =>
			languageCommand(row, file, dialect, alphabet),
		),
		replies: languageReplies(file.replies, file),
		settings: settingsOf(file, alphabet),
	};
}

/** The part of a file that is about characters. */
export function familyLanguageOf(file: LanguageFile): FamilyLanguage {
	const { name, shape, fold = false, envelopes } = file;
	const words = file.commands.flatMap(({ word }) => word ?? []);
	return {
		...{ name, shape, fold, envelopes },
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

/** Characters that separate somewhere in the messages stand in no text. */
function alphabetOf({
	fold = false,
	envelopes,
	commands,
}: LanguageFile): LanguageAlphabet {
	const separators = envelopes.flatMap((envelope) => {
		if (envelope.family === "forms") return [];
		const { order, calls } = envelope;
		const places = order.flatMap((place) =>
			place.is === "slots"
				? [place.between ?? "", place.lead.trim() === "" ? place.lead : ""]
				: [],
		);
		const ends =
			calls === undefined ? [] : ["end" in calls ? calls.end : calls.between];
		return [...places, ...ends];
	});
	// In a form, what stands behind a parameter.
	const behind = commands.flatMap(({ forms = [] }) =>
		forms.flatMap((form) =>
			[...form.matchAll(/\}\]?\[?([^{}[\]A-Za-z0-9])/g)].map(
				([, sign = ""]) => sign,
			),
		),
	);
	return {
		fold,
		excluded: [...new Set([...separators, ...behind].join(""))].join(""),
	};
}
