import type { EventOf, SetCredentials } from "../state/event.ts";
import { put } from "../state/numbered.ts";
import {
	done,
	type Outcome,
	type Refusal,
	refusal,
	refused,
	refusedBy,
} from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";

/** What no panel makes of new credentials; null where it hangs on the panel. */
export function neverSetCredentials({
	keyword,
	installerCode,
}: Pick<SetCredentials, "keyword" | "installerCode">): Refusal | null {
	return keyword === undefined && installerCode === undefined
		? refusal(
				"credentials/nothing",
				"neither a P-Word nor an installer code is given",
				null,
			)
		: null;
}

/** Changes the P-Word, the installer code or both; undefined keeps. */
export function setCredentials(
	state: PanelState,
	{ keyword, installerCode }: SetCredentials,
): Outcome {
	const { credentials } = state;
	const never = neverSetCredentials({ keyword, installerCode });
	if (never !== null) return refusedBy(state, never);
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
	{ index: id, code }: Pick<EventOf["set-access-code"], "index" | "code">,
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
