import type { Message } from "../../../grammar/message/message.ts";
import { plain } from "../../../grammar/plain/dialect.ts";
import { checkFirst } from "../../commands/plain/check-first.ts";
import { oneSms } from "../../commands/plain/one-sms.ts";
import {
	commandOfSynonym,
	leadingPhrase,
} from "../../commands/plain/phrase.ts";
import type { PlainCommand } from "../../commands/plain/plain-command.ts";
import { wordForm } from "../../commands/plain/word-form.ts";
import { commandsByWord } from "../../commands/plain/words.ts";
import { composeSlots } from "../../derive/compose.ts";
import { DURESS } from "../../panel/state/fields/special-codes.ts";
import { find } from "../../panel/state/numbered.ts";
import {
	confirmationOf,
	plainWordRows,
} from "../../panel/state/plain-words.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import { sameSecret } from "../../same-secret.ts";
import {
	askingOf,
	because,
	causeOf,
	declined,
	type PersonContext,
	type Request,
} from "../answer/person-context.ts";
import {
	bindPlain,
	type PlainText,
	plainTextOf,
} from "../answer/plain-text.ts";
import type { Response } from "../answer/response.ts";
import { isChange, tooSoon, whyNot } from "./forbidden-word.ts";
import { runsOf } from "./nearest-word.ts";

/**
 * Carries out a listed person's word, or answers why not. It checks the right, the
 * remote switch, the age of the text, its form, the minimum delay and the
 * confirmation, in this order. A refused text leaves a waiting request as it is.
 */
export function carryOut(context: PersonContext, said: PlainText): Response {
	const response = carriedOut(context, said);
	return isDuress(context.state, said.message.code.text)
		? underDuress(context, response)
		: response;
}

/** The same, with duress reported: whoever is forced calls for help, whatever comes of the word. */
export function underDuress(
	context: PersonContext,
	response: Response,
): Response {
	const event = { type: "duress", by: causeOf(context) } as const;
	const { state } = transition(response.state, event, context.now);
	return { ...response, state };
}

function carriedOut(
	context: PersonContext,
	{ command, message }: PlainText,
): Response {
	const forbidden = whyNot(context, { command, message });
	if (forbidden !== null) return forbidden;
	const { state } = context;
	const asking = askingOf(context);
	const { spec } = command;
	const by = confirmationOf(state.remote, spec.word);
	const { args, diagnostics } = bindPlain(
		{ command, message },
		context.sms.text,
		(text) => plainly(context, text),
		(said) => onThisPanel(said.command.spec, state, said.message),
	);
	if (args === null) {
		const meant = wordMeant(context, message, spec);
		const form =
			meant === null
				? wordForm(spec, by)
				: wordForm(meant, confirmationOf(state.remote, meant.word));
		const isBelow = diagnostics[0]?.code === "message/below";
		const reply = isBelow
			? asking.say.textBelow(form)
			: (spec.wrong?.(asking, form) ?? asking.say.notUnderstood(form));
		return declined(context, state, reply, message, command, diagnostics);
	}
	const request: Request = { command, message, args };
	const waiting = tooSoon(context, request);
	if (waiting !== null) return waiting;
	switch (by) {
		case "none":
			return done(context, request);
		case "pin":
			return confirmedByPin(context, request);
		case "code":
			return askForCode(context, request);
	}
}

/** The plain words of a text; null where it begins with none. */
function plainly(
	{ panel, state }: PersonContext,
	text: string,
): PlainText | null {
	const message = plain.read(text);
	return message && plainTextOf(panel.model, state.remote.aliases, message);
}

/** A message with what its slots mean on this panel: numbers for names of zones. */
function onThisPanel(
	{ slotOn }: PlainCommand,
	state: PanelState,
	message: Message,
): Message {
	if (slotOn === undefined) return message;
	const slots = message.slots.map((slot) => ({
		...slot,
		text: slotOn(state, slot.text),
	}));
	return { ...message, slots };
}

/**
 * The word that was meant where one follows another, `ARM HOME` and `ARM STAY` are
 * HOME, or has its PIN joined to it: `ARM FORCE1234`.
 */
function wordMeant(
	{ panel, state, sms }: PersonContext,
	message: Message,
	{ word, parameters }: PlainCommand,
): PlainCommand | null {
	const { aliases } = state.remote;
	const apart = leadingPhrase(commandsByWord, aliases, runsOf(sms.text));
	if (apart !== undefined && apart.command.word !== word) return apart.command;
	const [first, ...others] = message.slots;
	if (first === undefined) return null;
	const rest = { ...message, word: first, slots: others };
	const said = plainTextOf(panel.model, aliases, rest);
	if (said !== null) return said.command.spec;
	// Behind ARM AT and BYPASS stands a time or the name of a zone.
	return Object.keys(parameters).length > 0
		? null
		: (commandOfSynonym(commandsByWord, first.text) ?? null);
}

function confirmedByPin(context: PersonContext, request: Request): Response {
	const { state, now, person } = context;
	const { message, command } = request;
	const asking = askingOf(context);
	const { say } = asking;
	const code = message.code.text;
	if (code === "") {
		const reply = say.needsPin(wordForm(command.spec, "pin"));
		return declined(context, state, reply, message, command, [
			because(
				"person/no-pin",
				"PIN: missing",
				"write it first or last",
				message.code,
			),
		]);
	}
	const pin = find(state.users, person.user)?.pin ?? "";
	const isDuressPin = isDuress(state, code);
	if (sameSecret(code, pin) || isDuressPin) return done(context, request);
	const by = causeOf(context);
	const counted = transition(
		state,
		{ type: "wrong-code", listed: true, by },
		now,
	).state;
	const reply = oneSms(say, [say.notDone, checkFirst(asking)]);
	return declined(context, counted, reply, message, command, [
		because("person/wrong-pin", "PIN: not this person's", null, message.code),
	]);
}

/** Asks no code for what would be refused anyway, or is done already. */
function askForCode(context: PersonContext, request: Request): Response {
	const { state, effects, now, person } = context;
	const { message, command, args } = request;
	const { spec } = command;
	const asking = askingOf(context);
	const { say } = asking;
	if (person.otpKey === "") {
		const reply = say.needsCode(spec.word);
		return declined(context, state, reply, message, command, [
			because(
				"person/no-authenticator",
				`${spec.word}: ${person.name} has no authenticator`,
				"otp uri gives one, with a QR code to scan",
				message.word,
			),
		]);
	}
	const dry = done(context, request);
	if (dry.verdict.type === "error") return dry;
	if (isChange(command) && dry.state === state) return dry;
	const by = causeOf(context);
	const slots = composeSlots(command, args).filter((slot) => slot !== "");
	const event = {
		type: "ask-code",
		person: person.id,
		word: spec.word,
		slots,
	} as const;
	const action = spec.action?.(asking, args) ?? say.actions.ask(spec.word);
	return {
		state: transition(state, { ...event, by }, now).state,
		effects,
		reply: say.prompt(action),
		verdict: { type: "asked", message, command, args },
	};
}

/** Carries the word out, and notifies the other people of a change. */
export function done(
	context: PersonContext,
	{ command, message, args }: Request,
): Response {
	const { state: before, effects, now, person } = context;
	const { spec } = command;
	const by = causeOf(context);
	const asking = askingOf(context);
	const event = spec.toEvent?.(args);
	const outcome =
		event === undefined
			? { state: before, effects: [], refusal: null }
			: transition(before, { ...event, by }, now);
	const { refusal } = outcome;
	const reply = spec.reply(
		{ ...asking, before, state: outcome.state, refusal },
		args,
	);
	let { state } = outcome;
	if (refusal === null && isChange(command) && state !== before)
		state = transition(
			state,
			{
				type: "remote-done",
				person: person.id,
				what: spec.word,
				zones: typeof args.zone === "number" ? [args.zone] : [],
				delayed: plainWordRows[spec.word].delayed,
				by,
			},
			now,
		).state;
	const response = { state, effects: [...effects, ...outcome.effects], reply };
	if (refusal === null)
		return { ...response, verdict: { type: "done", message, command, args } };
	const why = because(
		refusal.code,
		refusal.message,
		refusal.hint,
		message.word,
	);
	const diagnostics = [{ ...why, parameter: refusal.parameter }];
	return {
		...response,
		verdict: { type: "error", message, command, args, diagnostics },
	};
}

/** Whether a code is the duress code. */
function isDuress({ users }: PanelState, code: string): boolean {
	return sameSecret(code, find(users, DURESS)?.pin ?? "");
}
