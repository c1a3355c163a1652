import fc from "fast-check";
import { expect, test } from "vitest";
import { bind } from "../../src/derive/bind.ts";
import { composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { argumentsOf, everyCommand } from "../support/commands.ts";
import { fresh } from "../support/texting.ts";

/** Law 2: what is composed from arguments is read as the same arguments. */
test.each(everyCommand)(
	"%s reads what it composes",
	(_, { model, command }) => {
		const credentials = credentialsOf(model, fresh(model));
		fc.assert(
			fc.property(argumentsOf(command), (args) => {
				const text = model.dialect.write({
					...credentials,
					word: command.spec.word,
					slots: composeSlots(command, args),
				});
				const message = model.dialect.read(text);
				expect(message).not.toBeNull();
				if (message === null) return;
				expect(bind(command, message)).toEqual({ args, diagnostics: null });
			}),
		);
	},
);

test.each(everyCommand)("%s reads its own example", (_, { model, command }) => {
	const text = model.dialect.write({
		...credentialsOf(model, fresh(model)),
		word: command.spec.word,
		slots: composeSlots(command, command.spec.example),
	});
	const message = model.dialect.read(text);
	if (message === null) throw new Error(`unreadable: ${text}`);
	expect(bind(command, message)).toEqual({
		args: command.spec.example,
		diagnostics: null,
	});
});
