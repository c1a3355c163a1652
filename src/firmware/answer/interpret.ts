import { capitals } from "../../../grammar/message/characters.ts";
import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import {
	type Call,
	callsOf,
	type Message,
} from "../../../grammar/message/message.ts";
import { bind } from "../../derive/bind.ts";
import { namingStray } from "../../derive/naming-stray.ts";
import { nearestName } from "../../derive/nearest-name.ts";
import { textBelow } from "../../derive/text-below.ts";
import {
	commandsFor,
	type MessageLanguage,
} from "../../models/language/language.ts";
import type { Model, ModelCommand } from "../../models/model.ts";
import type { Arguments } from "../../parameters/command-spec.ts";

/** What a message means on a model, whoever sent it. */
export type Interpretation =
	| {
			readonly command: ModelCommand;
			readonly args: Arguments;
			readonly diagnostics: null;
	  }
	| {
			/** Null when the model has no such word. */
			readonly command: ModelCommand | null;
			readonly args: null;
			readonly diagnostics: readonly Diagnostic[];
	  };

/**
 * Finds the command and reads its arguments. Total. Of several commands in one
 * message it is the first, or the first that cannot be read.
 *
 * @param text what `message` was read from
 */
export function interpret(
	model: Model,
	message: Message,
	text: string,
): Interpretation {
	const [first, ...others] = callsOf(message);
	const meant = interpretCall(model, first ?? message);
	const { command, diagnostics } = meant;
	if (diagnostics !== null) {
		if (command === null) return meant;
		const below = textBelow(text, (above) => {
			const read = model.dialect.read(above);
			return read !== null && bind(command, read).args !== null;
		});
		return {
			command,
			args: null,
			diagnostics: below === null ? namingStray(text, diagnostics) : [below],
		};
	}
	for (const call of others) {
		const other = interpretCall(model, call);
		if (other.diagnostics !== null) return other;
	}
	return meant;
}

/** One command of a message. */
export function interpretCall(model: Model, call: Call): Interpretation {
	const { language } = model;
	const named =
		language === null
			? model.commands.get(call.word.text)
			: languageCommandFor(model, language, call);
	if (named === undefined)
		return {
			command: null,
			args: null,
			diagnostics: [unknownWord(model, call)],
		};
	const binding = bind(named, call);
	return binding.args === null
		? { command: named, args: null, diagnostics: binding.diagnostics }
		: { command: named, args: binding.args, diagnostics: null };
}

/**
 * The command that a call fits; where it fits none with its word, the one of which
 * it fits most.
 */
function languageCommandFor(
	model: Model,
	language: MessageLanguage,
	call: Call,
): ModelCommand | undefined {
	let nearest: { readonly word: string; readonly fits: number } | undefined;
	for (const command of commandsFor(language, call)) {
		const { diagnostics } = bind(command, call);
		const { word } = command.spec;
		if (diagnostics === null) return model.commands.get(word);
		const [first] = diagnostics;
		// Who sends another value means the command that takes values.
		const fits =
			2 * (first?.start ?? 0) - (first?.code === "parameter/constant" ? 1 : 0);
		if (nearest === undefined || fits > nearest.fits) nearest = { word, fits };
	}
	return nearest && model.commands.get(nearest.word);
}

function unknownWord(model: Model, { word }: Call): Diagnostic {
	return {
		code: "message/unknown-word",
		message: `command word: ${model.name} has no ${word.text}`,
		hint: wordMeant(model, word.text),
		start: word.start,
		end: word.end,
		parameter: null,
	};
}

/** Which command of the model was probably meant, or which there are. */
function wordMeant({ commands }: Model, said: string): string {
	const words = [...commands.keys()];
	// A question is more like another question than like a word that sets something.
	const questions = words.filter((word) => word.endsWith("?"));
	const nearest =
		(said.endsWith("?") ? nearestName(said, questions) : null) ??
		nearestName(said, words);
	if (nearest?.endsWith("?")) return `write ${nearest}`;
	if (nearest !== null)
		return said === `${nearest}?`
			? `write ${nearest}, without a question mark`
			: `did you mean ${nearest}?`;
	const sought = [...commands.values()].filter(({ spec }) =>
		spec.synonyms.some((synonym) => capitals(synonym) === capitals(said)),
	);
	return sought.length > 0
		? `for that it has ${sought.map(({ spec }) => spec.word).join(", ")}`
		: `it has ${words.join(", ")}`;
}
