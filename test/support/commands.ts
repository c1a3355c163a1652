/** Every command of every model, with arguments that it can take. */
import fc from "fast-check";
import type { BoundCommand } from "../../src/derive/bound-command.ts";
import type { Model, ModelCommand } from "../../src/models/model.ts";
import { models } from "../../src/models/models.ts";
import type { Arguments } from "../../src/parameters/command-spec.ts";
import { blank } from "../../src/parameters/parameter.ts";
import { aValueOf } from "./arbitraries.ts";

/** A command of a model. */
export interface Case {
	readonly model: Model;
	readonly command: ModelCommand;
}

/** Every command of every model, named for `test.each`. */
export const everyCommand = models.flatMap((model) =>
	[...model.commands.values()].map(
		(command): readonly [name: string, ...rest: readonly [Case]] => [
			`${model.name} ${command.spec.word}`,
			{ model, command },
		],
	),
);

/**
 * Arguments of a command that a message can say: some slots from the front are
 * given, by a value or, where that is allowed, by a blank; the rest is left off.
 */
export function argumentsOf(command: BoundCommand): fc.Arbitrary<Arguments> {
	const { slots, dialect } = command;
	const least = 1 + slots.findLastIndex(isRequired);
	return fc.integer({ min: least, max: slots.length }).chain((count) =>
		fc.record(
			Object.fromEntries(
				slots.slice(0, count).flatMap(({ name, parameter, kind }) => {
					if (parameter.role !== "field" || kind === null) return [];
					const value = aValueOf(kind);
					const either =
						dialect.hasBlanks &&
						(parameter.policy === "keep" || parameter.policy === "clear")
							? fc.oneof(value, fc.constant(blank))
							: value;
					return [[name, either]];
				}),
			),
		),
	);
}

function isRequired({ parameter }: BoundCommand["slots"][number]): boolean {
	return parameter.role === "field" && parameter.policy === "required";
}
