import type { Message } from "../../../grammar/message/message.ts";
import type { CredentialKind, Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";

/**
 * Whether a message has the right credentials, or which are wrong: both, the
 * keyword alone, or the code alone.
 */
export type Authority = "granted" | "both" | "keyword" | "code";

/**
 * Compares both credentials with the panel's, in a time that does not depend on
 * how much of them is right. A model without keyword accepts any.
 */
export function authorise(
	model: Model,
	{ credentials, users }: PanelState,
	message: Message,
): Authority {
	const keyword =
		!model.dialect.hasKeyword ||
		sameSecret(message.keyword.text, credentials.keyword);
	let code = false;
	for (const accepted of acceptedCodes[model.credential](credentials, users))
		code = sameSecret(message.code.text, accepted) || code;
	if (keyword) return code ? "granted" : "code";
	return code ? "keyword" : "both";
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
};

/**
 * The keyword, "" where the model has none, and a code with which a message is
 * let in: what composes messages writes these.
 */
export function credentialsOf(
	model: Model,
	{ credentials, users }: PanelState,
): { readonly keyword: string; readonly code: string } {
	const [code = ""] = acceptedCodes[model.credential](credentials, users);
	const keyword = model.dialect.hasKeyword ? credentials.keyword : "";
	return { keyword, code };
}

/** Equality whose time depends on the length of `given` only. */
export function sameSecret(given: string, secret: string): boolean {
	let difference = given.length ^ secret.length;
	for (let at = 0; at < given.length; at += 1)
		difference |= given.charCodeAt(at) ^ secret.charCodeAt(at % secret.length);
	return difference === 0 && given !== "";
}
