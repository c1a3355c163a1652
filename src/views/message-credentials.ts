import type { Part } from "../../grammar/message/message.ts";
import { settingValues } from "../models/language/language-settings.ts";
import type { CredentialKind, Model } from "../models/model.ts";
import type { PanelState } from "../panel/state/state.ts";

/** What stands in the head of a message. */
export interface MessageHead {
	readonly keyword: Pick<Part, "text">;
	readonly code: Pick<Part, "text">;
}

/** The panel as it would be if the credentials of a message were its own. */
export function withCredentialsOf(
	{ dialect, credential, language }: Model,
	state: PanelState,
	{ keyword, code }: MessageHead,
): PanelState {
	if (language !== null) {
		const { roles } = language.file;
		const role =
			roles.find((each) => each.keyword === keyword.text) ?? roles[0];
		const { stored } = state;
		if (role === undefined || code.text === "") return state;
		const settings = { ...stored.language, [role.code]: code.text };
		return { ...state, stored: { ...stored, language: settings } };
	}
	const credentials = dialect.hasKeyword
		? { ...state.credentials, keyword: keyword.text }
		: state.credentials;
	return withCode[credential]({ ...state, credentials }, code.text);
}

/**
 * A number that may send a message without a code; null where the message has one, or
 * no number may.
 */
export function senderWithoutCode(
	{ language }: Model,
	{ stored }: PanelState,
	{ code }: MessageHead,
): string | null {
	const trusted = language?.file.trusted;
	if (trusted === undefined || code.text !== "") return null;
	const [number] = settingValues(stored.language ?? {}, trusted)
		.map(String)
		.filter((each) => each !== "");
	return number ?? null;
}

const withCode: {
	readonly [K in CredentialKind]: (
		state: PanelState,
		code: string,
	) => PanelState;
} = {
	"installer-code": (state, installerCode) => ({
		...state,
		credentials: { ...state.credentials, installerCode },
	}),
	"user-pin": (state, pin) =>
		state.users.some((user) => user.pin === pin)
			? state
			: {
					...state,
					users: state.users.map((user, at) =>
						at === 0 ? { ...user, pin } : user,
					),
				},
	"access-code": (state, code) => ({
		...state,
		credentials: {
			...state.credentials,
			accessCodes: state.credentials.accessCodes.map((each, at) =>
				at === 0 ? { ...each, code } : each,
			),
		},
	}),
	"language-code": (state) => state,
};
