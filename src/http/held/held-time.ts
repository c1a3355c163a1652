import type { Clock } from "../../time/clock.ts";
import type { Pace } from "./pace.ts";

/** How time is to pass: when it is moved, by itself, or so many times as fast. */
export type WantedTime = "virtual" | "real" | number;

/** How the time of a panel or a network passes. */
export interface PanelTime {
	readonly kind: WantedTime;
	/** Does something with it as it is now. */
	turn<T>(work: () => T | Promise<T>): Promise<T>;
	/**
	 * Calls `wake` when it has come to an instant, where its time passes by itself.
	 * @returns a function that cancels the call
	 */
	at(instant: number, wake: () => void): () => void;
}

/** The time of what has a pace. */
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

/** The time of what goes by the machine's clock itself. */
export function realTime(clock: Clock): PanelTime {
	return {
		kind: "real",
		turn: async (work) => await work(),
		at: (instant, wake) => clock.at(instant, wake),
	};
}
