import type { Doubt } from "./leave.ts";

/** A message to a person who has not asked. Its words are made when it is sent. */
export interface Notice {
	/** Counts up from the last one that waits. */
	readonly id: number;
	/** Id of the person who is told. */
	readonly person: number;
	/** When it happened. */
	readonly at: number;
	readonly about: NoticeTopic;
	/** The word that was carried out, the mode, the alarm, the trouble; "" where the topic says all. */
	readonly what: string;
	/** Zone or user; 0 is the panel. */
	readonly subject: number;
	/** Zones that are left out, or that are in the way. */
	readonly zones: readonly number[];
	/** Name of the person who did it; "" where nobody did. */
	readonly by: string;
	/** Left out as long as it was not handed over in vain. */
	readonly doubt?: Doubt | undefined;
}

export type NoticeTopic =
	/** Somebody did something by SMS; `what` is the word. */
	| "done"
	/** A mode was entered; `what` is the mode. */
	| "entered"
	/** Somebody at the panel ended the exit delay; `what` is the mode. */
	| "not-entered"
	/** The panel did not arm at its time, and why; `what` is the mode. */
	| "prevented-by-alarm"
	| "prevented-by-power"
	| "prevented-by-clock"
	/** `what` is the event as reports have it. */
	| "alarm"
	| "alarm-over"
	| "trouble"
	| "trouble-over"
	/** Something comes and goes and is told no more for an hour; `what` is the event. */
	| "flaps"
	/** Somebody is guessing codes; `what` is the number, "" for several. */
	| "guessing";
