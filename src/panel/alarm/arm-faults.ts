import type { ArmFaultCondition } from "../state/arm-fault-condition.ts";
import type { ArmedMode } from "../state/fields/modes.ts";
import type { PanelState, Zone } from "../state/state.ts";
import type { TroubleName } from "../state/troubles.ts";
import { reactions } from "./reactions.ts";

/**
 * The faults that keep the panel from entering a mode: zones that stand open and
 * would be active in it, and every trouble. Bypassed zones do not count. (ZW41
 * names the rule, not the conditions)
 */
export function armFaults(
	state: PanelState,
	mode: ArmedMode,
): readonly ArmFaultCondition[] {
	const open = openWatchedZones(state, mode).map(({ id }) => ({
		zone: id,
		what: "open",
	}));
	const troubles = state.runtime.troubles
		.filter(({ zone }) => !isBypassed(state, zone))
		.map(({ name, zone }) => ({ zone, what: name }));
	return [...open, ...troubles];
}

/**
 * Whether arming in spite of a fault leaves the zone out: an open, lost or
 * tampered zone cannot be watched, one with a low battery can.
 */
export function leavesOut({ zone, what }: ArmFaultCondition): boolean {
	return zone !== 0 && unwatchable.has(what);
}

const unwatchable: ReadonlySet<string> = new Set<"open" | TroubleName>([
	"open",
	"supervision",
	"tamper",
]);

/**
 * Zones that stand open, are active in the mode and not bypassed. A silent panic
 * button is none: a refusal would show that somebody pressed it.
 */
export function openWatchedZones(
	{ zones, runtime }: PanelState,
	mode: ArmedMode,
): readonly Zone[] {
	return zones.filter(({ id, attribute, bypass }) => {
		const reaction = reactions[attribute].to[mode];
		return (
			attribute !== "silent-panic" &&
			bypass === "none" &&
			(reaction === "alarm" || reaction === "entry") &&
			runtime.open.includes(id)
		);
	});
}

function isBypassed({ zones }: PanelState, zone: number): boolean {
	return zones.some(({ id, bypass }) => id === zone && bypass !== "none");
}
