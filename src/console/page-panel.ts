import type { ReadonlySignal } from "@preact/signals";
import type { PanelHandle } from "../simulation/panel-handle.ts";

/** A panel as the page holds it: inside the page, or at the other end of HTTP. */
export interface PagePanel
	extends Pick<
		PanelHandle,
		"model" | "number" | "clock" | "activity" | "text" | "step" | "snapshot"
	> {
	/** How many times as fast as real time its time passes; 0 stands still. */
	readonly speed: ReadonlySignal<number>;
	/** Lets its time pass by itself; null where nobody may choose. */
	readonly setSpeed: ((speed: number) => Promise<void>) | null;
	/** When something happens by itself next, as far as is known; null for never. */
	readonly next: Date | null;
	/** Whether it answers. A panel inside the page always does. */
	readonly isConnected: ReadonlySignal<boolean>;
	/** What the network between it and the phones does to messages; null where that is not ours. */
	readonly channel: PageChannel | null;
	/** Lets go of it; nothing of it is told any more. */
	close(): void;
	/**
	 * All that was done, as a transcript that passes when it is replayed.
	 * @throws Error where the panel keeps no record
	 */
	record(): Promise<string>;
}

/** The network between a panel and its phones. */
export interface PageChannel {
	/** The rules that hold, as they were written. */
	readonly rules: ReadonlySignal<readonly string[]>;
	/**
	 * Adds a rule, for the rest of the panel's life.
	 * @throws RangeError for a text that is no rule; the message lists the forms
	 */
	add(rule: string): Promise<void>;
}
