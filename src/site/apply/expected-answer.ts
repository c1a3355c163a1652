import type { AnswerReadings } from "../../commands/define.ts";
import type { Model, ModelCommand } from "../../models/model.ts";
import { replyText } from "../../models/reply-template.ts";
import { type LanguageAnswer, languageAnswerOf } from "./language-answer.ts";

/** What a text of the panel is, taken for the answer to one command. */
export type PanelAnswer =
	| LanguageAnswer
	/** A query's answer. */
	| { readonly type: "told"; readonly readings: AnswerReadings };

/**
 * Takes a text for the answer to a command with that word; null where it cannot be.
 * @param word several with a comma and a blank between them, for commands of one message
 */
export function answerOf(
	model: Model,
	word: string,
	text: string,
): PanelAnswer | null {
	if (model.language !== null)
		return languageAnswerOf(model.language, word.split(", "), text);
	const command = model.commands.get(word);
	if (command === undefined) return null;
	const { replies, spec } = command;
	const said = text.trim();
	const readings = spec.readings?.(said) ?? null;
	if (readings !== null) return { type: "told", readings };
	if (spec.answer === undefined && said === replyText(replies.done, word))
		return { type: "done" };
	const refusals = [replies.refused, replies.badValue, replies.unknownWord];
	return refusals.some((template) => said === replyText(template, word))
		? { type: "refused" }
		: null;
}

/** Whether the panel says anything when it has carried out a command. */
export function isAnswered({ replies, spec }: ModelCommand): boolean {
	return spec.answer !== undefined || replies.done !== null;
}
