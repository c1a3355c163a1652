import type { ExchangeReport } from "../device/exchange-report.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import type { Change } from "../panel/changes.ts";
import type { Effect } from "../panel/effect.ts";
import type { PanelState } from "../panel/state.ts";

/** What came of a text. Codes and PINs in it are as they are. */
export interface Answered extends ExchangeReport {
	/** What came to the sender in this step, in order; empty is silence. */
	readonly replies: readonly string[];
	/** All that came to phones in this step: replies, and reports to destinations. */
	readonly sent: readonly Outgoing[];
}

/** What came of an event. */
export interface Happened {
	/** Whether the panel did it; a wrong code at the keypad is refused. */
	readonly accepted: boolean;
	/** Why it did not. */
	readonly refusal: {
		readonly code: string;
		readonly message: string;
		readonly hint: string | null;
	} | null;
	readonly effects: readonly Effect[];
	readonly changes: readonly Change[];
	/** What came to phones: reports to destinations. */
	readonly sent: readonly Outgoing[];
}

/** What happened by itself while time passed. */
export interface Passed {
	readonly changes: readonly Change[];
	/** What came to phones: reports, and replies that took their time. */
	readonly sent: readonly Outgoing[];
}

/** A panel in virtual time: nothing happens to it but what its holder does. */
export interface SimulatedPanel {
	/** Name of its model. */
	readonly model: string;
	/** Its time. Only `advance` moves it. */
	readonly now: Date;
	/**
	 * Texts the panel: `"PROG 7982 MODE:A"`.
	 * @param options.from the sender's number, `""` for one that is withheld; the
	 *   default is `+15550101`
	 * @throws TypeError for what is no text
	 */
	text(text: string, options?: { readonly from?: string }): Promise<Answered>;
	/**
	 * Lets time pass, and whatever falls due in it happen: `"30s"`, `"1h 30m"`, or
	 * milliseconds; or until an instant, `"2026-11-20T10:00:00Z"` or a Date.
	 * @throws RangeError for what is no length of time, or an instant that has been
	 */
	advance(until: string | number | Date): Promise<Passed>;
	/**
	 * Lets something happen at the panel: `"zone 3 open"`, `"keypad 1234 disarm"`,
	 * `"mains fail"`; `alarmpanel do` lists everything that can.
	 * @throws RangeError for what cannot happen at a panel, naming what can
	 */
	happens(step: string): Promise<Happened>;
	/**
	 * Everything that it remembers, as plain data: a copy, which may be kept as
	 * JSON, and which `createPanel({ snapshot })` starts another panel from.
	 */
	snapshot(): PanelState;
}
