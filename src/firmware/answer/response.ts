import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Message } from "../../../grammar/message/message.ts";
import type { Command } from "../../commands/define.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import type { Model } from "../../models/model.ts";
import type { Effect } from "../../panel/state/effect.ts";
import { clock, type PanelEvent } from "../../panel/state/event.ts";
import type { Numbering } from "../../panel/state/phone-number.ts";
import type { Person, Right } from "../../panel/state/remote-access.ts";
import { boundedFrom } from "../../panel/state/sender.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import { LONGEST_TEXT } from "../../sms/segments.ts";
import type { SilenceReason } from "./silence-reason.ts";

/** One text as it reaches the panel. */
export interface ReceivedSms {
	/** The sender as the network names it; "" when withheld. */
	readonly from: string;
	readonly text: string;
	/** The sender is a name that anybody can choose, and nobody's number. */
	readonly named?: boolean;
	/** Service-centre time in milliseconds since 1970; null or left out where it is not known. */
	readonly sentAt?: number | null;
}

/** A text as it is kept and logged: neither sender nor text is longer than an SMS can have them. */
export function bounded<S extends ReceivedSms>(sms: S): S {
	const { from, text } = sms;
	return from === boundedFrom(from) && text.length <= LONGEST_TEXT
		? sms
		: {
				...sms,
				from: boundedFrom(from),
				text: text.slice(0, LONGEST_TEXT),
			};
}

/** The panel as the network sees it. */
export interface PanelIdentity {
	readonly model: Model;
	/** Its own number. */
	readonly number: string;
	/** How its country writes phone numbers; left out, they are compared as typed. */
	readonly numbering?: Numbering;
}

/** What came of one text. It is plain data; a journal can be told from it. */
export interface Response {
	readonly state: PanelState;
	readonly effects: readonly Effect[];
	/** What goes back to the sender; null is silence. */
	readonly reply: string | null;
	readonly verdict: Verdict;
	/** The reply is in words, for people; a program may read any other. */
	readonly inWords?: true | undefined;
}

/** A number, and the right that it would need. */
export interface Lacking {
	readonly from: string;
	/** Whose it is; undefined is nobody's. */
	readonly person: Person | undefined;
	readonly right: Right;
}

/** Not for this panel: no answer. */
export interface Silence {
	readonly type: "silence";
	readonly reason: SilenceReason;
	/** Null where the text is none. */
	readonly message: Message | null;
	/** What is known beyond the reason. */
	readonly why?: Diagnostic | undefined;
	/** Who would have to be let in for what; with the reason `not-installer`. */
	readonly lacking?: Lacking | undefined;
}

export type Verdict =
	| Silence
	/** What the model answers to a bad message: `CMD:ERROR`. */
	| {
			readonly type: "error";
			readonly message: Message;
			readonly command: BoundCommand<Command> | null;
			readonly args: Arguments | null;
			readonly diagnostics: readonly Diagnostic[];
	  }
	/** Nothing is done yet: the sender is asked for a one-time code. */
	| {
			readonly type: "asked";
			readonly message: Message;
			readonly command: BoundCommand<Command>;
			readonly args: Arguments;
	  }
	/** `CMD:OK`, or a query's answer. A script and a question have no command. */
	| {
			readonly type: "done";
			readonly message: Message;
			readonly command: BoundCommand<Command> | null;
			readonly args: Arguments | null;
	  };

/** Nothing but time passes. */
export const time: PanelEvent = { type: "time", by: clock };

/** No answer; only time has passed. */
export function silence(
	state: PanelState,
	now: number,
	why: Omit<Silence, "type">,
): Response {
	const caught = transition(state, time, now);
	return {
		state: caught.state,
		effects: caught.effects,
		reply: null,
		verdict: { type: "silence", ...why },
	};
}
