import type { HeaderWord } from "../../grammar/transcript/line.ts";
import { modelNamed, modelNames } from "../models/models.ts";

/** What is wrong with a header's text, in either form of a conversation. */
export function headerFault(
	word: HeaderWord,
	text: string,
): [message: string, hint: string | null] | null {
	switch (word) {
		case "model": {
			if (modelNamed(text) !== undefined) return null;
			return [
				`model: there is no ${text}`,
				`there are ${modelNames.join(", ")}`,
			];
		}
		case "seed":
			return /^(0|[1-9]\d{0,14})$/.test(text)
				? null
				: ["seed: a whole number from 0 on", null];
		case "tags":
			return text.split(/[ \t]+/).every((tag) => TAG.test(tag))
				? null
				: ["tags: letters, digits and _.:/- with blanks between them", null];
		default:
			return null;
	}
}

/** One tag. */
export const TAG = /^[A-Za-z0-9_.:/-]+$/;
