import type {
	LanguageEffect,
	LanguageFile,
	LanguageRow,
} from "./language-file.ts";
import { isSecretName } from "./language-settings.ts";

/** Takes a rule that a file breaks, and where in it. */
export type FaultReport = (path: readonly PropertyKey[], rule: string) => void;

/** Names of nothing in what a command does. */
export function effectFaults(
	{ settings }: LanguageFile,
	effect: LanguageEffect,
	names: readonly string[],
	path: readonly PropertyKey[],
	report: FaultReport,
): void {
	const setting = (name: string, counted: boolean) => {
		const known = Object.hasOwn(settings, name) ? settings[name] : undefined;
		if (known === undefined) report(path, `there is no setting ${name}`);
		else if (counted !== (known.count !== undefined))
			report(
				path,
				counted ? `${name} has no count` : `${name} has a count: say at which`,
			);
	};
	const parameter = (reference: string) => {
		const [name = ""] = reference.split(".");
		if (!names.includes(name)) report(path, `there is no parameter ${name}`);
	};
	if ("set" in effect || "clear" in effect) {
		const { at } = effect;
		const counted =
			at !== undefined || ("set" in effect && effect.all === true);
		if ("set" in effect && effect.named !== undefined)
			setting(effect.named, true);
		if (at !== undefined) parameter(at);
		const changed = "set" in effect ? Object.keys(effect.set) : effect.clear;
		for (const name of changed) setting(name, counted);
		for (const value of "set" in effect ? Object.values(effect.set) : [])
			if (typeof value === "string")
				for (const [, reference = ""] of value.matchAll(
					/\$([a-z][A-Za-z]*(?:\.[1-9])*)/g,
				))
					parameter(reference);
	} else if ("add" in effect) {
		setting(effect.add, true);
		parameter(effect.value);
	} else if ("remove" in effect) {
		setting(effect.remove, true);
		parameter(effect.value);
	} else if ("replace" in effect) {
		setting(effect.replace, true);
		parameter(effect.old);
		parameter(effect.new);
	} else if ("bypass" in effect) parameter(effect.bypass);
}

/** Placeholders that there are not, and secrets that are shown without saying so. */
export function replyFaults(
	{ roles }: LanguageFile,
	row: LanguageRow,
	text: string,
	names: readonly string[],
	path: readonly PropertyKey[],
	report: FaultReport,
): void {
	for (const [, place = ""] of text.matchAll(/\{([^{}]*)\}/g)) {
		const [first = "", name = ""] = place.split(" ");
		if (
			names.includes(first)
				? isSecretName(first)
				: first === "setting" && isSecretName(name)
		)
			if (row.secret !== true)
				report(
					path,
					`{${place}} shows a secret: say "secret": true if the manual does`,
				);
		const ours = [
			"word",
			"echo",
			"mode",
			"fault",
			"setting",
			"count",
			"list",
			"zone",
		];
		if (!names.includes(first) && !ours.includes(first))
			report(path, `there is no parameter ${first}`);
	}
	if (roles.length === 0) report(path, "there is no role");
}
