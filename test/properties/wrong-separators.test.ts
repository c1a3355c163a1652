/** What stands in place of a comma, and what stands below a message, is named at its place. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { characterName } from "../../grammar/message/character-name.ts";
import { composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { interpret } from "../../src/firmware/answer/interpret.ts";
import { argumentsOf, type Case, everyCommand } from "../support/commands.ts";
import { expectSame } from "../support/same.ts";
import { fresh } from "../support/texting.ts";

/** These may hold signs, so that nobody can tell where they end. */
const HOLDS_SIGNS = /^(text|word|destination)$/;

test.each(everyCommand)("%s names a wrong separator", (_, which) => {
	const { command } = which;
	const ends = command.slots.flatMap(({ kind }, at) =>
		kind === null ||
		HOLDS_SIGNS.test(kind.shape.type) ||
		at === command.slots.length - 1
			? []
			: [at],
	);
	if (ends.length === 0) return;
	fc.assert(
		fc.property(
			argumentsOf(command),
			fc.constantFrom(...ends),
			fc.constantFrom(..."; | / _ \t - = ، ，"),
			(args, at, separator) => {
				const slots = composeSlots(command, args);
				fc.pre(slots[at] !== "" && (slots[at + 1] ?? "") !== "");
				const { text, start } = joined(which, slots, at, separator);
				const [fault] = faultsOf(which, text);
				expectSame(text, [fault?.start, fault?.end], [start, start + 1]);
				const named = `this is ${characterName(separator)}`;
				if (!fault?.message.includes(named))
					expect.fail(`${text}: not ${named}: ${fault?.message}`);
			},
		),
		{ numRuns: 30 },
	);
});

test.each(everyCommand)(
	"%s names the line break above a signature",
	(_, which) => {
		fc.assert(
			fc.property(
				argumentsOf(which.command),
				fc.constantFrom("\n-- \nBob", "\r\nSent from my phone", "\n\n1,2"),
				(args, signature) => {
					const slots = composeSlots(which.command, args);
					// Else the text below is a name, with a line break in front of it.
					fc.pre(which.command.slots.length === 0 || slots.at(-1) !== "");
					const right = textOf(which, slots);
					const faults = faultsOf(which, right + signature);
					expectSame(
						right + signature,
						faults.map(({ start, end }) => ({ start, end })),
						[{ start: right.length, end: right.length + 1 }],
					);
					expect(faults[0]?.message).toContain("this is a line break");
				},
			),
			{ numRuns: 30 },
		);
	},
);

/** The message with another separator behind a slot, and where that stands. */
function joined(
	which: Case,
	slots: readonly string[],
	at: number,
	separator: string,
) {
	const start = textOf(which, slots.slice(0, at + 1)).length;
	const text = textOf(which, slots);
	return {
		start,
		text: text.slice(0, start) + separator + text.slice(start + 1),
	};
}

function textOf({ model, command }: Case, slots: readonly string[]): string {
	const credentials = credentialsOf(model, fresh(model));
	const { word } = command.spec;
	return model.dialect.write({ ...credentials, word, slots });
}

function faultsOf({ model }: Case, text: string) {
	const message = model.dialect.read(text);
	return message === null
		? [model.dialect.explain(text)]
		: (interpret(model, message, text).diagnostics ?? []);
}
