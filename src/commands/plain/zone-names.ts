import { find } from "../../panel/state/numbered.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Listing } from "./one-sms.ts";
import type { Phrases } from "./phrases/phrases.ts";

/** `3 Kitchen`, or `zone 3` for one without a name; 0 is the panel. */
export function zoneName(
	say: Phrases,
	{ zones }: PanelState,
	id: number,
): string {
	if (id === 0) return say.panel;
	const name = find(zones, id)?.name ?? "";
	return name === "" ? say.zone(id) : `${id} ${name}`;
}

/** Names of zones under a head. */
export function namesOf(
	say: Phrases,
	state: PanelState,
	head: string,
	zones: readonly number[],
): Listing {
	return { head, items: zones.map((id) => zoneName(say, state, id)) };
}

/** Zones that the panel leaves out, for whatever reason, sorted. */
export function leftOutZones({
	zones,
	runtime,
}: PanelState): readonly number[] {
	const bypassed = zones.flatMap(({ id, bypass }) =>
		bypass === "none" ? [] : [id],
	);
	return [...new Set([...bypassed, ...runtime.leftOut])].sort((a, b) => a - b);
}

/** Open zones that the panel would watch. */
export function openZones(state: PanelState): readonly number[] {
	const out = leftOutZones(state);
	return state.runtime.open.filter((id) => !out.includes(id));
}
