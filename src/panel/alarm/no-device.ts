import type { Cause } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { type Outcome, refused } from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";

/** Nothing is set off where there is nothing, and the log says that it was said. */
export function noDevice(
	state: PanelState,
	zone: number,
	by: Cause,
	now: number,
): Outcome {
	return refused(
		logged(state, now, by, "no-device", zone),
		"zone/no-device",
		`zone ${zone} has no device`,
		null,
		"a device is added with DEAN, or learned at the panel",
	);
}
