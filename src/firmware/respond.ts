import type { Message } from "../../grammar/message/message.ts";
import type { Model } from "../models/model.ts";
import { areStrangersShut, isSenderShut } from "../panel/remote/guard.ts";
import type { Cause } from "../panel/state/event.ts";
import { bySms, keyOf, type Sender, senderOf } from "../panel/state/sender.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";
import { sameSecret } from "../same-secret.ts";
import { type Authority, authorise } from "./answer/authorise.ts";
import { plainTextIn } from "./answer/plain-text.ts";
import { respondInLanguage } from "./answer/respond-in-language.ts";
import {
	mayChangeMode,
	respondToInstaller,
} from "./answer/respond-to-installer.ts";
import {
	bounded,
	LONGEST_TEXT,
	type PanelIdentity,
	type ReceivedSms,
	type Response,
	silence,
	time,
} from "./answer/response.ts";
import type { SilenceReason } from "./answer/silence-reason.ts";
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
	subscriber: PanelIdentity,
	state: PanelState,
	raw: ReceivedSms,
	now: number,
): Response {
	const { model } = subscriber;
	const sms = bounded(raw);
	const sender = senderOf(state.remote, sms, subscriber.numbering);
	const { from } = sender;
	// A panel that answers itself would go on for ever.
	if (from !== "" && isOwn(sms, sender, subscriber))
		return silence(state, now, "own-number", null);
	if (raw.text.length > LONGEST_TEXT)
		return silence(state, now, "too-long", null);
	const message = model.dialect.read(sms.text);
	if (message === null && !knowsPeople(state) && model.language === null)
		return turnedAway(subscriber, sms, silence(state, now, "unreadable", null));
	// Time first: what fell due before this text may not be decided by it.
	const { state: present, effects } = transition(state, time, now);
	if (present.runtime.cutAt !== null)
		return { ...silence(present, now, "no-power", message), effects };
	const authority =
		message === null ? "both" : authorise(model, present, message);
	const { language } = model;
	if (language !== null && !isPlain(model, present, sms, sender, authority))
		return respondInLanguage({
			...{ panel: subscriber, language, state: present, effects },
			...{ sms, sender, message, now },
		});
	if (message === null || isForPeople(model, present, sms, sender, authority)) {
		const response = knowsPeople(present)
			? respondToPerson(subscriber, present, effects, sms, sender, now)
			: { ...silence(present, now, "keyword", message), effects };
		const counted =
			authority === "keyword" ? countKeyword(response, sender, now) : response;
		return turnedAway(subscriber, sms, counted);
	}
	const { person } = sender;
	const unheard = (after: PanelState, reason: SilenceReason): Response => ({
		...silence(after, now, reason, message),
		effects,
	});
	if (person === undefined && areStrangersShut(present, now))
		return unheard(present, "strangers");
	if (isSenderShut(present, sender.key, now)) return unheard(present, "shut");
	const by = causeOf(model, present, message, sender);
	if (authority === "granted")
		return respondToInstaller({
			model,
			state: present,
			effects,
			from,
			sms,
			person,
			by,
			message,
			now,
		});
	const listed = person !== undefined;
	const wrong = { type: "wrong-code", listed, by } as const;
	const counted = transition(present, wrong, now).state;
	return turnedAway(subscriber, sms, unheard(counted, "code"));
}

/** Whether a message of the model's shape may be in the words of people. */
function isForPeople(
	model: Model,
	state: PanelState,
	sms: ReceivedSms,
	{ person }: Sender,
	authority: Authority,
): boolean {
	if (model.dialect.hasKeyword)
		return authority === "both" || authority === "keyword";
	return isPlain(model, state, sms, { person }, authority);
}

/**
 * Whether somebody listed says a word of our own: without a keyword, `4711 ARM` may be
 * the model's or a plain word with a PIN.
 */
function isPlain(
	model: Model,
	state: PanelState,
	{ text }: ReceivedSms,
	{ person }: Pick<Sender, "person">,
	authority: Authority,
): boolean {
	if (person === undefined) return false;
	if (authority === "granted" && mayChangeMode(state, person)) return false;
	return plainTextIn(model, state.remote.aliases, text) !== null;
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
