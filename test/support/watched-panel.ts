import type { PanelState } from "../../src/panel/state/state.ts";
import { panelWithPeople } from "./panel-with-people.ts";
import { aZone } from "./panel-with-zones.ts";

/** Where somebody is told of everything. */
export const CENTRE = "+15550188";

/** Zones and destinations of a panel that tells a centre of everything; a panic button is silent. */
export const watchedParts: Pick<PanelState, "zones" | "reporting"> = {
	zones: [
		...panelWithPeople.zones,
		{ ...aZone(5, "silent-panic"), name: "Button" },
	],
	reporting: {
		...panelWithPeople.reporting,
		destinations: [
			{
				id: 1,
				group: 1,
				level: "all" as const,
				carrier: "",
				url: `sms://${CENTRE}`,
			},
		],
	},
};
