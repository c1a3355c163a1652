import { target } from "../../panel/alarm/target-mode.ts";
import { neverStored } from "../../panel/programming/settings.ts";
import type { Happening } from "../../panel/state/event.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { LanguageSettings } from "../../panel/state/stored.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import { initialValues } from "../../parameters/field-group.ts";
import { blank } from "../../parameters/parameter.ts";
import type { MessageLanguage } from "./language.ts";
import {
	changesOf,
	missingSetting,
	type RuleCode,
	rule,
	setsNothing,
	textOf,
} from "./language-changes.ts";
import type { LanguageCommand } from "./language-command.ts";
import { parametersOfRow } from "./language-command.ts";
import type { LanguageEffect } from "./language-file.ts";

/** What a command does to a panel, or the rule that is against it. */
export type Deed =
	| { readonly happenings: readonly Happening[]; readonly refusal: null }
	| { readonly happenings: null; readonly refusal: Refusal };

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
	const never = neverDeed(language, command, given);
	if (never !== null) return { happenings: null, refusal: never };
	const args = withoutKept(command, given);
	const { mode, setting } = row.needs ?? {};
	if (mode !== undefined && target(state.runtime) !== mode)
		return refused("mode", "the panel has to be disarmed", null);
	const settings = state.stored.language ?? {};
	if (setting !== undefined && settings[setting[0]] !== setting[1])
		return refused("setting", `${setting[0]} has to be ${setting[1]}`, null);
	const happenings: Happening[] = [];
	let kept = settings;
	for (const effect of row.does ?? []) {
		const happening = happeningOf(language, command, effect, args, kept);
		if ("refusal" in happening) return happening;
		if (happening.type === "store" && happening.section === "language")
			kept = { ...kept, ...happening.values };
		happenings.push(happening);
	}
	return { happenings, refusal: null };
}

/**
 * The rule that is against a command on every simulated panel, whatever its state;
 * null where it hangs on the state. Those of a code `language/…` other than
 * `language/setting` are limits of the simulation: a panel of the maker may have more
 * partitions, or names for its zones.
 */
export function neverDeed(
	language: MessageLanguage,
	command: LanguageCommand,
	given: Arguments,
): Refusal | null {
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
		return rule("partition", "this panel has one partition", elsewhere.name);
	const [first, second] = row.needs?.same ?? [];
	if (
		first !== undefined &&
		second !== undefined &&
		args[first] !== args[second]
	)
		return rule("setting", `${second} has to be ${first} again`, second);
	for (const effect of row.does ?? []) {
		if (
			"bypass" in effect &&
			!Number.isInteger(Number(textOf(args, effect.bypass)))
		)
			return rule(
				"zone",
				"this panel knows its zones by number",
				effect.bypass,
			);
		if ("set" in effect && setsNothing(effect, args))
			return neverStored({ values: {} });
		const missing = missingSetting(effect, { language, command, args });
		if (missing !== null)
			return rule(
				"unknown",
				`there is no ${missing.setting}`,
				missing.parameter,
			);
	}
	return null;
}

function happeningOf(
	language: MessageLanguage,
	command: LanguageCommand,
	effect: LanguageEffect,
	args: Arguments,
	settings: LanguageSettings,
): Happening | Extract<Deed, { happenings: null }> {
	if ("mode" in effect) return { type: "set-mode", mode: effect.mode };
	if ("mute" in effect) return { type: "mute" };
	if ("act" in effect) return { type: "act", act: effect.act };
	if ("bypass" in effect) {
		const zone = Number(textOf(args, effect.bypass));
		return { type: "bypass", zone, leaveOut: effect.leaveOut };
	}
	const { values, refusal } =
		"factory" in effect
			? { values: initialValues(language.settings.fields), refusal: null }
			: changesOf(effect, { language, command, args, settings });
	return values === null
		? { happenings: null, refusal }
		: { type: "store", section: "language", values };
}

function refused(
	code: RuleCode,
	message: string,
	parameter: string | null,
): Extract<Deed, { happenings: null }> {
	return { happenings: null, refusal: rule(code, message, parameter) };
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
