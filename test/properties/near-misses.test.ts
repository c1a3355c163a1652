import fc from "fast-check";
import { expect, test } from "vitest";
import { characterName } from "../../grammar/message/character-name.ts";
import type { Message } from "../../grammar/message/message.ts";
import { bind } from "../../src/derive/bind.ts";
import { composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { interpret } from "../../src/firmware/answer/interpret.ts";
import { aMisfitOf } from "../support/arbitraries.ts";
import { argumentsOf, type Case, everyCommand } from "../support/commands.ts";
import { expectSame } from "../support/same.ts";
import { fresh } from "../support/texting.ts";

/** Law 4: one thing wrong is refused, and it is that thing that is named. */
test.each(everyCommand)("%s names the slot that does not fit", (_, which) => {
	const { command } = which;
	const kinds = command.slots.flatMap(({ name, kind }, at) =>
		kind === null ? [] : [{ name, kind, at }],
	);
	for (const { name, kind, at } of kinds)
		fc.assert(
			fc.property(argumentsOf(command), aMisfitOf(kind), (args, misfit) => {
				fc.pre(canStandInSlot(misfit));
				const slots = [...composeSlots(command, args)];
				while (slots.length <= at) slots.push("");
				slots[at] = misfit;
				const { message, text } = texted(which, slots);
				const { diagnostics } = bind(command, message);
				const about = diagnostics?.filter(
					({ parameter }) => parameter === name,
				);
				expectSame(text, about?.length, 1);
				const [fault] = about ?? [];
				const { start = 0, end = 0 } = message.slots[at] ?? {};
				const isWhole = fault?.start === start && fault.end === end;
				const [named = "", ...more] = text.slice(fault?.start, fault?.end);
				// The slot, or the one character in it that is to blame.
				if (!isWhole) {
					expect([
						start <= (fault?.start ?? -1),
						(fault?.end ?? end + 1) <= end,
					]).toEqual([true, true]);
					expect(more).toEqual([]);
					expect(fault?.message).toContain(characterName(named));
				}
			}),
			{ numRuns: 30 },
		);
});

test.each(everyCommand)("%s refuses a slot too many", (_, which) => {
	const { command } = which;
	fc.assert(
		fc.property(argumentsOf(command), (args) => {
			const slots = [...composeSlots(command, args)];
			while (slots.length < command.slots.length) slots.push("");
			const { message, text } = texted(which, [...slots, "1"]);
			const { code, start, end } =
				bind(command, message).diagnostics?.at(-1) ?? {};
			const last = message.slots.at(-1);
			expectSame(
				text,
				{ code, start, end },
				{ code: "parameter/surplus", start: last?.start, end: last?.end },
			);
		}),
		{ numRuns: 30 },
	);
});

test.each(everyCommand)(
	"%s with a letter changed is another word",
	(_, which) => {
		const { model, command } = which;
		const { word } = command.spec;
		fc.assert(
			fc.property(
				fc.nat(word.length - 1),
				fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?"),
				(at, letter) => {
					const other = word.slice(0, at) + letter + word.slice(at + 1);
					fc.pre(!model.commands.has(other));
					const { message, text } = texted(which, [], other);
					expect(interpret(model, message, text).diagnostics).toMatchObject([
						{ code: "message/unknown-word", ...spanOf(message.word) },
					]);
				},
			),
			{ numRuns: 30 },
		);
	},
);

// Helpers

function texted(
	{ model, command }: Case,
	slots: readonly string[],
	word = command.spec.word,
): { readonly message: Message; readonly text: string } {
	const credentials = credentialsOf(model, fresh(model));
	const text = model.dialect.write({ ...credentials, word, slots });
	const message = model.dialect.read(text);
	if (message === null) throw new Error(`unreadable: ${JSON.stringify(text)}`);
	return { message, text };
}

/** Some misfits cannot be sent at all: a comma ends the slot, blanks are trimmed. */
function canStandInSlot(text: string): boolean {
	return (
		text !== "" && !text.includes(",") && !/^[ \t\r\n]|[ \t\r\n]$/.test(text)
	);
}

function spanOf({ start, end }: { start: number; end: number }) {
	return { start, end };
}
