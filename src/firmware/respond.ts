import type { Diagnostic } from "../../grammar/diagnostic.ts";
import type { Message } from "../../grammar/message.ts";
import type { Command } from "../commands/define.ts";
import { placeOf } from "../derive/bind.ts";
import type { BoundCommand } from "../derive/bound-command.ts";
import type { Model } from "../models/model.ts";
import type { Effect } from "../panel/effect.ts";
import { type Cause, clock, type PanelEvent } from "../panel/event.ts";
import { areStrangersShut, isSenderShut } from "../panel/guard.ts";
import type { Refusal } from "../panel/outcome.ts";
import type { Numbering } from "../panel/phone-number.ts";
import { mayDo, type Person, type Right } from "../panel/remote-access.ts";
import type { PanelState } from "../panel/state.ts";
import { transition } from "../panel/transition.ts";
import type { Arguments } from "../spec/command-spec.ts";
import { authorise } from "./authorise.ts";
import { callerOf } from "./caller.ts";
import { interpret } from "./interpret.ts";

/** One text as it reaches the panel. */
export interface ReceivedSms {
	/** The sender as the network names it; "" when withheld. */
	readonly from: string;
	readonly text: string;
	/** The sender is a name that anybody can choose, and no number. */
	readonly named?: boolean;
}

/** The panel as the network sees it. */
export interface Subscriber {
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
}

/** The last two are of texts from a network only. */
export type SilenceReason =
	| "own-number"
	| "no-power"
	| "unreadable"
	| "keyword"
	| "code"
	| "shut"
	| "strangers"
	| "unlisted"
	| "repeat"
	| "too-often";

/** A number, and the right that it would need. */
export interface Lacking {
	readonly from: string;
	/** Whose it is; undefined is nobody's. */
	readonly person: Person | undefined;
	readonly right: Right;
}

export type Verdict =
	/** Not for this panel: no answer. */
	| {
			readonly type: "silence";
			readonly reason: SilenceReason;
			readonly message: Message | null;
			/** Who would have to be let in for what; with the reason `unlisted`. */
			readonly lacking?: Lacking;
	  }
	/** `CMD:ERROR`. */
	| {
			readonly type: "error";
			readonly message: Message;
			readonly command: BoundCommand<Command> | null;
			readonly args: Arguments | null;
			readonly diagnostics: readonly Diagnostic[];
	  }
	/** `CMD:OK`, or a query's answer. */
	| {
			readonly type: "done";
			readonly message: Message;
			readonly command: BoundCommand<Command>;
			readonly args: Arguments;
	  };

/**
 * What the panel makes of a text at an instant: the whole way from characters
 * to a new state and a reply. Pure and total; nothing here is durable yet.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function respond(
	subscriber: Subscriber,
	state: PanelState,
	sms: ReceivedSms,
	now: number,
): Response {
	const { model, number } = subscriber;
	const { from, text } = sms;
	// Two panels, or one with itself, must not talk for ever.
	if (from === number && from !== "")
		return silence(state, now, "own-number", null);
	const message = model.dialect.read(text);
	if (message === null) return silence(state, now, "unreadable", null);
	// Time first: what fell due before this text may not be decided by it.
	const caught = transition(state, time, now);
	const present = caught.state;
	if (present.runtime.cutAt !== null)
		return silence(present, now, "no-power", message);
	const authority = authorise(model, present, message);
	if (authority === "keyword") return silence(present, now, "keyword", message);
	const person = callerOf(present.remote, sms, subscriber.numbering);
	const listed = person?.enabled === true;
	if (!listed && areStrangersShut(present, now))
		return silence(present, now, "strangers", message);
	if (isSenderShut(present, from, now))
		return silence(present, now, "shut", message);
	const by = causeOf(model, present, message, from);
	if (authority === "code") {
		const counted = transition(
			present,
			{ type: "wrong-code", listed, by },
			now,
		);
		return silence(counted.state, now, "code", message);
	}

	const { command, args, diagnostics } = interpret(model, message);
	const word = message.word.text;
	// A sender who withholds the number cannot be answered, but is heard.
	const reply = (answer: string) => (from === "" ? null : answer);
	const error = `${word}:ERROR`;
	if (diagnostics !== null) {
		const why = diagnostics[0]?.code ?? "";
		return {
			state: transition(present, { type: "refuse", word, why, by }, now).state,
			effects: caught.effects,
			reply: reply(error),
			verdict: { type: "error", message, command, args, diagnostics },
		};
	}
	const { spec } = command;
	const verdict: Verdict = { type: "done", message, command, args };
	if (spec.answer !== undefined)
		return {
			state: present,
			effects: caught.effects,
			reply: reply(spec.answer(present, args)),
			verdict,
		};
	const event = spec.toEvent?.(args);
	if (event === undefined)
		throw new TypeError(`${word} has neither an event nor an answer`);
	if (event.type === "set-mode" && !mayChangeMode(present, person))
		return silence(present, now, "unlisted", message, {
			from,
			person,
			right: "program",
		});
	const outcome = transition(present, { ...event, by }, now);
	const { refusal } = outcome;
	if (refusal === null)
		return {
			state: outcome.state,
			effects: [...caught.effects, ...outcome.effects],
			reply: reply(`${word}:OK`),
			verdict,
		};
	return {
		state: outcome.state,
		effects: [...caught.effects, ...outcome.effects],
		reply: reply(error),
		verdict: {
			type: "error",
			message,
			command,
			args,
			diagnostics: [refusalDiagnostic(command, message, refusal)],
		},
	};
}

/** Whether installer messages of this sender may change the mode. */
function mayChangeMode(
	{ remote }: PanelState,
	person: Person | undefined,
): boolean {
	return (
		remote.people.length === 0 ||
		remote.installer === "anyone" ||
		mayDo(person, "program")
	);
}

const time: PanelEvent = { type: "time", by: clock };

/** Where a message is let in by somebody's own PIN, it is that user's doing. */
function causeOf(
	model: Model,
	{ users }: PanelState,
	{ code }: Message,
	from: string,
): Cause {
	const holder =
		model.credential === "user-pin"
			? users.find(({ pin }) => pin === code.text)
			: undefined;
	return holder === undefined
		? { via: "sms", from }
		: { via: "sms", from, user: holder.id };
}

/** No answer; only time has passed. */
export function silence(
	state: PanelState,
	now: number,
	reason: SilenceReason,
	message: Message | null,
	lacking?: Lacking,
): Response {
	const caught = transition(state, time, now);
	return {
		state: caught.state,
		effects: caught.effects,
		reply: null,
		verdict: {
			type: "silence",
			reason,
			message,
			...(lacking === undefined ? {} : { lacking }),
		},
	};
}

/** A rule of the panel, put to the place in the message that runs against it. */
function refusalDiagnostic(
	command: BoundCommand,
	message: Message,
	{ code, message: wording, hint, parameter }: Refusal,
): Diagnostic {
	const { start, end } = placeOf(command, message, parameter);
	return { code, message: wording, hint, start, end, parameter };
}
