import type { LogEvent } from "../../panel/state/log-events.ts";
import type { PanelState } from "../../panel/state/state.ts";

/** Events after which the file says something else than before, outside `runtime`. */
const programming: readonly LogEvent[] = ["programmed", "bypassed"];

/**
 * Why a running panel does not take over what somebody wrote into its file; null
 * when it does.
 */
export function whyNotTakenOver(
	present: PanelState,
	edited: PanelState,
): string | null {
	const { mode, entry, alarms, siren, log } = present.runtime;
	if (edited.model !== present.model)
		return `the model is ${present.model}, and cannot change while the panel runs`;
	if (mode === "arming" || entry !== null) return "a delay is running";
	if (alarms.length > 0 || siren) return "there is an alarm";
	// The log in an edit tells how old the file was that somebody began with.
	const last = edited.runtime.log.at(-1)?.sequence ?? 0;
	const since = log.filter(({ sequence }) => sequence > last);
	const isLost = log.length > 0 && since.length === log.length && last > 0;
	return isLost || since.some(({ event }) => programming.includes(event))
		? "the panel was programmed after the file was opened for editing"
		: null;
}

/** The state of a panel that takes over an edit: its `runtime` stays its own. */
export function takenOver(present: PanelState, edited: PanelState): PanelState {
	return { ...edited, runtime: present.runtime };
}
