import type { CallWording } from "../../grammar/message/message.ts";
import type { Arguments } from "../parameters/command-spec.ts";
import { blank } from "../parameters/parameter.ts";
import type { BoundCommand, Slot } from "./bound-command.ts";

/** A command with the texts of its slots, as a message says it. */
export function callWordingOf(
	{ spec, phrase }: BoundCommand,
	slots: readonly string[],
): CallWording {
	return phrase?.(slots) ?? { word: spec.word, slots };
}

/**
 * The texts of a command's slots for some arguments, the inverse of `bind`.
 * Slots after the last given one are left off; a slot before it that is not given
 * becomes a blank, with what a blank does there.
 */
export function composeSlots(
	{ spec, slots, dialect }: BoundCommand,
	args: Arguments,
): readonly string[] {
	if (slots.length === 0)
		return spec.bare === true || !dialect.hasBlanks ? [] : [""];
	const last = slots.findLastIndex((slot) => isGiven(slot, args));
	return slots.slice(0, last + 1).map((slot) => printSlot(slot, args));
}

function isGiven({ parameter, name }: Slot, args: Arguments): boolean {
	return parameter.role === "field"
		? args[name] !== undefined
		: parameter.role === "constant" && parameter.due === true;
}

function printSlot({ parameter, kind, name }: Slot, args: Arguments): string {
	if (parameter.role === "constant") return parameter.text;
	const argument = args[name];
	if (argument === undefined || argument === blank || kind === null) return "";
	return kind.print(argument);
}
