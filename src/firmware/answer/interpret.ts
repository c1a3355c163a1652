import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Message } from "../../../grammar/message/message.ts";
import { bind } from "../../derive/bind.ts";
import { nearestName } from "../../derive/nearest-name.ts";
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

/** Finds the command and reads its arguments. Total. */
export function interpret(model: Model, message: Message): Interpretation {
	const command = model.commands.get(message.word.text);
	if (command === undefined)
		return {
			command: null,
			args: null,
			diagnostics: [unknownWord(model, message)],
		};
	const binding = bind(command, message);
	return binding.args === null
		? { command, args: null, diagnostics: binding.diagnostics }
		: { command, args: binding.args, diagnostics: null };
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
