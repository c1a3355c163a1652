import type { Slot } from "../../derive/bound-command.ts";
import type { LanguageCommand } from "../../models/language/language-command.ts";
import type { LanguageEffect } from "../../models/language/language-file.ts";
import type { Value } from "../../parameters/kind.ts";
import { AT_THE_PANEL } from "../messages/obstacle.ts";
import { fits, slotOf } from "../messages/slot-values.ts";
import type { CallPurpose, Given } from "./call-purpose.ts";

export type ListEffect = Extract<
	LanguageEffect,
	{ add: unknown } | { remove: unknown } | { replace: unknown }
>;

/** Adds a value to a list, takes one out of it, or puts one in the place of another. */
export function givenForList(
	command: LanguageCommand,
	effect: ListEffect,
	purpose: CallPurpose,
): Given | null {
	const { place, value, kept, tell } = purpose;
	const { name, at } = place;
	if (at === null || listOf(effect) !== name) return null;
	const values = kept(name);
	if (values === null) {
		tell({
			code: "unknown",
			why: `${command.spec.word} goes by what the panel keeps, and that is not known`,
			where: "--from, with what the panel has",
		});
		return null;
	}
	if ("add" in effect) {
		if (value === "" || values.includes(value)) return null;
		const free = values.indexOf("") + 1;
		if (free !== at) {
			tell({
				code: "effect",
				why: `${command.spec.word} takes the first free place${free === 0 ? ", and there is none" : `, ${name}${free}`}`,
				where: free === 0 ? AT_THE_PANEL : `in the site: ${name}${free}`,
			});
			return null;
		}
		const added = addedTogether(values, purpose);
		return listed(slotOf(command, effect.value), added);
	}
	// A command finds a value by itself, so that of two alike it is the first.
	const old = values[at - 1] ?? "";
	if (old === "" || values.indexOf(old) !== at - 1) return null;
	if ("remove" in effect)
		return value === "" ? listed(slotOf(command, effect.value), [old]) : null;
	if (value === "" || old === value) return null;
	const from = slotOf(command, effect.old);
	const to = slotOf(command, effect.new);
	return from !== undefined &&
		to !== undefined &&
		fits(from, old) &&
		fits(to, value)
		? { [from.name]: old, [to.name]: value }
		: null;
}

/** The name of the list that an effect is about. */
function listOf(effect: ListEffect): string {
	if ("add" in effect) return effect.add;
	return "remove" in effect ? effect.remove : effect.replace;
}

/** Values that one command puts into the free places, in their order. */
function addedTogether(
	values: readonly Value[],
	{ place: { name, at }, due, value }: CallPurpose,
): readonly Value[] {
	const together: Value[] = [value];
	for (let next = at ?? 0; next < values.length; next += 1) {
		if (values[next] !== "") continue;
		const wanted = due.get(`${name}${next + 1}`);
		if (wanted === undefined || wanted === "") break;
		if (values.includes(wanted) || together.includes(wanted)) break;
		together.push(wanted);
	}
	return together;
}

/** The value of a place that is to be empty, and of all others that are to be. */
export function removedTogether(
	values: readonly Value[],
	{ place: { name, at }, due }: CallPurpose,
): readonly Value[] {
	const isToGo = (value: Value, nth: number) =>
		value !== "" &&
		values.indexOf(value) === nth &&
		nth + 1 !== at &&
		due.get(`${name}${nth + 1}`) === "";
	const own = at === null ? undefined : values[at - 1];
	return [own ?? "", ...values.filter(isToGo)];
}

/** As many of some values as a parameter takes: one, or those of a list. */
export function listed(
	slot: Slot | undefined,
	values: readonly Value[],
): Given | null {
	if (slot === undefined) return null;
	const { shape } = slot.kind ?? {};
	const [first] = values;
	if (shape?.type !== "list")
		return first !== undefined && fits(slot, first)
			? { [slot.name]: first }
			: null;
	for (let count = values.length; count > 0; count -= 1) {
		const text = values.slice(0, count).join(shape.between);
		if (fits(slot, text)) return { [slot.name]: text };
	}
	return null;
}
