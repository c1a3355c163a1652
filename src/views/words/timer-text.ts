import type { DeadlineKind } from "../../panel/state/runtime.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { PanelStatus } from "../../panel/status.ts";
import { zoneText } from "./names.ts";

/** What falls due, in words that "in 30s" may follow. */
export function timerText(
	state: PanelState,
	{ kind, about }: PanelStatus["timers"][number],
): string {
	const named = about.replaceAll(/\bzones\.(\d+)/g, (_, id) =>
		zoneText(state, Number(id)),
	);
	// The others say in `about` how they were programmed.
	const isNamed = kind === "trouble" || kind === "cross-zone";
	return isNamed && named !== ""
		? `${timerWords[kind]} (${named})`
		: timerWords[kind];
}

const timerWords: { readonly [K in DeadlineKind]: string } = {
	exit: "the exit delay ends",
	entry: "the entry delay ends",
	siren: "the siren stops",
	"cross-zone": "the wait for a second zone ends",
	settle: "the panel has settled after its start",
	trouble: "a trouble is reported",
	"check-in": "the test report is due",
	schedule: "a schedule arms",
	"arm-at": "the planned arming is due",
	report: "a report is tried again",
	untold: "what was held back is told, where it lasts",
	"on-test": "the test ends, and reports go out again",
};
