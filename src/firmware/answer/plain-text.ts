import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Message, Part } from "../../../grammar/message/message.ts";
import { plain } from "../../../grammar/plain/dialect.ts";
import { leadingPhrase } from "../../commands/plain/phrase.ts";
import type { PlainCommand } from "../../commands/plain/plain-command.ts";
import { commandsByWord } from "../../commands/plain/words.ts";
import { type Binding, bind } from "../../derive/bind.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import { textBehindPin, textBelow } from "../../derive/text-below.ts";
import type { Model } from "../../models/model.ts";
import { plainWordsOf } from "../../models/plain-words.ts";
import type { Alias } from "../../panel/state/remote-access.ts";
import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import { because } from "./person-context.ts";

/** A text that begins with a word of ours. */
export interface PlainText {
	readonly command: BoundCommand<PlainCommand>;
	/** Its word is the whole phrase, its slots are what follows. */
	readonly message: Message;
}

/**
 * Reads the slots of a plain word as its arguments. What stands below a text that
 * would be right, or behind its PIN, is what is wrong with it.
 * @param read the plain words of a text, or null
 * @param slotsOf the message with what its slots mean on a panel
 */
export function bindPlain(
	said: PlainText,
	text: string,
	read: (text: string) => PlainText | null,
	slotsOf: (said: PlainText) => Message = ({ message }) => message,
): Binding {
	const binding = bind(said.command, slotsOf(said));
	if (binding.args !== null) return binding;
	const isRight = (above: PlainText | null): above is PlainText =>
		above !== null && bind(above.command, slotsOf(above)).args !== null;
	const below =
		textBelow(text, (above) => isRight(read(above))) ??
		textBehindPin(text, (before) => {
			const upper = read(before);
			return isRight(upper) && upper.message.code.text !== "";
		});
	const slip = below ?? slipOfPin(said.message, binding.diagnostics);
	return slip === null ? binding : { args: null, diagnostics: [slip] };
}

/** What was meant as a PIN and is none; null where nothing was. */
function slipOfPin(
	{ code, slots }: Message,
	diagnostics: readonly Diagnostic[],
): Diagnostic<DiagnosticCode> | null {
	const foreign = slots.find(
		({ text }) => /^\p{Nd}{4}$/u.test(text) && !/^[0-9]+$/.test(text),
	);
	if (foreign !== undefined)
		return because(
			"person/no-pin",
			"PIN: digits 0 to 9, not those of another script",
			"full-width and other digits look alike and are different characters",
			foreign,
		);
	const isSurplus = ({ start }: Part) =>
		diagnostics.some(
			(each) => each.code === "parameter/surplus" && each.start === start,
		);
	const digits = slots.find(
		(slot) => /^[0-9]+$/.test(slot.text) && isSurplus(slot),
	);
	return code.text === "" && digits !== undefined
		? notFourDigits(digits)
		: null;
}

/** Digits where a PIN stands, more or fewer than it has. */
export function notFourDigits(digits: Part): Diagnostic<DiagnosticCode> {
	return because(
		"person/no-pin",
		`PIN: 4 digits, this has ${digits.text.length}`,
		null,
		digits,
	);
}

/** The plain words that a text is; null where it begins with none of ours. */
export function plainTextIn(
	model: Model,
	aliases: readonly Alias[],
	text: string,
): PlainText | null {
	const message = plain.read(text);
	return message === null ? null : plainTextOf(model, aliases, message);
}

/** The word that a message in plain words begins with; null where none is ours. */
export function plainTextOf(
	model: Model,
	aliases: readonly Alias[],
	message: Message,
): PlainText | null {
	if (message.word.text === "") return null;
	const parts = [message.word, ...message.slots];
	const texts = parts.map(({ text }) => text);
	const found = leadingPhrase(commandsByWord, aliases, texts);
	const command = found && plainWordsOf(model).get(found.command.word);
	if (found === undefined || command === undefined) return null;
	const rest = parts.slice(found.length);
	// Who takes one thing takes all that follows: `ARM AT 10:30 PM`.
	const slots =
		command.slots.length === 1 && rest.length > 1 ? [joined(rest)] : rest;
	const word = joined(parts.slice(0, found.length));
	return { command, message: { ...message, word, slots } };
}

/** A request that waited, as the message that it was. */
export function plainMessage(word: string, slots: readonly string[]): Message {
	const nowhere = { start: 0, end: 0 };
	return {
		keyword: { text: "", ...nowhere },
		code: { text: "", ...nowhere },
		word: { text: word, ...nowhere },
		slots: slots.map((text) => ({ text, ...nowhere })),
		stray: null,
	};
}

function joined(parts: readonly Part[]): Part {
	return {
		text: parts.map(({ text }) => text).join(" "),
		start: parts[0]?.start ?? 0,
		end: parts.at(-1)?.end ?? 0,
	};
}
