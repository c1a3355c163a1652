import { target } from "../../panel/alarm/arming.ts";
import type { Happening } from "../../panel/state/event.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { LanguageSettings } from "../../panel/state/stored.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import { initialValues } from "../../parameters/field-group.ts";
import { blank } from "../../parameters/parameter.ts";
import type { MessageLanguage } from "./language.ts";
import { changesOf, type RuleCode, rule, textOf } from "./language-changes.ts";
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
	const { mode, setting, same } = row.needs ?? {};
	if (mode !== undefined && target(state.runtime) !== mode)
		return refused("mode", "the panel has to be disarmed", null);
	const settings = state.stored.language ?? {};
	const [first, second] = same ?? [];
	if (
		first !== undefined &&
		second !== undefined &&
		args[first] !== args[second]
	)
		return refused("setting", `${second} has to be ${first} again`, second);
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
		return Number.isInteger(zone)
			? { type: "bypass", zone, leaveOut: effect.leaveOut }
			: refused("zone", "this panel knows its zones by number", effect.bypass);
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
