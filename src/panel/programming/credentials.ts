import type { SetCredentials } from "../state/event.ts";
import { put } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";

/** Changes the P-Word, the installer code or both; undefined keeps. */
export function setCredentials(
	state: PanelState,
	{ keyword, installerCode }: SetCredentials,
): Outcome {
	const { credentials } = state;
	if (keyword === undefined && installerCode === undefined)
		return refused(
			state,
			"credentials/nothing",
			"neither a P-Word nor an installer code is given",
			null,
		);
	const holder = state.users.find(({ pin }) => pin === installerCode);
	if (holder !== undefined)
		return refused(
			state,
			"credentials/duplicate",
			`installer code: user ${holder.id} has this PIN already`,
			"code",
		);
	return done({
		...state,
		credentials: {
			...credentials,
			keyword: keyword ?? credentials.keyword,
			installerCode: installerCode ?? credentials.installerCode,
		},
	});
}

/** Gives an access code of the Mobile family. No two are the same. */
export function setAccessCode(
	state: PanelState,
	id: number,
	code: string,
): Outcome {
	const { credentials } = state;
	const holder = credentials.accessCodes.find(
		(other) => other.code === code && other.id !== id,
	);
	if (holder !== undefined)
		return refused(
			state,
			"credentials/duplicate",
			`access code: number ${holder.id} has this code already`,
			"code",
		);
	return done({
		...state,
		credentials: {
			...credentials,
			accessCodes: put(credentials.accessCodes, { id, code }),
		},
	});
}
