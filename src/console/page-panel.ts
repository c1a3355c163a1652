import type { ReadonlySignal, Signal } from "@preact/signals";
import type { PanelState } from "../panel/state/state.ts";
import type { PanelHandle } from "../simulation/panel-handle.ts";
import type { AnatomyRow } from "../sms/pdu-anatomy.ts";

/** A panel as the page holds it: inside the page, or at the other end of HTTP. */
export interface PagePanel
	extends Pick<
		PanelHandle,
		"model" | "number" | "clock" | "activity" | "step" | "snapshot"
	> {
	/** Texts it from a phone. What comes of it is told as activity. */
	text(text: string, options?: { readonly from?: string }): Promise<unknown>;
	/** How a text that was sent from here and has not come to the panel is told. */
	toldText(from: string, text: string): string;
	/**
	 * Whether duress and silent alarms are told, of all that happened; null where the
	 * page may not choose. `activity`, `snapshot`, `next` and `record` go by it.
	 */
	readonly showDuress: Signal<boolean> | null;
	/** Whether it may be texted and anything be done to it; else it is for reading here. */
	readonly isOpen: boolean;
	/** What is said between it and its modem. */
	readonly line: PageLine | Absent;
	/** How many times as fast as real time its time passes; 0 stands still. */
	readonly speed: ReadonlySignal<number>;
	/** Lets its time pass by itself; null where nobody may choose. */
	readonly setSpeed: ((speed: number) => Promise<void>) | null;
	/** When something happens by itself next, as far as is known; null for never. */
	readonly next: Date | null;
	/** Whether it answers. A panel inside the page always does. */
	readonly isConnected: ReadonlySignal<boolean>;
	/** What the network between it and the phones does to messages. */
	readonly channel: PageChannel | Absent;
	/**
	 * Sends a test report through a destination and says what came; null where the
	 * panel reports to nobody.
	 */
	readonly testReport: ((destination: number) => Promise<string>) | null;
	/**
	 * Texts a person that texts arrive, waits for the delivery report and says what
	 * came; null where the panel texts nobody's real phone.
	 */
	readonly testPhone: ((person: number) => Promise<string>) | null;
	/**
	 * Puts the owner of a phone on the list of people. The panel is put on the page anew,
	 * with all that it remembers. Null where the list is not to be changed from a page.
	 * @throws RangeError where the list cannot have it, saying why
	 */
	readonly listPhone: ((number: string) => Promise<void>) | null;
	/** Lets go of it; nothing of it is told any more. */
	close(): void;
	/**
	 * All that was done, as a conversation that passes when it is replayed.
	 * @throws Error where the panel keeps no record
	 */
	record(): Promise<PageRecord>;
}

/** What was done with a panel. */
export interface PageRecord {
	readonly transcript: string;
	/**
	 * What the panel remembered at first, for the file that the transcript names; null
	 * for one from the factory. Where it may tell of duress, and that is not told, why it is not
	 * here.
	 */
	readonly config: PanelState | Absent | null;
}

/** A part that a panel does not have here. */
export interface Absent {
	/** For people, with what to do about it. */
	readonly why: string;
}

export function isAbsent(part: object): part is Absent {
	return "why" in part;
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

/** The line between a panel and its modem. */
export interface PageLine {
	/** What was said, oldest first. */
	readonly entries: ReadonlySignal<readonly AtEntry[]>;
	/** Asks what was said since. */
	refresh(): Promise<void>;
}

/** One line of AT. */
export interface AtEntry {
	readonly id: number;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
	/** `out` is what the panel says. */
	readonly direction: "in" | "out";
	/** Control characters spelt out: `AT+CSQ\\r`. */
	readonly text: string;
	readonly meaning: string | null;
	/** A PDU field by field; null for other lines. */
	readonly pdu: readonly AnatomyRow[] | null;
}
