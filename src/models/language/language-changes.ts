import type { Refusal } from "../../panel/state/outcome.ts";
import type { LanguageSettings } from "../../panel/state/stored.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import type { Shape, Value } from "../../parameters/kind.ts";
import { partsOfValue } from "./argument-parts.ts";
import type { MessageLanguage } from "./language.ts";
import type { LanguageCommand } from "./language-command.ts";
import type { LanguageEffect, SettingEffect } from "./language-file.ts";
import { firstOf, settingValues } from "./language-settings.ts";

/** Changes of settings by their whole names, or why there are none. */
export type Changes =
	| { readonly values: LanguageSettings; readonly refusal: null }
	| { readonly values: null; readonly refusal: Refusal };

/** A command with its arguments. */
export interface ArgumentSource {
	readonly language: MessageLanguage;
	readonly command: LanguageCommand;
	readonly args: Arguments;
}

/** What a change is made from. */
export interface ChangeSource extends ArgumentSource {
	/** As they are before it. */
	readonly settings: LanguageSettings;
}

/** What an effect of a command makes of the settings. */
export function changesOf(effect: SettingEffect, given: ChangeSource): Changes {
	const { args, settings } = given;
	if ("set" in effect || "clear" in effect) return assigned(effect, given);
	if ("add" in effect)
		return added(effect.add, itemsOf(effect.value, given), settings);
	if ("remove" in effect) {
		const { remove, value, between } = effect;
		return replaced(remove, itemsOf(value, given), "", {
			parameter: value,
			settings,
			between,
		});
	}
	const { replace, old, new: next } = effect;
	return replaced(replace, [textOf(args, old)], textOf(args, next), {
		parameter: old,
		settings,
	});
}

/** Whether all that would be set is left off the message. */
export function setsNothing(
	{ set }: Extract<LanguageEffect, { set: unknown }>,
	args: Arguments,
): boolean {
	return Object.values(set).every((wanted) => {
		const name = wholeReference(wanted);
		return name !== null && args[name] === undefined;
	});
}

/**
 * A setting that a command names by its number, where the panel has none of that
 * number; null where it has all.
 */
export function missingSetting(
	effect: LanguageEffect,
	given: ArgumentSource,
): { readonly setting: string; readonly parameter: string } | null {
	if (!("set" in effect || "clear" in effect)) return null;
	const { at } = effect;
	if (at === undefined || ("set" in effect && effect.named !== undefined))
		return null;
	const names = "set" in effect ? Object.keys(effect.set) : effect.clear;
	const numbers = placesAt(at, given).flatMap((place) =>
		numbersOf(place, at, given),
	);
	const missing = numbers
		.flatMap((number) => names.map((name) => name + number))
		.find((full) => !Object.hasOwn(given.language.settings.fields, full));
	return missing === undefined
		? null
		: { setting: missing, parameter: at.replace(/\..*/, "") };
}

/** The parameter whose value a setting gets as it is; null where it is no such. */
function wholeReference(wanted: Value | null): string | null {
	const [, name = null] =
		/^\$([a-z][A-Za-z]*)(?:\.[1-9])*$/.exec(String(wanted)) ?? [];
	return name;
}

/** Settings that get a value, or their first one again. */
function assigned(
	effect: Extract<SettingEffect, { set: unknown } | { clear: unknown }>,
	given: ChangeSource,
): Changes {
	const { settings } = given;
	if ("set" in effect && effect.all === true)
		return assignedToAll(effect.set, given);
	const each: readonly (readonly [string, Value | null])[] =
		"set" in effect
			? Object.entries(effect.set)
			: effect.clear.map((name) => [name, null] as const);
	const { at } = effect;
	const named = "set" in effect ? effect.named : undefined;
	// A list says several at once.
	const places = at === undefined ? [null] : placesAt(at, given);
	const changes: { [setting: string]: Value } = {};
	for (const [nth, place] of places.entries()) {
		const numbers =
			named === undefined
				? numbersOf(place, at, given)
				: numbersNamed(named, place, given);
		for (const [name, wanted] of each)
			for (const number of numbers) {
				const full = name + number;
				if (!Object.hasOwn(settings, full))
					return unchanged("unknown", `there is no ${full}`, at ?? null);
				const value = wantedValue(wanted, nth, given);
				if (value !== undefined)
					changes[full] = value ?? initialOf(full, given);
			}
		if (named !== undefined && numbers.length === 0)
			return unchanged("unknown", `there is no such ${named}`, at ?? null);
	}
	return { values: changes, refusal: null };
}

/** A value for every one of counted settings. */
function assignedToAll(
	wanted: { readonly [name: string]: Value },
	given: ChangeSource,
): Changes {
	const changes: { [setting: string]: Value } = {};
	for (const [name, value] of Object.entries(wanted)) {
		const next = wantedValue(value, 0, given);
		const first = firstOf(given.settings, name);
		for (const at of settingValues(given.settings, name).keys())
			if (next !== undefined)
				changes[`${name}${at + first}`] =
					next ?? initialOf(`${name}${at + first}`, given);
	}
	return { values: changes, refusal: null };
}

/** What a parameter names, once for each item of a list. */
function placesAt(reference: string, given: ArgumentSource): readonly Value[] {
	const shape = shapeOf(reference, given);
	return shape?.type === "list"
		? itemsOf(reference, given).map((item) =>
				shape.of.type === "integer" ? Number(item) : item,
			)
		: partsAt(reference, given);
}

/** The numbers that a parameter names, by number or by digits; "" for a setting that has none. */
function numbersOf(
	place: Value | null,
	reference: string | undefined,
	given: ArgumentSource,
): readonly (string | number)[] {
	if (place === null || reference === undefined) return [""];
	if (typeof place === "number") return [place];
	// A number that is written as a text is one number, and no several.
	return shapeOf(reference, given)?.type === "text"
		? [String(place)]
		: [...String(place)];
}

/** The number of the value of a counted setting. */
function numbersNamed(
	name: string,
	value: Value | null,
	{ settings, language }: ChangeSource,
): readonly number[] {
	const spelled = (text: Value | null) =>
		language.file.fold === true ? String(text).toLowerCase() : String(text);
	const at = settingValues(settings, name).findIndex(
		(each) => each !== "" && spelled(each) === spelled(value),
	);
	return at === -1 ? [] : [at + firstOf(settings, name)];
}

const REFERENCE = /\$([a-z][A-Za-z]*(?:\.[1-9])*)/g;

/**
 * What a setting becomes: `$name` is a parameter, null the setting's first value,
 * undefined nothing.
 */
function wantedValue(
	wanted: Value | null,
	nth: number,
	given: ChangeSource,
): Value | null | undefined {
	if (typeof wanted !== "string" || !wanted.includes("$")) return wanted;
	const partOf = (reference: string): Value => {
		const parts = partsAt(reference, given);
		return parts[nth] ?? parts[0] ?? "";
	};
	const name = wholeReference(wanted);
	if (name !== null) {
		const said = given.args[name];
		if (said === undefined) return undefined;
		if (typeof said === "symbol") return null;
		return partOf(wanted.slice(1));
	}
	return wanted.replace(REFERENCE, (_, reference: string) =>
		String(partOf(reference)),
	);
}

/** What a reference stands for: a parameter, or a part of it for each of its items. */
function partsAt(reference: string, given: ArgumentSource): readonly Value[] {
	const [name = "", ...path] = reference.split(".");
	const said = given.args[name];
	if (said === undefined || typeof said === "symbol") return [""];
	const shape = shapeOf(name, given);
	return shape === null ? [said] : partsOfValue(shape, said, path.map(Number));
}

/** The items of a parameter that is a list, or the only one that there is. */
function itemsOf(name: string, given: ArgumentSource): readonly string[] {
	if (name.includes(".")) return partsAt(name, given).map(String);
	const shape = shapeOf(name, given);
	const text = textOf(given.args, name);
	return shape?.type === "list" ? text.split(shape.between) : [text];
}

function shapeOf(name: string, { command }: ArgumentSource): Shape | null {
	return command.slots.find((slot) => slot.name === name)?.kind?.shape ?? null;
}

function initialOf(name: string, { language }: ChangeSource): Value {
	return language.settings.fields[name]?.initial ?? "";
}

/** Puts values into the first free places of a counted setting. */
function added(
	name: string,
	items: readonly string[],
	settings: LanguageSettings,
): Changes {
	const values = [...settingValues(settings, name)];
	const changes: { [setting: string]: Value } = {};
	for (const value of items) {
		if (values.includes(value)) continue;
		const free = values.indexOf("");
		if (free === -1)
			return unchanged("full", `there is no room for one more ${name}`, null);
		values[free] = value;
		changes[`${name}${free + firstOf(settings, name)}`] = value;
	}
	return { values: changes, refusal: null };
}

/** Puts one value in the place of another, "" to take it away. */
function replaced(
	name: string,
	items: readonly string[],
	by: string,
	{
		parameter,
		settings,
		between,
	}: {
		readonly parameter: string;
		readonly settings: LanguageSettings;
		/** A part of what is kept will do; this stands between the parts. */
		readonly between?: string | undefined;
	},
): Changes {
	const changes: { [setting: string]: Value } = {};
	const values = settingValues(settings, name);
	for (const value of items) {
		const at = values.findIndex(
			(kept) =>
				kept === value ||
				(between !== undefined && String(kept).split(between).includes(value)),
		);
		if (at === -1)
			return unchanged("unknown", `there is no such ${name}`, parameter);
		changes[`${name}${at + firstOf(settings, name)}`] = by;
	}
	return { values: changes, refusal: null };
}

/** What a parameter was given as; "" where it was not. */
export function textOf(args: Arguments, name: string): string {
	const said = args[name];
	return said === undefined || typeof said === "symbol" ? "" : String(said);
}

/** The rules of a language that are against a command. */
export type RuleCode =
	| "partition"
	| "mode"
	| "setting"
	| "zone"
	| "full"
	| "unknown";

/** Why a command is refused. */
export function rule(
	code: RuleCode,
	message: string,
	parameter: string | null,
): Refusal {
	return { code: `language/${code}`, message, hint: null, parameter };
}

function unchanged(
	code: RuleCode,
	message: string,
	parameter: string | null,
): Changes {
	return { values: null, refusal: rule(code, message, parameter) };
}
