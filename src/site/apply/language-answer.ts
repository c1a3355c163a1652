import type { MessageLanguage } from "../../models/language/language.ts";
import type { LanguageTemplate } from "../../models/language/reply-places.ts";

/** An answer that says whether a command was done. */
export interface LanguageAnswer {
	readonly type: "done" | "refused";
	/** The answer with nothing in it that may be a secret, where it is not always the same. */
	readonly said?: string;
}

/**
 * Takes a text for what another maker's panel answers to a message with these
 * commands, by the replies of its file; null where it cannot be, or where the file
 * has the same reply for what is done and what is not.
 */
export function languageAnswerOf(
	language: MessageLanguage,
	words: readonly string[],
	text: string,
): LanguageAnswer | null {
	const { signed } = language.file;
	const unsigned = signed === undefined ? text : behind(text, signed.sign);
	// A panel without a name begins its replies with none.
	return answerIn(language, words, unsigned) ?? answerIn(language, words, text);
}

function answerIn(
	{ file, replies, commands }: MessageLanguage,
	words: readonly string[],
	body: string,
): LanguageAnswer | null {
	const turnedAway = said([replies.wrongCode, replies.unreadable], body);
	if (turnedAway !== null) return { type: "refused", said: turnedAway };
	const answers = words.flatMap(
		(word) => commands.find(({ spec }) => spec.word === word)?.answers ?? [],
	);
	if (answers.length < words.length) return null;
	const [only] = answers;
	if (only !== undefined && words.length === 1) return answerBy(only, body);
	const last = answers.at(-1);
	if (file.several === "last" && last !== undefined)
		return answerBy(last, body);
	if (file.several !== "lines") return null;
	// What is not answered has no line.
	const due = answers.filter(({ done }) => done !== null);
	const lines = body.split("\n");
	const each = due.flatMap((one, at) => answerBy(one, lines[at] ?? "") ?? []);
	return lines.length !== due.length || each.length !== due.length
		? null
		: {
				type: each.some(({ type }) => type === "refused") ? "refused" : "done",
				said: each.map((one) => one.said).join("\n"),
			};
}

type Replies = MessageLanguage["replies"];

function answerBy(
	{ done, already, refused, badValue, unknownWord, wrongRole }: Replies,
	text: string,
): { readonly type: "done" | "refused"; readonly said: string } | null {
	const isDone = said([done, already], text);
	const isRefused = said([refused, badValue, unknownWord, wrongRole], text);
	if (isDone !== null)
		return isRefused === null ? { type: "done", said: isDone } : null;
	return isRefused === null ? null : { type: "refused", said: isRefused };
}

/** The first of some replies that a text is, without what stands in its places. */
function said(
	templates: readonly (LanguageTemplate | null | undefined)[],
	text: string,
): string | null {
	for (const template of templates) {
		const found = template == null ? null : literally(template, text.trim());
		if (found !== null) return found;
	}
	return null;
}

/**
 * A reply with an ellipsis for what stands in its places, which may be a code; null
 * where the text is not that reply, or where nothing in it is always the same.
 */
function literally(template: LanguageTemplate, text: string): string | null {
	let at = 0;
	let shown = "";
	let isOpen = false;
	for (const [nth, part] of template.entries()) {
		if (part.type !== "literal") {
			isOpen = true;
			shown += "…";
			continue;
		}
		const isLast = nth === template.length - 1;
		const start = !isOpen
			? at
			: isLast
				? text.length - part.text.length
				: text.indexOf(part.text, at);
		if (start < at || !text.startsWith(part.text, start)) return null;
		at = start + part.text.length;
		shown += part.text;
		isOpen = false;
	}
	const isWhole = isOpen || at === text.length;
	return isWhole && /[A-Za-z0-9]/.test(shown) ? shown : null;
}

/** What stands behind the name with which a panel begins its replies. */
function behind(text: string, sign: string): string {
	const at = text.indexOf(sign);
	return at === -1 ? text : text.slice(at + sign.length);
}
