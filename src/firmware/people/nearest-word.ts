import { capitals } from "../../../grammar/message/characters.ts";
import type { Message } from "../../../grammar/message/message.ts";
import { plain } from "../../../grammar/plain/dialect.ts";
import {
	commandOfSynonym,
	leadingPhrase,
	nearestPhrase,
} from "../../commands/plain/phrase.ts";
import { commandsByWord } from "../../commands/plain/words.ts";
import type { TextContext } from "../answer/text-context.ts";

/** So many words in front of one of ours are let pass, as in `Could you arm`. */
const IN_FRONT = 2;

/**
 * The word of ours that a text was probably meant to be, for the answer that shows
 * it; null where none was. Nothing is ever done for such a text.
 *
 * @param message the text in plain words, or null
 */
export function nearestWord(
	{ panel, state, sms: { text } }: TextContext,
	message: Message | null,
): string | null {
	const meant = message ?? withinSigns(text);
	const said = meant && [meant.word, ...meant.slots].map((part) => part.text);
	const near = said && nearestPhrase(commandsByWord, said);
	if (near !== null) return near;
	// An answer to an installer's message would tell that its P-Word is wrong.
	if (panel.model.dialect.read(text) !== null) return null;
	const whole = commandOfSynonym(commandsByWord, said?.join(" ") ?? "");
	if (whole !== undefined) return whole.word;
	const parts = runsOf(text);
	for (let front = 0; front <= IN_FRONT; front += 1) {
		// Digits in front may be a code, and are told apart beside the wire.
		if (front > 0 && isDigits(parts[front - 1])) return null;
		const rest = parts.slice(front);
		const found = leadingPhrase(commandsByWord, state.remote.aliases, rest);
		if (found !== undefined) return found.command.word;
	}
	return null;
}

/** What stands between the signs around a text, as in `“ARM”` and `> ARM`: that is no message. */
function withinSigns(text: string): Message | null {
	const rest = text.slice(Math.max(0, text.search(/[\p{L}\p{N}]/u)));
	const [within = ""] = /^.*[\p{L}\p{N}]/su.exec(rest) ?? [];
	return within === text ? null : plain.read(within);
}

/** The letters and the digits of a text in runs: `Disarm4711` is DISARM and 4711. */
export function runsOf(text: string): readonly string[] {
	return text.match(/[\p{L}\p{M}'\u2019]+|\p{N}+/gu)?.map(capitals) ?? [];
}

function isDigits(run: string | undefined): boolean {
	return run !== undefined && /^\p{N}/u.test(run);
}
