import type { Diagnostic } from "../../grammar/diagnostic.ts";
import { bind } from "../derive/bind.ts";
import type { BoundCommand, Slot } from "../derive/bound-command.ts";
import { composeSlots } from "../derive/compose.ts";
import { nearestName } from "../derive/nearest-name.ts";
import { blankEffect } from "../derive/usage.ts";
import { credentialsOf } from "../firmware/authorise.ts";
import { UsageError } from "./exit-code.ts";
import type { Subject } from "./subject.ts";

/** A message, what is wrong with it, and what its writer should know. */
export interface Composed {
	readonly text: string;
	readonly diagnostics: readonly Diagnostic[];
	readonly remarks: readonly string[];
}

/**
 * Writes a message from texts `field=value`; nothing behind the sign is a
 * blank. A field that is not given becomes a blank where a later one is given.
 * @throws UsageError for a word or a field that there is not, and for a blank where
 *   none can be written
 */
export function composeMessage(
	{ model, state }: Subject,
	word: string,
	given: readonly string[],
): Composed {
	const command = model.commands.get(word);
	if (command === undefined)
		throw unknown(word, [...model.commands.keys()], "word");
	const texts = textsBySlot(command, given);
	const last = command.slots.findLastIndex(({ name }) => texts.has(name));
	const filled = command.slots.slice(0, last + 1);
	const slots = filled.map(
		({ name, parameter }) =>
			texts.get(name) ?? (parameter.role === "constant" ? parameter.text : ""),
	);
	const gap = filled.find((_, at) => slots[at] === "");
	if (gap !== undefined && !model.dialect.hasBlanks)
		throw new UsageError(
			`${gap.name}: a message of ${model.name} cannot hold a blank; give it a value`,
		);
	const text = model.dialect.write({
		...credentialsOf(model, state),
		word,
		slots: slots.length === 0 ? composeSlots(command, {}) : slots,
	});
	const message = model.dialect.read(text);
	if (message === null)
		return { text, diagnostics: [model.dialect.explain(text)], remarks: [] };
	return {
		text,
		diagnostics: bind(command, message).diagnostics ?? [],
		remarks: filled
			.filter(
				({ name, parameter }) => parameter.role === "field" && !texts.has(name),
			)
			.map((slot) => `${slot.name}: left blank, which ${blankEffect(slot)}`),
	};
}

function textsBySlot(
	{ slots }: BoundCommand,
	given: readonly string[],
): ReadonlyMap<string, string> {
	const names = slots
		.filter(({ parameter }) => parameter.role === "field")
		.map(({ name }) => name);
	const texts = new Map<string, string>();
	for (const each of given) {
		const at = each.indexOf("=");
		if (at === -1) throw new UsageError(`${each}: write field=value`);
		const name = each.slice(0, at);
		if (!names.includes(name)) throw unknown(name, names, "field");
		if (texts.has(name)) throw new UsageError(`${name} is given twice`);
		texts.set(name, textOf(each.slice(at + 1), slots, name));
	}
	return texts;
}

/** What a person writes for a value, in the text that is sent: `latch=on` too. */
function textOf(typed: string, slots: readonly Slot[], name: string): string {
	const value = typed.trim();
	if (value.includes(","))
		throw new UsageError(
			`${name}: a comma separates parameters and cannot be sent inside one`,
		);
	const shape = slots.find((slot) => slot.name === name)?.kind?.shape;
	if (shape?.type !== "choice") return value;
	const option = shape.options.find(
		({ text, value: kept, meaning }) =>
			text === value || kept === value || meaning === value,
	);
	return option?.text ?? value;
}

function unknown(
	name: string,
	names: readonly string[],
	what: string,
): UsageError {
	const nearest = nearestName(name, names);
	const meant = nearest === null ? "." : `; did you mean ${nearest}?`;
	const there = names.length === 0 ? "none" : names.join(", ");
	return new UsageError(
		`there is no ${what} ${name}${meant} There are ${there}`,
	);
}
