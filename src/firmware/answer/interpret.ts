import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Message } from "../../../grammar/message/message.ts";
import { bind } from "../../derive/bind.ts";
import { namingStray } from "../../derive/naming-stray.ts";
import { nearestName } from "../../derive/nearest-name.ts";
import { textBelow } from "../../derive/text-below.ts";
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
 * Finds the command and reads its arguments. Total.
 * @param text what `message` was read from
 */
export function interpret(
	model: Model,
	message: Message,
	text: string,
): Interpretation {
	const command = model.commands.get(message.word.text);
	if (command === undefined)
		return {
			command: null,
			args: null,
			diagnostics: [unknownWord(model, message)],
		};
	const binding = bind(command, message);
	if (binding.args !== null)
		return { command, args: binding.args, diagnostics: null };
	const below = textBelow(text, (above) => {
		const read = model.dialect.read(above);
		return read !== null && bind(command, read).args !== null;
	});
	const diagnostics =
		below === null ? namingStray(text, binding.diagnostics) : [below];
	return { command, args: null, diagnostics };
}

function unknownWord(model: Model, { word }: Message): Diagnostic {
	const words = [...model.commands.keys()];
	const nearest = nearestName(word.text, words);
	return {
		code: "message/unknown-word",
		message: `command word: ${model.name} has no ${word.text}`,
		hint:
			nearest === null
				? `it has ${words.join(", ")}`
				: `did you mean ${nearest}?`,
		start: word.start,
		end: word.end,
		parameter: null,
	};
}
