import { armFaults } from "../../panel/alarm/arm-faults.ts";
import type { ArmFaultCondition } from "../../panel/state/arm-fault-condition.ts";
import { modeOfParts } from "../../panel/state/fields/modes.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { type TroubleName, troubles } from "../../panel/state/troubles.ts";
import type { Phrases } from "./phrases/phrases.ts";
import { zoneName } from "./zone-names.ts";

/** What speaks against arming, in words: `3 Window open`, `mains`. */
export function faultNames(
	say: Phrases,
	state: PanelState,
	into: "away" | "home",
): readonly string[] {
	const mode = modeOfParts({ into, home: 1 });
	return armFaults(state, mode).map((fault) => faultName(say, state, fault));
}

/** One trouble in words. */
export function faultName(
	say: Phrases,
	state: PanelState,
	{ zone, what }: ArmFaultCondition,
): string {
	const words = isTrouble(what) ? say.troubles[what] : say.openZone;
	return zone === 0 ? words : `${zoneName(say, state, zone)} ${words}`;
}

function isTrouble(what: string): what is TroubleName {
	return Object.hasOwn(troubles, what);
}
