import { callsOf, type Message } from "../../../grammar/message/message.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import {
	commandsFor,
	type MessageLanguage,
} from "../../models/language/language.ts";
import type { CredentialKind, Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { StoredSections } from "../../panel/state/stored.ts";
import { sameSecret } from "../../same-secret.ts";

/** Whether a message has the right credentials, or what of them is wrong. */
export type Authority =
	| "granted"
	| "wrong-both"
	| "wrong-keyword"
	| "wrong-code";

/**
 * Compares both credentials with the panel's, in a time that does not depend on
 * how much of them is right. A model without keyword accepts any.
 */
export function authorise(
	model: Model,
	{ credentials, users, stored }: PanelState,
	message: Message,
): Authority {
	if (model.language !== null)
		return roleOf(model.language, stored, message) === null
			? "wrong-code"
			: "granted";
	const keyword =
		!model.dialect.hasKeyword ||
		sameSecret(message.keyword.text, credentials.keyword);
	let code = false;
	for (const accepted of acceptedCodes[model.credential](credentials, users))
		code = sameSecret(message.code.text, accepted) || code;
	if (keyword) return code ? "granted" : "wrong-code";
	return code ? "wrong-keyword" : "wrong-both";
}

const acceptedCodes: {
	readonly [K in CredentialKind]: (
		credentials: PanelState["credentials"],
		users: PanelState["users"],
	) => readonly string[];
} = {
	"installer-code": ({ installerCode }) => [installerCode],
	"user-pin": (_, users) => users.map(({ pin }) => pin),
	"access-code": ({ accessCodes }) => accessCodes.map(({ code }) => code),
	"language-code": () => [],
};

/**
 * The keyword, "" where the model has none, and a code with which a message is
 * let in: what composes messages writes these.
 */
export function credentialsOf(
	model: Model,
	{ credentials, users, stored }: PanelState,
	command: BoundCommand | null = null,
): { readonly keyword: string; readonly code: string } {
	if (model.language !== null)
		return languageCredentials(model.language, stored, command);
	const [code = ""] = acceptedCodes[model.credential](credentials, users);
	const keyword = model.dialect.hasKeyword ? credentials.keyword : "";
	return { keyword, code };
}

/**
 * The role whose code a message names; null where it is nobody's. A command that
 * needs no code is let in without one.
 *
 * @param wanted of roles with the same code the one that is meant
 */
export function roleOf(
	language: MessageLanguage,
	{ language: settings = {} }: StoredSections,
	message: Message,
	wanted?: string,
): LanguageRole | null {
	const { roles, fold } = language.file;
	const spelled = (text: string) => (fold === true ? text.toUpperCase() : text);
	let found: LanguageRole | null = null;
	for (const role of roles) {
		const secret = String(settings[role.code] ?? "");
		const named = isNamed(language, role, message);
		// Compared whatever the keyword, so that it takes as long.
		const right = sameSecret(spelled(message.code.text), spelled(secret));
		const isWanted = found !== null && found.name === wanted;
		if (named && right && secret !== "" && !isWanted) found = role;
	}
	if (found !== null || message.code.text !== "") return found;
	return needsNoCode(language, message) ? (roles[0] ?? null) : null;
}

/** Whether all that a message says may be said without a code. */
export function needsNoCode(
	language: MessageLanguage,
	message: Message,
): boolean {
	return callsOf(message).every((call) =>
		commandsFor(language, call).some(({ row }) => row.open === true),
	);
}

/** Whether the keyword of a message is that of a role; a role without one has any. */
export function isNamed(
	{ file: { fold } }: MessageLanguage,
	role: LanguageRole,
	message: Pick<Message, "keyword">,
): boolean {
	const spelled = (text: string) => (fold === true ? text.toUpperCase() : text);
	return (
		role.keyword === undefined ||
		spelled(role.keyword) === spelled(message.keyword.text)
	);
}

/** Who has a code in another maker's language. */
export type LanguageRole = MessageLanguage["file"]["roles"][number];

function languageCredentials(
	{ file: { roles }, commands }: MessageLanguage,
	{ language: settings = {} }: StoredSections,
	command: BoundCommand | null,
): { readonly keyword: string; readonly code: string } {
	const row = commands.find(
		({ spec }) => spec.word === command?.spec.word,
	)?.row;
	const role = roles.find(({ name }) => name === row?.role) ?? roles[0];
	return {
		keyword: role?.keyword ?? "",
		code: row?.open === true ? "" : String(settings[role?.code ?? ""] ?? ""),
	};
}
