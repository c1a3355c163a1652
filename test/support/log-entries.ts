/** What texts did, as the panel's event log says. */
import type { PanelState } from "../../src/panel/state/state.ts";

/** What texts did between two states, as the event log says: `sms +15550101 programmed users.2`. */
export function newEntries(before: PanelState, after: PanelState): string[] {
	const last = before.runtime.log.at(-1)?.sequence ?? 0;
	return after.runtime.log
		.filter(({ sequence, by }) => sequence > last && by.startsWith("sms "))
		.map(({ by, event, about }) => `${by} ${event} ${about}`.trim());
}
