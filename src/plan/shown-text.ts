import type { CallWording } from "../../grammar/message/message.ts";
import type { Slot } from "../derive/bound-command.ts";
import { callWordingOf, composeSlots } from "../derive/compose.ts";
import { accountsIn } from "../derive/secrets.ts";
import { isSecretName } from "../models/language/language-settings.ts";
import type { Value } from "../parameters/kind.ts";
import { blank } from "../parameters/parameter.ts";
import { type Access, factoryAccess } from "./access.ts";
import { LANGUAGE_PART, roleOfCommand } from "./language/setting-place.ts";
import { settingsInParameter } from "./language/settings-in-parameter.ts";
import {
	type JoinedCommand,
	type Plan,
	type PlannedMessage,
	stepsOf,
} from "./plan.ts";
import { pathOfSetting, pathOfThing } from "./site/site.ts";

/**
 * A message of a plan without secrets: where one stands, its reference as the site
 * writes it, else the path of the setting: `PROG ${credentials.installerCode} USRS:1,${ANNA_PIN}`.
 * Credentials of the factory are no secrets.
 */
export function shownText(plan: Plan, message: PlannedMessage): string {
	const [first, ...others] = stepsOf(message).map((step) =>
		shownCall(plan, message, step),
	);
	if (first === undefined) throw new TypeError("a message has a command");
	return plan.site.model.dialect.write({
		...shownAccess(plan, message.access, message.command),
		...first,
		...(others.length === 0 ? {} : { more: others }),
	});
}

/** One command of a message without secrets. */
function shownCall(
	plan: Plan,
	message: PlannedMessage,
	{ command, args, inverse }: JoinedCommand,
): CallWording {
	const { thing, forAWhile } = message;
	const slots = composeSlots(command, args).map((text, at) => {
		const slot = command.slots[at];
		const argument = slot === undefined ? undefined : args[slot.name];
		if (slot === undefined || argument === undefined || argument === blank)
			return text;
		const member = inverse.sets?.[slot.name];
		if (member === undefined)
			return shownComposed(plan, message, command, slot, text);
		const path = `${pathOfThing(thing)}.${member}`;
		if (forAWhile && slot.secret) return `\${${path} for a while}`;
		const reference = referenceTo(plan, path, argument);
		if (reference !== null) return reference;
		// The panel would take an address whose account is masked.
		const isHidden = slot.secret || accountsIn(text).length > 0;
		return isHidden ? `\${${path}}` : text;
	});
	return callWordingOf(command, slots);
}

/**
 * A text in which values of the site stand beside others, or in which a part of one
 * stands, with references in their place.
 */
function shownComposed(
	{ site }: Plan,
	{ covers }: PlannedMessage,
	{ spec }: PlannedMessage["command"],
	slot: Slot,
	text: string,
): string {
	const row = site.model.language?.commands.find(
		(each) => each.spec.word === spec.word,
	)?.row;
	const names = row === undefined ? [] : settingsInParameter(row, slot.name);
	const inside = site.settings
		.filter(
			({ member }) =>
				covers.includes(member) &&
				names.includes(member.replace(/[0-9]+$/, "")),
		)
		.map((setting) => {
			const path = pathOfSetting(setting);
			const isHidden =
				setting.reference !== null || isSecretName(setting.member);
			const shown = setting.reference ?? `\${${path}}`;
			return { value: String(setting.value), isHidden, shown };
		})
		.filter(({ isHidden, value }) => isHidden && value !== "")
		// A value that another begins with is found behind it.
		.toSorted((a, b) => b.value.length - a.value.length);
	if (inside.length === 0 && slot.secret && names[0] !== undefined)
		return `\${${LANGUAGE_PART}.${names[0]}}`;
	const pieces = inside.reduce<readonly { text: string; isShown: boolean }[]>(
		(parts, { value, shown }) =>
			parts.flatMap((part) =>
				part.isShown
					? [part]
					: part.text
							.split(value)
							.flatMap((rest, at) => [
								...(at === 0 ? [] : [{ text: shown, isShown: true }]),
								{ text: rest, isShown: false },
							]),
			),
		[{ text, isShown: false }],
	);
	const part = inside.find(({ value }) => value.includes(text));
	if (pieces.every(({ isShown }) => !isShown) && part !== undefined)
		return part.shown.replace(/\}$/, " in part}");
	return pieces.map((piece) => piece.text).join("");
}

/**
 * What lets a command's messages in, without secrets. Credentials of the factory
 * are none.
 */
export function shownAccess(
	plan: Plan,
	access: Access,
	command: PlannedMessage["command"],
): Access {
	const { keyword, code } = access;
	const { model } = plan.site;
	if (model.language !== null) {
		// Its keywords name roles, and are no secrets.
		const { code: own } = roleOfCommand(model.language, command);
		const initial = model.language.settings.fields[own]?.initial;
		const path = `${LANGUAGE_PART}.${own}`;
		const isShown = code === "" || code === initial;
		return {
			keyword,
			code: isShown ? code : (referenceTo(plan, path, code) ?? `\${${path}}`),
		};
	}
	const factory = factoryAccess(model);
	if (keyword === factory.keyword && code === factory.code) return access;
	return {
		keyword: keyword === "" ? keyword : keywordOf(plan, keyword),
		code: codeOf(plan, code),
	};
}

/** How the site writes a value at a path; null where it writes the value itself, or another. */
export function referenceTo(
	{ site }: Plan,
	path: string,
	value: Value,
): string | null {
	// Writing a path takes longer than comparing values, of which few are alike.
	const setting = site.settings.find(
		(each) => each.value === value && pathOfSetting(each) === path,
	);
	return setting?.reference ?? null;
}

function keywordOf(plan: Plan, keyword: string): string {
	const path = "credentials.keyword";
	return referenceTo(plan, path, keyword) ?? `\${${path}}`;
}

function codeOf(plan: Plan, code: string): string {
	const path = codePath(plan);
	return referenceTo(plan, path, code) ?? `\${${path}}`;
}

/** Where the code stands under which messages are sent. */
function codePath({ site: { model }, before }: Plan): string {
	switch (model.credential) {
		case "installer-code":
			return "credentials.installerCode";
		case "user-pin":
			return `users.${before?.users[0]?.id ?? 1}.pin`;
		case "access-code":
			return `credentials.accessCodes.${before?.credentials.accessCodes[0]?.id ?? 1}.code`;
		case "language-code":
			return `${LANGUAGE_PART}.code`;
	}
}
