import type { Event, Sms } from "../conversation/conversation.ts";
import { find } from "../panel/state/numbered.ts";
import { DURESS } from "../panel/state/special-codes.ts";
import type { PanelState } from "../panel/state/state.ts";

/** Whether a silent alarm is remembered. */
export function hasSilentAlarm({ runtime }: PanelState): boolean {
	return runtime.alarms.some(({ kind }) => kind === "silent-panic");
}

/**
 * The same step as it may have been without duress: another user's PIN stands where
 * the duress code stood. Which user it was to be shows when they are tried.
 */
export function discreetSteps<Told extends Sms | Event>(
	step: Told,
	{ users }: PanelState,
): readonly Told[] {
	const code = find(users, DURESS)?.pin ?? "";
	if (code === "") return [];
	// A one-time code and the PIN behind it may have blanks and dashes in them.
	const written = new RegExp([...code].join("[\\s\\p{Pd}\\u2212]*"), "u");
	if (!written.test(step.text)) return [];
	return users
		.filter(({ id, pin }) => id !== DURESS && pin !== "")
		.map(({ pin }) => ({ ...step, text: step.text.replace(written, pin) }));
}
