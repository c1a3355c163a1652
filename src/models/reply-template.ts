import type { Replies } from "../commands/replies.ts";
import { type Literal, readPlaces } from "../panel/remote/answer-template.ts";

/** A reply with places for what the message said, taken apart: `{word}:OK`. */
export type ReplyTemplate = readonly (Literal | Place)[];

interface Place {
	readonly type: "place";
	readonly name: PlaceName;
}

type PlaceName = "word";

/** A model's replies, read. */
export type ReplyTemplates = Replies<ReplyTemplate>;

/**
 * Takes replies apart: `{word}` is the command word as it was sent, and braces are
 * doubled to mean themselves.
 *
 * @throws TypeError for a place that there is not: a slip in a declaration
 */
export function replyTemplates(replies: Replies): ReplyTemplates {
	return {
		done: templateOf(replies.done),
		refused: templateOf(replies.refused),
		badValue: templateOf(replies.badValue),
		unknownWord: templateOf(replies.unknownWord),
		unreadable: templateOf(replies.unreadable),
		wrongKeyword: templateOf(replies.wrongKeyword),
		wrongCode: templateOf(replies.wrongCode),
	};
}

function templateOf(text: string | null): ReplyTemplate | null {
	if (text === null) return null;
	const template = readPlaces(text, placeOf, "{word}");
	if (typeof template === "string")
		throw new TypeError(`reply ${JSON.stringify(text)}: ${template}`);
	return template;
}

function placeOf(name: string): Place | null {
	return name === "word" ? { type: "place", name } : null;
}

/** The text of a reply to a message with that command word; null is silence. */
export function replyText(
	template: ReplyTemplate | null,
	word: string,
): string | null {
	if (template === null) return null;
	let text = "";
	for (const piece of template)
		text += piece.type === "literal" ? piece.text : word;
	return text;
}
