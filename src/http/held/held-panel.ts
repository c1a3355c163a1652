import type { ChangedSetting } from "../../device/control/change-setting.ts";
import type { PhoneTested } from "../../device/control/test-phone.ts";
import type { LineNetwork, WantedLine } from "../../device/line-network.ts";
import type { PanelOptions } from "../../device/panel-options.ts";
import type { TestedDestination } from "../../firmware/test-report.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { PanelHandle } from "../../simulation/panel-handle.ts";
import type {
	RecordedSession,
	SimulatedChannel,
} from "../../simulation/simulated-panel.ts";
import type { Metric } from "../metrics/metric.ts";
import type { PanelTime, WantedTime } from "./held-time.ts";
import type { Pace } from "./pace.ts";

/** A panel that the API reaches. What it cannot do is null. */
export interface HeldPanel {
	/** `house`, or not to be guessed. */
	readonly id: string;
	readonly panel: PanelHandle;
	readonly time: PanelTime;
	/** Moves its time; null where that is real. */
	readonly pace: Pace | null;
	readonly channel: SimulatedChannel | null;
	/** The network with its lines. */
	readonly air: HeldAir | null;
	/** Whether everything may be known of it: it guards nobody. */
	readonly isThrowaway: boolean;
	/** What it was made of. */
	readonly wanted: WantedPanel | null;
	/** Whether requests may do anything to it. */
	readonly isOpen: boolean;
	/** Whether it may alarm somebody: by a modem or a receiver. */
	isLive(): boolean;
	/** Sends a test report through a destination. */
	readonly testReport:
		| ((destination: number) => Promise<TestedDestination>)
		| null;
	/** All that it remembers, for another panel to start from. */
	readonly whole: (() => PanelState) | null;
	/** Writes the session down. */
	readonly record: ((id: string) => RecordedSession) | null;
	/** What is measured of it; null where nothing is. */
	readonly measured: MeasuredPanel | null;
	/** Texts a person to test the phone; null where nobody is texted. */
	readonly testPhone: ((person: number) => Promise<PhoneTested>) | null;
	/** Changes what is programmed, as an edit of the file would. */
	readonly set:
		| ((path: string, value: string) => Promise<ChangedSetting>)
		| null;
}

/** What is measured of a panel that guards somebody. */
export interface MeasuredPanel {
	metrics(): readonly Metric[];
	/** Why it does not live; nothing where it does. */
	ailments(): readonly string[];
	/** Why it cannot do its work now; nothing where it can. */
	hindrances(): Promise<readonly string[]>;
}

/** A network with phone lines that the API reaches. */
export interface HeldAir {
	readonly network: LineNetwork;
	/** Resolves when everything is said that is said at this instant. */
	settle(): Promise<void>;
}

/** What a throw-away panel is made of. */
export interface WantedPanel {
	readonly options: PanelOptions;
	readonly time: WantedTime;
	/** Whether it tells of duress and silent alarms. */
	readonly showDuress: boolean;
	/** Null for a panel that is texted without a modem. */
	readonly lines: readonly WantedLine[] | null;
}
