import type { Command } from "../../commands/define.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import { usage } from "../../derive/usage.ts";
import type { Model } from "../../models/model.ts";
import { isFoundBy } from "../words/search.ts";
import { wrapped } from "../words/wrapped.ts";

/** A command that was looked for, and whose it is. */
export interface FoundCommand {
	readonly model: Model;
	readonly command: BoundCommand<Command>;
}

/** Commands of some models that have all the words that are looked for in their word, help or class. */
export function foundCommands(
	models: readonly Model[],
	wanted: string,
): readonly FoundCommand[] {
	return models.flatMap((model) =>
		[...model.commands.values()]
			.filter(({ spec }) => isFoundBy(wanted, spec))
			.map((command) => ({ model, command })),
	);
}

/**
 * A line for each, with the model in front.
 * @param columns that a line may take
 */
export function foundText(
	found: readonly FoundCommand[],
	columns: number,
): string {
	const width = found.reduce(
		(most, { model }) => Math.max(most, model.name.length),
		0,
	);
	return found
		.map(({ model, command }) => {
			const { provenance, spec } = command;
			const head = `${model.name.padEnd(width)}  ${usage(command)}`;
			const more = `${" ".repeat(width + 2)}${spec.word}, ${provenance}: ${spec.help}`;
			return `${head}\n${wrapped(more, columns, width + 2)}`;
		})
		.join("\n");
}
