import type { FamilyDialect } from "../../../grammar/families/family-dialect.ts";
import type { Call } from "../../../grammar/message/message.ts";
import type { LanguageSection } from "../../panel/state/stored.ts";
import type { LanguageCommand } from "./language-command.ts";
import type { LanguageFile } from "./language-file.ts";
import type { LanguageReplies } from "./reply-places.ts";

/** Another maker's language, ready to use. */
export interface MessageLanguage {
	readonly file: LanguageFile;
	readonly dialect: FamilyDialect;
	readonly commands: readonly LanguageCommand[];
	readonly replies: LanguageReplies;
	readonly settings: LanguageSection;
}

/**
 * The commands that a call may be, in the order of the file: those with its word, its
 * question mark and a number where it has one; for a word that none has, those whose
 * word is a parameter. The first that its parameters fit is meant.
 */
export function commandsFor(
	{ commands, file }: MessageLanguage,
	{ word, index, ask }: Call,
): readonly LanguageCommand[] {
	const spelled = file.fold === true ? word.text.toLowerCase() : word.text;
	const isWord = ({ row, spec }: LanguageCommand): boolean => {
		const own = row.word ?? spec.word;
		return (file.fold === true ? own.toLowerCase() : own) === spelled;
	};
	const isKnown = commands.some(
		(command) => command.row.wordIs === undefined && isWord(command),
	);
	return commands.filter((command) => {
		const { row } = command;
		return (
			(row.wordIs === undefined ? isWord(command) : !isKnown) &&
			(row.ask === true) === (ask !== undefined) &&
			(row.index === undefined) === (index === undefined)
		);
	});
}
