import { credentialsOf } from "../firmware/answer/authorise.ts";
import type { CredentialKind, Model } from "../models/model.ts";
import { fields } from "../panel/state/fields.ts";
import type { PanelState } from "../panel/state/state.ts";
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
	return {
		keyword: model.dialect.hasKeyword ? fields.keyword.initial : "",
		code: factoryCodes[model.credential](model),
	};
}

const factoryCodes: {
	readonly [C in CredentialKind]: (model: Model) => string;
} = {
	"installer-code": () => fields.installerCode.initial,
	"user-pin": () => fields.userPin.initial,
	"access-code": () => fields.accessCode.initial,
	"language-code": ({ language }) =>
		String(language?.settings.fields.code?.initial ?? ""),
};

/** Under what the message behind a step is sent. */
export function accessAfter(
	model: Model,
	{ thing, covers, state }: MessageStep,
	wanted: Wanted,
	before: Access,
): Access {
	if (state !== null) return credentialsOf(model, state);
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
