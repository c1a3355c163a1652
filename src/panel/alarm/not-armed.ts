import { noticed } from "../reporting/notices.ts";
import type { NoticeTopic } from "../state/notice.ts";
import type { PanelState } from "../state/state.ts";

/** What kept the panel from arming at its time. */
export type PreventedBy =
	/** An alarm, or an entry delay. */
	| "alarm"
	/** It had no power. */
	| "power"
	/** Its clock was set past the time. */
	| "clock";

/** Tells people that the panel did not arm at its time, and why. */
export function notArmed(
	state: PanelState,
	what: "away" | "home",
	why: PreventedBy,
	at: number,
): PanelState {
	const about = topics[why];
	const matter = { at, about, what, subject: 0, zones: [], by: "" };
	return noticed(state, "results", matter);
}

const topics = {
	alarm: "prevented-by-alarm",
	power: "prevented-by-power",
	clock: "prevented-by-clock",
} as const satisfies { readonly [W in PreventedBy]: NoticeTopic };
