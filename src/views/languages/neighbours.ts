import { callWordingOf, composeSlots } from "../../derive/compose.ts";
import { credentialsOf } from "../../firmware/answer/authorise.ts";
import type { LanguageCommand } from "../../models/language/language-command.ts";
import type { Model } from "../../models/model.ts";
import { factoryState } from "../../panel/state/state.ts";
import { dangerousSlips, type Slip } from "./slips.ts";

/** Two commands between which there is one slip of the thumb. */
export interface Neighbour {
	readonly command: LanguageCommand;
	/** A message of it: its example. */
	readonly text: string;
	readonly slip: Slip;
}

/**
 * What one slip makes of the examples of a language's commands, as far as that does
 * something else: `A143#` asks, `A143##` deletes. In the order of the file.
 */
export function neighboursOf(model: Model): readonly Neighbour[] {
	const factory = factoryState(model.name, model.sections);
	return (model.language?.commands ?? []).flatMap((command) => {
		const text = exampleText(model, factory, command);
		return dangerousSlips(model, text).map((slip) => ({ command, text, slip }));
	});
}

/** The example of a command, as a message to a panel fresh from the factory. */
function exampleText(
	model: Model,
	factory: ReturnType<typeof factoryState>,
	command: LanguageCommand,
): string {
	return model.dialect.write({
		...credentialsOf(model, factory, command),
		...callWordingOf(command, composeSlots(command, command.spec.example)),
	});
}

/** `"1234A143#" (A?, asks) is one slip away from "1234A143##" (A-, deletes)` */
export function neighbourText({ command, text, slip }: Neighbour): string {
	const { row, spec } = slip.command;
	return `${JSON.stringify(text)} (${command.spec.word}, ${command.row.class}) is one slip away from ${JSON.stringify(slip.text)} (${spec.word}, ${row.class})`;
}
