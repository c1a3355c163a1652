import type { Zone } from "../../panel/state/state.ts";

/** Home Assistant's class of a zone's device; null where the type tells none. */
export function zoneClass({ type, attribute }: Zone): string | null {
	return typeClasses[type] ?? attributeClasses[attribute] ?? null;
}

/** By number of the device type. (CR21) */
const typeClasses: { readonly [type: number]: string } = {
	1: "door",
	3: "motion",
	4: "smoke",
	11: "moisture",
	19: "carbon_monoxide",
	20: "heat",
	23: "opening",
};

const attributeClasses: { readonly [attribute: string]: string } = {
	fire: "smoke",
	water: "moisture",
	entry: "opening",
};
