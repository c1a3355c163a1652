import { changeSetting } from "../../device/control/change-setting.ts";
import { testPhone } from "../../device/control/test-phone.ts";
import { DevicePanel } from "../../device/device-panel.ts";
import type { Panel } from "../../device/panel.ts";
import type { Clock } from "../../time/clock.ts";
import { systemClock } from "../../time/system-clock.ts";
import type { HeldPanel } from "../held/held-panel.ts";
import { HOUSE } from "../held/panels.ts";
import { type HouseDiscretion, HousePanel } from "./house-panel.ts";

export interface HouseOptions extends HouseDiscretion {
	/** The panel's. */
	readonly clock: Clock;
	/** Panel seconds in a real second. */
	readonly speed: number;
	/** Whether requests may text it, let things happen to it and change its settings. */
	readonly allowControl: boolean;
	/** Whether it may alarm somebody now. */
	readonly isLive: () => boolean;
}

/** The panel that a process runs on its file, for the API. */
export function houseOf(
	panel: Panel,
	{ clock, speed, allowControl, isLive, ...discretion }: HouseOptions,
): HeldPanel {
	return {
		id: HOUSE,
		panel: new HousePanel(panel, new DevicePanel(panel, clock), discretion),
		time: {
			kind: speed === 1 ? "real" : speed,
			turn: async (work) => {
				await panel.catchUp();
				return await work();
			},
			at: (instant, wake) => clock.at(instant, wake),
		},
		pace: null,
		channel: null,
		air: null,
		wanted: null,
		isThrowaway: false,
		isOpen: allowControl,
		isLive,
		tests: {
			report: (destination) => panel.testReport(destination),
			person: (id) => testPhone(panel, id, systemClock),
		},
		record: null,
		set: (path, value) => changeSetting(panel, { path, value }),
	};
}
