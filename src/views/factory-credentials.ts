import type { CredentialKind, Model } from "../models/model.ts";
import { fields } from "../panel/state/fields.ts";
import type { PanelState } from "../panel/state/state.ts";

/** A warning if the panel still has credentials from the factory; else "". */
export function factoryCredentials(
	{ credential, language }: Model,
	{ credentials, users, stored }: PanelState,
): string {
	if (language !== null) {
		const { settings } = language.file;
		const names = language.file.roles
			.filter(
				({ code }) =>
					stored.language?.[code] === settings[code]?.initial &&
					settings[code]?.initial !== "",
			)
			.map(({ code }) => settings[code]?.label ?? code);
		return factoryWarning(names);
	}
	const known = [
		credentials.keyword === fields.keyword.initial ? "P-Word" : "",
		...factoryCodes[credential](credentials, users),
	].filter((name) => name !== "");
	return factoryWarning(known);
}

function factoryWarning(known: readonly string[]): string {
	return known.length === 0
		? ""
		: `factory credentials, printed in every manual: ${known.join(", ")}`;
}

const factoryCodes: {
	readonly [K in CredentialKind]: (
		credentials: PanelState["credentials"],
		users: PanelState["users"],
	) => readonly string[];
} = {
	"installer-code": ({ installerCode }) =>
		installerCode === fields.installerCode.initial ? ["installer code"] : [],
	"user-pin": (_, users) =>
		users
			.filter(({ pin }) => pin === fields.userPin.initial)
			.map(({ id }) => `PIN of user ${id}`),
	"access-code": ({ accessCodes }) =>
		accessCodes
			.filter(({ code }) => code === fields.accessCode.initial)
			.map(({ id }) => `access code ${id}`),
	"language-code": () => [],
};
