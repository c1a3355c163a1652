import type { Slot } from "../../derive/bound-command.ts";
import {
	type LanguageCommand,
	parametersOfRow,
} from "../../models/language/language-command.ts";
import type {
	LanguageEffect,
	LanguageParameter,
	SettingEffect,
} from "../../models/language/language-file.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import { Misfit, type Value } from "../../parameters/kind.ts";
import { type Blank, blank } from "../../parameters/parameter.ts";
import { AT_THE_PANEL } from "../messages/obstacle.ts";
import { fits, slotOf } from "../messages/slot-values.ts";
import type { CallPurpose, Given } from "./call-purpose.ts";
import { composedArguments, isComposed } from "./composed-arguments.ts";
import { givenForList, listed, removedTogether } from "./list-arguments.ts";
import type { SettingPlace } from "./setting-place.ts";

/** A command with arguments that may make a setting what it is to be. */
export interface LanguageCall {
	readonly command: LanguageCommand;
	readonly args: Arguments;
	/** The setting that each parameter sets, by its whole name. */
	readonly sets: { readonly [parameter: string]: string };
	/** Labels of parameters of which no manual says that this is what they do. */
	readonly readings: readonly string[];
}

/** Every call of a command that may give a setting the value that is wanted. */
export function callsOfCommand(
	command: LanguageCommand,
	purpose: CallPurpose,
): readonly LanguageCall[] {
	const effects = command.row.does ?? [];
	if (!effects.every(isSettingEffect)) return [];
	return effects.flatMap((effect) =>
		argumentsFor(command, effect, purpose).flatMap(
			(given) => (given && completed(command, given, purpose)) ?? [],
		),
	);
}

/** A plan holds only commands that do nothing but keep settings. */
function isSettingEffect(effect: LanguageEffect): effect is SettingEffect {
	return (
		"set" in effect ||
		"clear" in effect ||
		"add" in effect ||
		"remove" in effect ||
		"replace" in effect
	);
}

/** All ways to say it that are worth a try: what a list takes away together, and alone. */
function argumentsFor(
	command: LanguageCommand,
	effect: SettingEffect,
	purpose: CallPurpose,
): readonly (Given | null)[] {
	if (!("remove" in effect)) return [givenFor(command, effect, purpose)];
	const { place, kept } = purpose;
	const values = kept(place.name);
	const alone = givenFor(command, effect, purpose);
	if (values === null || alone === null) return [alone];
	const slot = slotOf(command, effect.value);
	const together = listed(slot, removedTogether(values, purpose));
	return [together, alone];
}

/** The arguments on which it depends what becomes of the setting; null where it cannot be so. */
function givenFor(
	command: LanguageCommand,
	effect: SettingEffect,
	purpose: CallPurpose,
): Given | null {
	return "set" in effect || "clear" in effect
		? givenToSet(command, effect, purpose)
		: givenForList(command, effect, purpose);
}

function givenToSet(
	command: LanguageCommand,
	effect: Extract<SettingEffect, { set: unknown } | { clear: unknown }>,
	purpose: CallPurpose,
): Given | null {
	const { name, at } = purpose.place;
	const isNamed =
		"set" in effect
			? Object.hasOwn(effect.set, name)
			: effect.clear.includes(name);
	if (!isNamed || (effect.at === undefined) !== (at === null)) return null;
	if (isComposed(effect)) return composedArguments(command, effect, purpose);
	const wanted = "set" in effect ? effect.set[name] : undefined;
	const said = saidValue(command, wanted, purpose);
	if (said === null || effect.at === undefined) return said;
	const slot = slotOf(command, effect.at);
	const numbers = slot === undefined ? null : numbersFor(slot, purpose);
	return numbers === null ? null : { ...said, [effect.at]: numbers };
}

/** What says the value itself: nothing where the command always gives the same. */
function saidValue(
	command: LanguageCommand,
	wanted: Value | undefined,
	{ value, language, place, tell }: CallPurpose,
): Given | null {
	const initial = language.settings.fields[place.full]?.initial;
	// To clear a setting is to give it its first value.
	if (wanted === undefined) return value === initial ? {} : null;
	if (typeof wanted !== "string" || !wanted.startsWith("$"))
		return wanted === value ? {} : null;
	const slot = slotOf(command, wanted.slice(1));
	if (slot === undefined || slot.parameter.role !== "field") return null;
	if (fits(slot, value)) return { [slot.name]: value };
	if (slot.parameter.policy === "clear" && value === initial)
		return { [slot.name]: blank };
	if (slot.parameter.policy === "else" && value === slot.parameter.otherwise)
		return { [slot.name]: value };
	// Another command may take it away.
	if (value === initial) return null;
	tell({
		code: "value",
		why: `${command.spec.word} cannot say it: ${slot.label}: ${slot.kind?.rule}`,
		where: AT_THE_PANEL,
	});
	return null;
}

/** What stands for the number of a counted setting: of alike ones, all that are due. */
function numbersFor(
	slot: Slot,
	{ place: { name, at }, value, due }: CallPurpose,
): Value | null {
	if (at === null) return null;
	if (slot.kind?.shape.type === "digit-set") {
		const digits = [...slot.kind.shape.signs].filter(
			(sign) => Number(sign) === at || due.get(name + sign) === value,
		);
		const text = digits.join("");
		return digits.includes(String(at)) && fits(slot, text) ? text : null;
	}
	for (const number of [at, String(at)]) if (fits(slot, number)) return number;
	return null;
}

/** The call with what else it has to say; null where that cannot be said. */
function completed(
	command: LanguageCommand,
	given: Given,
	purpose: CallPurpose,
): LanguageCall | null {
	const { row } = command;
	const args: Given = { ...given };
	const sets: { [parameter: string]: string } = {};
	const readings: string[] = [];
	for (const declared of parametersOfRow(row)) {
		const slot = slotOf(command, declared.name);
		if (slot === undefined || slot.parameter.role !== "field") continue;
		const setting = settingOf(command, slot.name, purpose.place);
		if (setting !== null) sets[slot.name] = setting;
		if (!(slot.name in args)) {
			const other = filled(command, slot, declared, setting, purpose);
			if (other === null) return null;
			args[slot.name] = other;
		}
		const said = args[slot.name];
		if (said === undefined && slot.parameter.policy === "required") return null;
		if (said === blank && slot.parameter.inferred !== null)
			if (!isHarmless(setting, purpose)) readings.push(slot.label);
	}
	if (readings.length > 0 && !purpose.trustsReadings) {
		purpose.tell({
			code: "reading",
			why: `no manual says that ${command.spec.word} does this with ${readings.join(", ")}`,
			where: `${AT_THE_PANEL}, or --with inferred`,
		});
		return null;
	}
	return { command, args, sets, readings };
}

/** What stands in a parameter that is about another setting, or about none; null where nothing can. */
function filled(
	{ spec }: LanguageCommand,
	slot: Slot,
	{ acts }: LanguageParameter,
	setting: string | null,
	{ known, language, tell }: CallPurpose,
): Value | Blank | undefined | null {
	if (slot.parameter.role !== "field") return undefined;
	const { policy } = slot.parameter;
	if (setting === null) {
		if (policy !== "required" || acts?.[0] === undefined) return undefined;
		const read = slot.kind?.read(acts[0]);
		return read instanceof Misfit ? undefined : read;
	}
	const will = known(setting);
	if (typeof will === "string") {
		if (policy === "keep") return blank;
		tell({
			code: "unnamed",
			why: `${spec.word} has to say ${slot.label} as well`,
			where: `in the site: name stored.language.${setting} as well`,
		});
		return undefined;
	}
	if (fits(slot, will.value)) return will.value;
	const initial = language.settings.fields[setting]?.initial;
	if (policy === "clear" && will.value === initial) return blank;
	tell({
		code: "value",
		why: `${spec.word} would have to say ${setting} as it is, and cannot`,
		where: AT_THE_PANEL,
	});
	return null;
}

/** Whether a blank leaves what is empty empty, whatever it does. */
function isHarmless(
	setting: string | null,
	{ known, kept, due, place }: CallPurpose,
): boolean {
	if (setting === null) return true;
	const will = known(setting);
	return (
		kept(place.name) !== null &&
		!due.has(setting) &&
		typeof will !== "string" &&
		will.value === ""
	);
}

/** The whole name of the setting that a parameter gives its value. */
function settingOf(
	{ row }: LanguageCommand,
	parameter: string,
	{ at }: SettingPlace,
): string | null {
	for (const effect of row.does ?? [])
		if ("set" in effect)
			for (const [name, value] of Object.entries(effect.set))
				if (value === `$${parameter}`)
					return effect.at === undefined ? name : `${name}${at ?? ""}`;
	return null;
}
