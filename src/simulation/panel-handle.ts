import type { ActivityFeed } from "../firmware/activity.ts";
import type { ExchangeReport } from "../firmware/answer/exchange-report.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import type { Change } from "../panel/state/changes.ts";
import type { Effect } from "../panel/state/effect.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { PanelStatus } from "../panel/status.ts";

/**
 * What can be done with a panel, whoever holds it: the library, a service, a
 * page; and whatever it is: a panel in virtual time or on file and modem, or one of
 * these with less told of it.
 */
export interface PanelHandle {
	/** Name of its model. */
	readonly model: string;
	/** Its own number. */
	readonly number: string;
	readonly clock: PanelClock;
	/** What has happened at it since this handle exists. */
	readonly activity: ActivityFeed;
	readonly phones: Phones;
	/**
	 * Texts the panel: `"PROG 7982 MODE:A"`.
	 * @param options.from the sender's number, `""` for one that is withheld; the
	 *   default is `+15550101`
	 * @throws TypeError for what is no text
	 * @throws RangeError for an option that there is not
	 */
	text(text: string, options?: { readonly from?: string }): Promise<Answered>;
	/**
	 * Lets something happen at the panel: `"zone 3 open"`, `"keypad 1234 disarm"`,
	 * `"mains fail"`; `alarmpanel do` lists everything that can.
	 * @throws TypeError for what is no text
	 * @throws RangeError for what cannot happen at a panel, naming what can
	 */
	step(step: string): Promise<Stepped>;
	/**
	 * Everything that it remembers, as plain data: a copy, which may be kept as
	 * JSON, and which `createPanel({ snapshot })` starts another panel from.
	 */
	snapshot(): PanelState;
	/** What it is and does now, without secrets. */
	status(): PanelStatus;
	/**
	 * The digest of all that was done through this handle, as `replay` prints it for
	 * a conversation of the same steps.
	 * @param id of that conversation; "" by default
	 * @returns `sha256:` and 64 hexadecimal digits
	 */
	digest(id?: string): string;
}

/** Whose time passes when its holder says so, or by itself. */
export type PanelClock =
	| {
			readonly kind: "virtual";
			/** Only `advance` moves it. */
			readonly now: Date;
			/**
			 * Lets time pass, and whatever falls due in it happen: `"30s"`, `"1h 30m"`, or
			 * whole milliseconds; or until an instant, `"2026-11-20T10:00:00Z"` or a Date.
			 * @throws RangeError for what is no length of time, or an instant that has been
			 */
			advance(until: string | number | Date): Promise<Passed>;
	  }
	| { readonly kind: "real"; readonly now: Date };

/** The phones that have texted with a panel. */
export interface Phones {
	/** Their numbers, in the order in which they were first seen. */
	readonly numbers: readonly string[];
	/** What passed between one of them and the panel, oldest first; empty for others. */
	messages(number: string): readonly PhoneMessage[];
}

/** A text on a phone. */
export interface PhoneMessage {
	/** Whether the phone sent it to the panel, or got it from there. */
	readonly direction: "sent" | "received";
	readonly text: string;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
}

/** What came of a text. Codes and PINs in it are as they are. */
export interface Answered extends ExchangeReport {
	/** What came to the sender in this step, in order; empty is silence. */
	readonly replies: readonly string[];
	/** All that left for phones in this step: replies, reports, notices. */
	readonly sent: readonly Outgoing[];
}

/** What came of a step. */
export interface Stepped {
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
	/** What left for phones: reports to destinations, notices. */
	readonly sent: readonly Outgoing[];
}

/** What happened by itself while time passed. */
export interface Passed {
	readonly changes: readonly Change[];
	/** What left for phones: reports, and replies that took their time. */
	readonly sent: readonly Outgoing[];
}
