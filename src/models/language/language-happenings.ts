import { target } from "../../panel/alarm/arming.ts";
import type { Happening } from "../../panel/state/event.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { LanguageSettings } from "../../panel/state/stored.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import { initialValues } from "../../parameters/field-group.ts";
import type { Value } from "../../parameters/kind.ts";
import { blank } from "../../parameters/parameter.ts";
import type { MessageLanguage } from "./language.ts";
import type { LanguageCommand } from "./language-command.ts";
import { parametersOfRow } from "./language-command.ts";
import type { LanguageEffect } from "./language-file.ts";
import { settingValues } from "./language-settings.ts";

/** What a command does to a panel, or the rule that is against it. */
export type Deed =
	| { readonly happenings: readonly Happening[]; readonly refusal: null }
	| { readonly happenings: null; readonly refusal: Refusal };

/** Changes of settings by their whole names, or why there are none. */
type Changes =
	| { readonly values: LanguageSettings; readonly refusal: null }
	| { readonly values: null; readonly refusal: Refusal };

/**
 * What a command of another maker's language is to a panel as it stands. The panel
 * has one partition: what names another is refused.
 */
export function deedOf(
	language: MessageLanguage,
	command: LanguageCommand,
	given: Arguments,
	state: PanelState,
): Deed {
	const { row } = command;
	const args = withoutKept(command, given);
	const elsewhere = parametersOfRow(row).find(({ name, acts }) => {
		const said = args[name];
		return (
			acts !== undefined &&
			typeof said !== "symbol" &&
			said !== undefined &&
			!acts.includes(String(said))
		);
	});
	if (elsewhere !== undefined)
		return refused("partition", "this panel has one partition", elsewhere.name);
	const { mode, setting } = row.needs ?? {};
	if (mode !== undefined && target(state.runtime) !== mode)
		return refused("mode", "the panel has to be disarmed", null);
	const settings = state.stored.language ?? {};
	if (setting !== undefined && settings[setting[0]] !== setting[1])
		return refused("setting", `${setting[0]} has to be ${setting[1]}`, null);
	const happenings: Happening[] = [];
	let kept = settings;
	for (const effect of row.does ?? []) {
		const happening = happeningOf(language, effect, args, kept);
		if ("refusal" in happening) return happening;
		if (happening.type === "store" && happening.section === "language")
			kept = { ...kept, ...happening.values };
		happenings.push(happening);
	}
	return { happenings, refusal: null };
}

function happeningOf(
	{ settings: { fields } }: MessageLanguage,
	effect: LanguageEffect,
	args: Arguments,
	settings: LanguageSettings,
): Happening | Extract<Deed, { happenings: null }> {
	if ("mode" in effect) return { type: "set-mode", mode: effect.mode };
	if ("mute" in effect) return { type: "mute" };
	if ("act" in effect) return { type: "act", act: effect.act };
	if ("bypass" in effect) {
		const zone = Number(textOf(args, effect.bypass));
		return Number.isInteger(zone)
			? { type: "bypass", zone, leaveOut: effect.leaveOut }
			: refused("zone", "this panel knows its zones by number", effect.bypass);
	}
	const { values, refusal } =
		"factory" in effect
			? { values: initialValues(fields), refusal: null }
			: changesOf(
					effect,
					args,
					settings,
					(name) => fields[name]?.initial ?? "",
				);
	return values === null
		? { happenings: null, refusal }
		: { type: "store", section: "language", values };
}

type Change = Extract<
	LanguageEffect,
	| { set: unknown }
	| { clear: unknown }
	| { add: unknown }
	| { remove: unknown }
	| { replace: unknown }
>;

function changesOf(
	effect: Change,
	args: Arguments,
	settings: LanguageSettings,
	initial: (name: string) => Value,
): Changes {
	if ("set" in effect || "clear" in effect) {
		const changes: { [setting: string]: Value } = {};
		const each: readonly (readonly [string, Value | null])[] =
			"set" in effect
				? Object.entries(effect.set)
				: effect.clear.map((name) => [name, null] as const);
		for (const [name, wanted] of each)
			for (const full of namesAt(name, effect.at, args)) {
				if (!Object.hasOwn(settings, full))
					return unchanged("unknown", `there is no ${full}`, effect.at ?? null);
				const value = wantedValue(wanted, args);
				if (value !== undefined) changes[full] = value ?? initial(full);
			}
		return { values: changes, refusal: null };
	}
	if ("add" in effect)
		return added(effect.add, textOf(args, effect.value), settings);
	if ("remove" in effect)
		return replaced(
			effect.remove,
			textOf(args, effect.value),
			"",
			effect.value,
			settings,
		);
	const { replace, old, new: next } = effect;
	return replaced(
		replace,
		textOf(args, old),
		textOf(args, next),
		old,
		settings,
	);
}

/** What a setting becomes: `$name` is a parameter, null its first value, undefined nothing. */
function wantedValue(
	wanted: Value | null,
	args: Arguments,
): Value | null | undefined {
	if (typeof wanted !== "string" || !wanted.startsWith("$")) return wanted;
	const said = args[wanted.slice(1)];
	if (typeof said !== "symbol") return said;
	return null;
}

/** A setting, or those of a counted one that a parameter names by number or by digits. */
function namesAt(
	name: string,
	at: string | undefined,
	args: Arguments,
): readonly string[] {
	if (at === undefined) return [name];
	const said = args[at];
	return typeof said === "number"
		? [`${name}${said}`]
		: [...textOf(args, at)].map((digit) => name + digit);
}

/** Puts values, commas between them, into the first free places of a counted setting. */
function added(
	name: string,
	text: string,
	settings: LanguageSettings,
): Changes {
	const values = [...settingValues(settings, name)];
	const changes: { [setting: string]: Value } = {};
	for (const value of text.split(",")) {
		if (values.includes(value)) continue;
		const free = values.indexOf("");
		if (free === -1)
			return unchanged("full", `there is no room for one more ${name}`, null);
		values[free] = value;
		changes[`${name}${free + 1}`] = value;
	}
	return { values: changes, refusal: null };
}

/** Puts one value in the place of another, "" to take it away. */
function replaced(
	name: string,
	text: string,
	by: string,
	parameter: string,
	settings: LanguageSettings,
): Changes {
	const changes: { [setting: string]: Value } = {};
	const values = settingValues(settings, name);
	for (const value of text.split(",")) {
		const at = values.indexOf(value);
		if (at === -1)
			return unchanged("unknown", `there is no such ${name}`, parameter);
		changes[`${name}${at + 1}`] = by;
	}
	return { values: changes, refusal: null };
}

function textOf(args: Arguments, name: string): string {
	const said = args[name];
	return said === undefined || typeof said === "symbol" ? "" : String(said);
}

type RuleCode = "partition" | "mode" | "setting" | "zone" | "full" | "unknown";

function rule(
	code: RuleCode,
	message: string,
	parameter: string | null,
): Refusal {
	return { code: `language/${code}`, message, hint: null, parameter };
}

function refused(
	code: RuleCode,
	message: string,
	parameter: string | null,
): Extract<Deed, { happenings: null }> {
	return { happenings: null, refusal: rule(code, message, parameter) };
}

function unchanged(
	code: RuleCode,
	message: string,
	parameter: string | null,
): Changes {
	return { values: null, refusal: rule(code, message, parameter) };
}

/** The arguments without the blanks that keep what there is. */
function withoutKept({ row }: LanguageCommand, args: Arguments): Arguments {
	const kept = parametersOfRow(row).filter(
		({ name, blank: policy }) => policy === "keep" && args[name] === blank,
	);
	return kept.length === 0
		? args
		: {
				...args,
				...Object.fromEntries(kept.map(({ name }) => [name, undefined])),
			};
}
