import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Call, Message } from "../../../grammar/message/message.ts";
import { placeOf } from "../../derive/bind.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import type { ModelCommand } from "../../models/model.ts";
import { replyText } from "../../models/reply-template.ts";
import type { Cause, Happening } from "../../panel/state/event.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import { mayDo, type Person } from "../../panel/state/remote-access.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import { interpret } from "./interpret.ts";
import { ageOf, whyNotNow } from "./permission.ts";
import { because } from "./person-context.ts";
import type { Response } from "./response.ts";
import { type TextContext, unanswered } from "./text-context.ts";

/** A message under the right credentials, and how things stand when the panel hears it. */
export interface Order extends TextContext {
	readonly message: Message;
	readonly by: Cause;
}

/**
 * Does what an installer's message says, or says why not. Pure and total.
 */
export function respondToInstaller(order: Order): Response {
	const { panel, state, effects, sms, message } = order;
	const { command, args, diagnostics } = interpret(
		panel.model,
		message,
		sms.text,
	);
	if (diagnostics !== null) return refuse(order, command, diagnostics);
	const { spec } = command;
	if (spec.answer !== undefined)
		return {
			state,
			effects,
			reply: replyTo(order, spec.answer(state, args)),
			verdict: { type: "done", message, command, args },
		};
	const event = spec.toEvent?.(args);
	if (event === undefined)
		throw new TypeError(`${spec.word} has neither an event nor an answer`);
	return (
		(event.type === "set-mode" ? withoutControl(order) : null) ??
		execute(order, command, args, event)
	);
}

/** A message that cannot be understood: nothing but the event log changes. */
function refuse(
	order: Order,
	command: ModelCommand | null,
	diagnostics: readonly Diagnostic[],
): Response {
	const { panel, state, effects, by, message, now } = order;
	const word = loggedWord(command);
	const why = diagnostics[0]?.code ?? "";
	const template =
		command === null
			? panel.model.replies.unknownWord
			: command.replies.badValue;
	return {
		state: transition(state, { type: "refuse", word, why, by }, now).state,
		effects,
		reply: replyTo(order, replyText(template, message.word.text)),
		verdict: { type: "error", message, command, args: null, diagnostics },
	};
}

/** A word as the log keeps it. What is none is not repeated: it may be a code that was typed twice. */
export function loggedWord(command: BoundCommand | null): string {
	return command?.spec.word ?? "word";
}

/** A message that is understood: the panel does it, or a rule of it is against it. */
function execute(
	order: Order,
	command: ModelCommand,
	args: Arguments,
	event: Happening,
): Response {
	const { effects, by, message, now } = order;
	// Not copied: V8 copies by spread slowly where there are as many shapes.
	const outcome = transition(order.state, Object.assign(event, { by }), now);
	const { refusal } = outcome;
	const { done, refused } = command.replies;
	const template = refusal === null ? done : refused;
	return {
		state: outcome.state,
		effects: [...effects, ...outcome.effects],
		reply: replyTo(order, replyText(template, message.word.text)),
		verdict:
			refusal === null
				? { type: "done", message, command, args }
				: {
						type: "error",
						message,
						command,
						args,
						diagnostics: [refusalDiagnostic(command, message, refusal)],
					},
	};
}

/** A sender who withholds the number cannot be answered, but is heard. */
function replyTo({ sender }: Order, answer: string | null): string | null {
	return sender.from === "" ? null : answer;
}

/**
 * The silence to an installer's message that would arm, disarm or silence a panel which
 * knows people: it comes from who may not program, too late, or while remote control
 * is off. Null where the message is obeyed.
 */
export function withoutControl(order: Order): Response | null {
	const { state, sms, sender, message } = order;
	const { from, person } = sender;
	const reason = "not-installer";
	if (!mayChangeMode(state, person)) {
		const lacking = { from, person, right: "program" } as const;
		return unanswered(order, state, { reason, message, lacking });
	}
	if (state.remote.people.length === 0) return null;
	const forbidden = whyNotNow(state.remote, ageOf(order));
	if (forbidden === null) return null;
	const { code, message: rule, hint } = forbidden;
	const whole = { start: 0, end: sms.text.length };
	const why = because(code, rule, hint, whole);
	return unanswered(order, state, { reason, message, why });
}

/** Once a panel knows people, installers arm and disarm it only from their numbers. */
export function mayChangeMode(
	{ remote }: PanelState,
	person: Person | undefined,
): boolean {
	return (
		remote.people.length === 0 ||
		remote.installer === "anyone" ||
		mayDo(person, "program")
	);
}

/** A rule of the panel, put to the place in the message that runs against it. */
export function refusalDiagnostic(
	command: BoundCommand,
	message: Call,
	{ code, message: wording, hint, parameter }: Refusal,
): Diagnostic {
	const { start, end } = placeOf(command, message, parameter);
	return { code, message: wording, hint, start, end, parameter };
}
