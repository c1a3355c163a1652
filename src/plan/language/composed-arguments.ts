import type { LanguageCommand } from "../../models/language/language-command.ts";
import type { LanguageEffect } from "../../models/language/language-file.ts";
import { Misfit, type Shape, type Value } from "../../parameters/kind.ts";
import { AT_THE_PANEL } from "../messages/obstacle.ts";
import { fits, slotOf } from "../messages/slot-values.ts";
import type { CallPurpose, Given } from "./call-purpose.ts";
import { LANGUAGE_PART } from "./setting-place.ts";

type Assigning = Extract<LanguageEffect, { set: unknown } | { clear: unknown }>;

/** Values by what stands for them: `admin.2.1` is a part of a parameter. */
type Parts = ReadonlyMap<string, Value>;

const REFERENCE = /\$([a-z][A-Za-z]*(?:\.[1-9])*)/g;

/** Whether a setting is only a part of a parameter, or is put together from several. */
export function isComposed(effect: Assigning): boolean {
	const values = "set" in effect ? Object.values(effect.set) : [];
	return (
		effect.at?.includes(".") === true ||
		values.some(
			(value) =>
				typeof value === "string" &&
				value.includes("$") &&
				!/^\$[a-z][A-Za-z]*$/.test(value),
		)
	);
}

/**
 * The arguments that give a setting its value where that is a part of a parameter, or
 * is put together from several; null where they cannot. A list takes all numbers of
 * the setting that are due.
 */
export function composedArguments(
	command: LanguageCommand,
	effect: Assigning,
	purpose: CallPurpose,
): Given | null {
	const [first, ...others] = numbersDue(effect, purpose);
	if (first === undefined) return null;
	const items: Parts[] = [];
	for (const number of [first, ...others]) {
		const parts = partsFor(command, effect, number, purpose);
		if (parts !== null) items.push(parts);
		else if (number === first) return null;
	}
	return argumentsOf(command, items, purpose);
}

/** The number of the setting, and the others that a list could say as well. */
function numbersDue(
	effect: Assigning,
	{ place: { name, at }, due }: CallPurpose,
): readonly (number | null)[] {
	if (effect.at === undefined || at === null) return [at];
	const others = [...due.keys()].flatMap((full) => {
		const number = full.startsWith(name) ? full.slice(name.length) : "";
		return /^[0-9]+$/.test(number) && Number(number) !== at
			? [Number(number)]
			: [];
	});
	return [at, ...others];
}

/** What each part of the parameters is, for one number of the setting. */
function partsFor(
	{ spec }: LanguageCommand,
	effect: Assigning,
	number: number | null,
	purpose: CallPurpose,
): Parts | null {
	const { place, known, language, tell } = purpose;
	const parts = new Map<string, Value>();
	if (effect.at !== undefined && number !== null) parts.set(effect.at, number);
	const names = "set" in effect ? Object.keys(effect.set) : effect.clear;
	for (const name of names) {
		const full = `${name}${number ?? ""}`;
		const will = full === place.full ? purpose : known(full);
		if (typeof will === "string") {
			tell({
				code: "unnamed",
				why: `${spec.word} has to say ${full} as well`,
				where: `in the site: name ${LANGUAGE_PART}.${full} as well`,
			});
			return null;
		}
		const said = "set" in effect ? effect.set[name] : undefined;
		const inverse =
			said === undefined
				? will.value === language.settings.fields[full]?.initial
					? new Map()
					: null
				: takenApart(said, will.value);
		if (inverse === null) {
			if (String(said).includes("$"))
				tell({
					code: "value",
					why: `${spec.word} cannot say it: ${full} is ${String(said).replaceAll("$", "")}`,
					where: AT_THE_PANEL,
				});
			return null;
		}
		for (const [reference, value] of inverse) parts.set(reference, value);
	}
	return parts;
}

/** What each reference in a value stands for: `$phone-$first` of `+361-1`. */
function takenApart(said: Value, value: Value): Parts | null {
	if (typeof said !== "string" || !said.includes("$"))
		return said === value ? new Map() : null;
	const [start = "", ...rest] = said.split(REFERENCE);
	const [only, behind] = rest;
	if (start === "" && rest.length === 2 && behind === "" && only !== undefined)
		return new Map([[only, value]]);
	let left = String(value);
	if (!left.startsWith(start)) return null;
	left = left.slice(start.length);
	const parts = new Map<string, Value>();
	for (let nth = 0; nth < rest.length; nth += 2) {
		const [reference = "", sign = ""] = [rest[nth], rest[nth + 1]];
		const isLast = nth + 2 >= rest.length;
		const end =
			isLast && sign === "" ? left.length : left.indexOf(sign || "\0");
		if (end === -1) return null;
		parts.set(reference, left.slice(0, end));
		left = left.slice(end + sign.length);
	}
	return left === "" ? parts : null;
}

/** The arguments with those parts; a parameter that is a list has all items. */
function argumentsOf(
	command: LanguageCommand,
	items: readonly Parts[],
	{ tell }: CallPurpose,
): Given | null {
	const { spec } = command;
	const given: Given = {};
	const parameters = new Set(
		items.flatMap((parts) =>
			[...parts.keys()].map((reference) => reference.replace(/\..*/, "")),
		),
	);
	for (const parameter of parameters) {
		const slot = slotOf(command, parameter);
		if (slot?.kind == null || slot.parameter.role !== "field") return null;
		const { shape } = slot.kind;
		const whole = items[0]?.get(parameter);
		if (whole !== undefined && fits(slot, whole)) {
			given[parameter] = whole;
			continue;
		}
		const texts = (
			shape.type === "list" ? items.slice(0, shape.max) : items.slice(0, 1)
		).map((parts) =>
			textOf(shape.type === "list" ? shape.of : shape, parameter, parts),
		);
		const text = texts.join(shape.type === "list" ? shape.between : "");
		const value = texts.includes(null) ? null : slot.kind.read(text);
		if (value === null) return null;
		if (value instanceof Misfit) {
			const isTooFew =
				shape.type === "list" && texts.length < (shape.least ?? 1);
			if (!isTooFew)
				tell({
					code: "value",
					why: `${spec.word} cannot say it: ${slot.label}: ${slot.kind.rule}`,
					where: AT_THE_PANEL,
				});
			return null;
		}
		given[parameter] = value;
	}
	return given;
}

/** A value put together from its parts; null where one is missing. */
function textOf(shape: Shape, path: string, parts: Parts): string | null {
	const value = parts.get(path);
	switch (shape.type) {
		case "glued": {
			const inner = textOf(shape.of, path, parts);
			return inner === null ? null : shape.word + inner;
		}
		case "tuple": {
			if (value !== undefined) return String(value);
			const texts = shape.parts.map((part, at) =>
				textOf(part, `${path}.${at + 1}`, parts),
			);
			return texts.includes(null) ? null : texts.join(shape.between);
		}
		case "choice": {
			const [only, ...more] = shape.options;
			if (value !== undefined)
				return (
					shape.options.find((option) => option.value === value)?.text ?? null
				);
			return more.length === 0 ? (only?.text ?? null) : null;
		}
		case "padded":
			return value === undefined
				? null
				: String(value).padStart(shape.width, "0");
		default:
			return value === undefined ? null : String(value);
	}
}
