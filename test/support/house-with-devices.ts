import type { PanelState, Zone } from "../../src/panel/state/state.ts";

export function withDevices(state: PanelState): PanelState {
	const zone: Zone = {
		id: 6,
		rfId: "",
		type: 1,
		attribute: "entry",
		name: "Kitchen",
		bypass: "none",
		flag: false,
		option: "00",
		entryDelay: 1,
		crossZone: false,
	};
	const door: Zone = {
		...zone,
		id: 7,
		type: 3,
		attribute: "home-omit",
		name: "Front Door",
	};
	return { ...state, zones: [zone, door] };
}
