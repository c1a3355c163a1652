import type { ChangedSetting } from "../../device/control/change-setting.ts";
import type { Pace } from "../../simulation/pace.ts";
import type { PanelHandle } from "../../simulation/panel-handle.ts";
import type { RecordedSession } from "../../simulation/session-record.ts";
import type { SimulatedChannel } from "../../simulation/simulated-panel.ts";

/** A panel that the API reaches. What it cannot do is null. */
export interface HeldPanel {
	/** `house`, or not to be guessed. */
	readonly id: string;
	readonly panel: PanelHandle;
	readonly time: PanelTime;
	/** Moves its time; null where that is real. */
	readonly pace: Pace | null;
	readonly channel: SimulatedChannel | null;
	/** Whether everything may be known of it: it guards nobody. */
	readonly isThrowaway: boolean;
	/** Whether requests may do anything to it. */
	readonly isOpen: boolean;
	/** Writes the session down. */
	readonly record: ((id: string) => RecordedSession) | null;
	/** Changes what is programmed, as an edit of the file would. */
	readonly set:
		| ((path: string, value: string) => Promise<ChangedSetting>)
		| null;
}

/** How a panel's time passes. */
export interface PanelTime {
	/** When its holder says so, by itself, or so many times as fast as real time. */
	readonly kind: "virtual" | "real" | number;
	/** Does something with the panel as it is now. */
	turn<T>(work: () => T | Promise<T>): Promise<T>;
	/**
	 * Calls `wake` when the panel has come to an instant, where its time passes by
	 * itself.
	 * @returns a function that cancels the call
	 */
	at(instant: number, wake: () => void): () => void;
}

/** The time of a panel that has a pace. */
export function timeOf(pace: Pace, isReal: boolean): PanelTime {
	return {
		get kind() {
			if (isReal) return "real";
			return pace.speed === 0 ? "virtual" : pace.speed;
		},
		turn: (work) => pace.turn(work),
		at: (instant, wake) => pace.at(instant, wake),
	};
}
