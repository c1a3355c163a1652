import packageJson from "../../../package.json" with { type: "json" };
import { changeSetting } from "../../device/control/change-setting.ts";
import { testPhone } from "../../device/control/test-phone.ts";
import { DevicePanel } from "../../device/device-panel.ts";
import type { Panel } from "../../device/panel.ts";
import { withoutDuress } from "../../firmware/outbox/without-duress.ts";
import type { MqttAccount } from "../../mqtt/mqtt-door.ts";
import { DiscreetPanel } from "../../simulation/discreet/discreet-panel.ts";
import type { PanelDisk } from "../../store/panel-disk.ts";
import type { Clock } from "../../time/clock.ts";
import type { HeldPanel } from "../held/held-panel.ts";
import { HOUSE } from "../held/panels.ts";
import { HouseCounts } from "../metrics/house-counts.ts";
import {
	creditMetrics,
	mqttMetrics,
	panelMetrics,
} from "../metrics/panel-metrics.ts";
import { closedDoors } from "./closed-doors.ts";
import { type HouseDiscretion, HousePanel } from "./house-panel.ts";
import { Writable } from "./writable.ts";

export interface HouseOptions extends HouseDiscretion {
	/** The panel's. */
	readonly clock: Clock;
	/** Panel seconds in a real second. */
	readonly speed: number;
	/** Whether requests may text it, let things happen to it and change its settings. */
	readonly allowControl: boolean;
	/** The machine's. */
	readonly machine: Clock;
	/** Why the panel does not live; nothing where it does. */
	readonly ailments: () => readonly string[];
	/** Where its file is; null where it has none. */
	readonly disk: PanelDisk | null;
	/** Whether it may alarm somebody now. */
	readonly isLive: () => boolean;
	/** How it goes with its broker; null where it has none. */
	readonly mqtt: () => MqttAccount | null;
	/** Of the SIM's credit, as EUR; "" where nobody said it. */
	readonly currency: string;
}

/** The panel that a process runs on its file, for the API. */
export function houseOf(
	panel: Panel,
	{
		clock,
		speed,
		allowControl,
		machine,
		ailments,
		disk,
		isLive,
		mqtt,
		currency,
		...discretion
	}: HouseOptions,
): HeldPanel {
	const device = new DevicePanel(panel, clock);
	const handle =
		discretion.showSecrets && !discretion.showDuress
			? new DiscreetPanel(device, panel.numbering)
			: new HousePanel(panel, device, discretion);
	const writable = disk === null ? null : new Writable(disk, machine);
	panel.onWrite(({ failed }) => {
		if (failed) writable?.doubt();
	});
	const counts = new HouseCounts(
		panel,
		handle.activity,
		discretion.showDuress ? (state) => state : withoutDuress,
		machine,
	);
	return {
		id: HOUSE,
		panel: handle,
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
		testReport: (destination) => panel.testReport(destination),
		record: null,
		whole: null,
		measured: {
			metrics: () => [
				...panelMetrics({
					model: handle.model,
					version: packageJson.version,
					status: handle.status(),
					zones: panel.state.zones,
					modem: panel.modem.account,
				}),
				...creditMetrics(panel.credit, currency),
				...mqttMetrics(mqtt()),
				...counts.metrics,
			],
			ailments,
			hindrances: async () => [
				...ailments(),
				...((await writable?.reasons()) ?? []),
				...closedDoors(panel, {
					mqtt: mqtt(),
					told: discretion.showDuress
						? panel.state
						: withoutDuress(panel.state),
				}),
			],
		},
		testPhone: (person) => testPhone(panel, person, machine),
		set: (path, value) => changeSetting(panel, { path, value }),
	};
}
