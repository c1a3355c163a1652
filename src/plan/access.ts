import { credentialsOf } from "../firmware/answer/authorise.ts";
import type { CredentialKind, Model, ModelCommand } from "../models/model.ts";
import { fields } from "../panel/state/fields.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import type { Wanted } from "./messages/known-panel.ts";
import type { MessageStep } from "./messages/thing-messages.ts";
import { pathOfThing, type Thing } from "./site/site.ts";

/** What lets a message in. */
export interface Access {
	/** "" where the model has none. */
	readonly keyword: string;
	readonly code: string;
}

/** What lets messages in at a panel of a model that nobody has changed. */
export function factoryAccess(model: Model): Access {
	if (model.language !== null)
		return credentialsOf(model, factoryState(model.name, model.sections));
	return {
		keyword: model.dialect.hasKeyword ? fields.keyword.initial : "",
		code: factoryCodes[model.credential](),
	};
}

/**
 * Under what one message is sent. In another maker's language commands have roles
 * with codes of their own.
 * @param state null where nothing is known of the panel
 * @param given what lets messages in then
 */
export function accessFor(
	model: Model,
	command: ModelCommand,
	state: PanelState | null,
	given: Access,
): Access {
	if (model.language === null) return given;
	const factory = factoryState(model.name, model.sections);
	const own = credentialsOf(model, state ?? factory, command);
	// A code that was given is that of its role.
	const isGiven = state === null && own.code !== "";
	return isGiven && own.keyword === given.keyword ? given : own;
}

const factoryCodes: { readonly [C in CredentialKind]: () => string } = {
	"installer-code": () => fields.installerCode.initial,
	"user-pin": () => fields.userPin.initial,
	"access-code": () => fields.accessCode.initial,
	"language-code": () => "",
};

/** Under what the message behind a step is sent. */
export function accessAfter(
	model: Model,
	{ thing, covers, state }: MessageStep,
	wanted: Wanted,
	before: Access,
): Access {
	if (state !== null) return credentialsOf(model, state);
	if (model.language !== null) {
		const { roles } = model.language.file;
		const role = roles.find(({ keyword = "" }) => keyword === before.keyword);
		const path = `${pathOfThing(thing)}.${role?.code}`;
		return covers.includes(role?.code ?? "")
			? { ...before, code: String(wanted.get(path) ?? before.code) }
			: before;
	}
	const now = (member: string, old: string) =>
		covers.includes(member)
			? String(wanted.get(`${pathOfThing(thing)}.${member}`) ?? old)
			: old;
	const { keyword, code } = before;
	if (thing.part === "credentials")
		return {
			keyword: now("keyword", keyword),
			code: now("installerCode", code),
		};
	return isSendersCode(model, thing, null)
		? { keyword, code: now("code", now("pin", code)) }
		: before;
}

/** Whether messages are sent under the code of this thing. */
export function isSendersCode(
	{ credential }: Model,
	{ part, id }: Thing,
	state: PanelState | null,
): boolean {
	switch (credential) {
		case "installer-code":
		case "language-code":
			return false;
		case "user-pin":
			return part === "users" && id === (state?.users[0]?.id ?? 1);
		case "access-code": {
			const first = state?.credentials.accessCodes[0]?.id ?? 1;
			return part === "credentials.accessCodes" && id === first;
		}
	}
}
