import type { Diagnostic } from "../../grammar/diagnostic.ts";
import type { Message } from "../../grammar/message.ts";
import { placeOf } from "../derive/bind.ts";
import type { BoundCommand } from "../derive/bound-command.ts";
import type { Model } from "../models/model.ts";
import type { Cause } from "../panel/event.ts";
import { areStrangersShut, isSenderShut } from "../panel/guard.ts";
import type { Refusal } from "../panel/outcome.ts";
import { mayDo, type Person } from "../panel/remote-access.ts";
import type { PanelState } from "../panel/state.ts";
import { transition } from "../panel/transition.ts";
import { authorise } from "./authorise.ts";
import { callerOf } from "./caller.ts";
import { interpret } from "./interpret.ts";
import { knowsPeople, respondToPerson } from "./respond-to-person.ts";
import {
	type PanelIdentity,
	type ReceivedSms,
	type Response,
	silence,
	time,
	type Verdict,
} from "./response.ts";

/**
 * What the panel makes of a text at an instant: the whole way from characters
 * to a new state and a reply. Pure and total; nothing here is durable yet.
 *
 * A text is offered to the panel's languages in this order: the installer's,
 * which is the model's own; where it is no message of that, or names another
 * keyword, the words of the people whom the panel knows.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function respond(
	subscriber: PanelIdentity,
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
	if (message === null && !knowsPeople(state))
		return silence(state, now, "unreadable", null);
	// Time first: what fell due before this text may not be decided by it.
	const caught = transition(state, time, now);
	const present = caught.state;
	if (present.runtime.cutAt !== null)
		return silence(present, now, "no-power", message);
	const authority =
		message === null ? "both" : authorise(model, present, message);
	if (message === null || authority === "both" || authority === "keyword") {
		if (!knowsPeople(present)) return silence(present, now, "keyword", message);
		const { effects } = caught;
		const response = respondToPerson(subscriber, present, effects, sms, now);
		return authority === "keyword"
			? countKeyword(response, from, now)
			: response;
	}
	const person = callerOf(present.remote, sms, subscriber.numbering);
	if (person?.enabled !== true && areStrangersShut(present, now))
		return silence(present, now, "strangers", message);
	if (isSenderShut(present, from, now))
		return silence(present, now, "shut", message);
	const by = causeOf(model, present, message, from);
	if (authority === "code") {
		const listed = person?.enabled === true;
		const wrong = { type: "wrong-code", listed, by } as const;
		const counted = transition(present, wrong, now);
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
		return silence(present, now, "not-installer", message, {
			from,
			person,
			right: "program",
		});
	// Not copied: V8 copies by spread slowly where there are as many shapes.
	const outcome = transition(present, Object.assign(event, { by }), now);
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

/**
 * A stranger who names the code and another keyword is guessing keywords. Who is
 * not heard at the moment is not counted either.
 */
function countKeyword(response: Response, from: string, now: number): Response {
	const { state, verdict } = response;
	if (
		verdict.type !== "silence" ||
		verdict.reason !== "unlisted" ||
		areStrangersShut(state, now) ||
		isSenderShut(state, from, now)
	)
		return response;
	const by: Cause = { via: "sms", from };
	const wrong = { type: "wrong-code", listed: false, by } as const;
	return { ...response, state: transition(state, wrong, now).state };
}

/** Once a panel knows people, installers arm and disarm it only from their numbers. */
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

/** A rule of the panel, put to the place in the message that runs against it. */
function refusalDiagnostic(
	command: BoundCommand,
	message: Message,
	{ code, message: wording, hint, parameter }: Refusal,
): Diagnostic {
	const { start, end } = placeOf(command, message, parameter);
	return { code, message: wording, hint, start, end, parameter };
}
