import type { Message } from "../../grammar/message/message.ts";
import type { Model } from "../models/model.ts";
import { areStrangersShut, isSenderShut } from "../panel/remote/guard.ts";
import type { Cause } from "../panel/state/event.ts";
import { bySms, keyOf, type Sender, senderOf } from "../panel/state/sender.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";
import { sameSecret } from "../same-secret.ts";
import { LONGEST_TEXT } from "../sms/segments.ts";
import { type Authority, authorise } from "./answer/authorise.ts";
import { plainTextIn } from "./answer/plain-text.ts";
import { respondInLanguage } from "./answer/respond-in-language.ts";
import {
	mayChangeMode,
	respondToInstaller,
} from "./answer/respond-to-installer.ts";
import {
	bounded,
	type PanelIdentity,
	type ReceivedSms,
	type Response,
	silence,
	time,
} from "./answer/response.ts";
import { type TextContext, unanswered } from "./answer/text-context.ts";
import { turnedAway } from "./answer/turned-away.ts";
import { knowsPeople, respondToPerson } from "./people/respond-to-person.ts";

/**
 * What the panel makes of a text at an instant: the whole way from characters
 * to a new state and a reply. Pure and total; nothing here is durable yet.
 *
 * A text is offered to the panel's languages in this order: the installer's,
 * which is the model's own; where it is no message of that, or names another
 * keyword, the words of the people whom the panel knows. Where the model has no
 * keyword, a plain word of somebody listed is one, unless it names the model's
 * code and this person may program.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function respond(
	panel: PanelIdentity,
	before: PanelState,
	raw: ReceivedSms,
	now: number,
): Response {
	const { model } = panel;
	const sms = bounded(raw);
	const sender = senderOf(before.remote, sms, panel.numbering);
	// A panel that answers itself would go on for ever.
	if (sender.from !== "" && isOwn(sms, sender, panel))
		return silence(before, now, { reason: "own-number", message: null });
	if (raw.text.length > LONGEST_TEXT)
		return silence(before, now, { reason: "too-long", message: null });
	const message = model.dialect.read(sms.text);
	if (message === null && !knowsPeople(before) && model.language === null) {
		const why = { reason: "unreadable", message } as const;
		return turnedAway(panel, sms, silence(before, now, why));
	}
	// Time first: what fell due before this text may not be decided by it.
	const { state, effects } = transition(before, time, now);
	const context = { panel, state, effects, sms, sender, now };
	return state.runtime.cutAt !== null
		? unanswered(context, state, { reason: "no-power", message })
		: offered(context, message);
}

/** Offers a text to the languages of a panel that has power. */
function offered(context: TextContext, message: Message | null): Response {
	const { panel, state } = context;
	const { model } = panel;
	const { language } = model;
	const authority =
		message === null ? "wrong-both" : authorise(model, state, message);
	if (language !== null && !isPlain(context, authority))
		return respondInLanguage({ ...context, language, message });
	return message === null || isForPeople(context, authority)
		? offeredToPeople(context, message, authority)
		: offeredToInstaller(context, message, authority);
}

function offeredToPeople(
	context: TextContext,
	message: Message | null,
	authority: Authority,
): Response {
	const { panel, state, sms, sender, now } = context;
	const response = knowsPeople(state)
		? inWords(respondToPerson(context))
		: unanswered(context, state, { reason: "keyword", message });
	const counted =
		authority === "wrong-keyword"
			? countKeyword(response, sender, now)
			: response;
	return turnedAway(panel, sms, counted);
}

function inWords(response: Response): Response {
	return response.reply === null ? response : { ...response, inWords: true };
}

function offeredToInstaller(
	context: TextContext,
	message: Message,
	authority: Authority,
): Response {
	const { panel, state, effects, sms, sender, now } = context;
	const { person } = sender;
	if (person === undefined && areStrangersShut(state, now))
		return unanswered(context, state, { reason: "strangers", message });
	if (isSenderShut(state, sender.key, now))
		return unanswered(context, state, { reason: "shut", message });
	const by = causeOf(panel.model, state, message, sender);
	if (authority === "granted") {
		// Written out: V8 copies by spread slowly where there are many shapes.
		const order = { panel, state, effects, sms, sender, now, message, by };
		return respondToInstaller(order);
	}
	const listed = person !== undefined;
	const wrong = { type: "wrong-code", listed, by } as const;
	const counted = transition(state, wrong, now).state;
	const silent = unanswered(context, counted, { reason: "code", message });
	return turnedAway(panel, sms, silent);
}

/** Whether a message of the model's shape may be in the words of people. */
function isForPeople(context: TextContext, authority: Authority): boolean {
	return context.panel.model.dialect.hasKeyword
		? authority === "wrong-both" || authority === "wrong-keyword"
		: isPlain(context, authority);
}

/**
 * Whether somebody listed says a word of our own: without a keyword, `4711 ARM` may be
 * the model's or a plain word with a PIN.
 */
function isPlain(
	{ panel, state, sms, sender: { person } }: TextContext,
	authority: Authority,
): boolean {
	if (person === undefined) return false;
	if (authority === "granted" && mayChangeMode(state, person)) return false;
	return plainTextIn(panel.model, state.remote.aliases, sms.text) !== null;
}

/**
 * Counts an unlisted sender with the right code and a wrong keyword: that is
 * guessing keywords. A sender that is locked out is not counted.
 */
function countKeyword(
	response: Response,
	sender: Sender,
	now: number,
): Response {
	const { state, verdict } = response;
	if (
		verdict.type !== "silence" ||
		verdict.reason !== "unlisted" ||
		areStrangersShut(state, now) ||
		isSenderShut(state, sender.key, now)
	)
		return response;
	const by = bySms(sender);
	const wrong = { type: "wrong-code", listed: false, by } as const;
	return { ...response, state: transition(state, wrong, now).state };
}

/** Where the credential is a user's PIN, that user is the cause. */
function causeOf(
	model: Model,
	{ users }: PanelState,
	{ code }: Message,
	sender: Sender,
): Cause {
	const holder =
		model.credential === "user-pin"
			? users.find(({ pin }) => sameSecret(code.text, pin))
			: undefined;
	const by = bySms(sender);
	return holder === undefined ? by : { ...by, user: holder.id };
}

/** Whether a text comes from the panel's own number, however that is written. */
function isOwn(
	sms: ReceivedSms,
	{ person, key }: Sender,
	{ number, numbering }: PanelIdentity,
): boolean {
	if (sms.named) return false;
	const listed = person === undefined ? key : keyOf(sms, numbering);
	return listed === keyOf({ from: number }, numbering);
}
