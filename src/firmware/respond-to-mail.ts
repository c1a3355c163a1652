import { sha256 } from "@noble/hashes/sha2.js";
import { heardLately } from "../panel/remote/hourly-count.ts";
import { isRepeat } from "../panel/remote/repeats.ts";
import type { Cause } from "../panel/state/event.ts";
import { mayDo } from "../panel/state/remote-access.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";
import { callerOf } from "./answer/caller.ts";
import {
	type PanelIdentity,
	type ReceivedSms,
	type Response,
	silence,
} from "./answer/response.ts";
import { respond } from "./respond.ts";

/** A text that came over a network, with what the network says of it. */
export interface ReceivedMail extends ReceivedSms {
	/** The sender is a name that anybody can choose: no number, and not to be answered. */
	readonly named: boolean;
	/** Service-centre time in milliseconds since 1970; null where it is not known. */
	readonly sentAt: number | null;
	/** Concatenation reference; null where the text came as one SMS. */
	readonly reference: number | null;
}

/**
 * As `respond`, for a text from a network: a text that the network repeats is
 * executed once, texts over the hourly limit are ignored, and the reply goes into
 * the outbox in the same change as what it confirms.
 *
 * @param hourly most texts of one sender in an hour
 */
export function respondToMail(
	subscriber: PanelIdentity,
	state: PanelState,
	mail: ReceivedMail,
	now: number,
	hourly: number,
): Response {
	const fingerprint = fingerprintOf(mail);
	const by: Cause = { via: "sms", from: mail.from };
	if (fingerprint !== null && isRepeat(state, fingerprint))
		return silence(state, now, "repeat", null);
	if (heardLately(state, mail.from, now) >= hourly)
		return tooOften(subscriber, state, mail, now);
	const heard = transition(state, { type: "heard", by, fingerprint }, now);
	const response = respond(subscriber, heard.state, mail, now);
	const { reply } = response;
	if (reply === null || mail.named) return { ...response, reply: null };
	const queue = { type: "queue-text", to: mail.from, text: reply, by } as const;
	return { ...response, state: transition(response.state, queue, now).state };
}

/**
 * Of a sender who is heard too often nothing is heard but what disarms, from
 * whoever may. What guards the panel counts all the same.
 */
function tooOften(
	subscriber: PanelIdentity,
	state: PanelState,
	mail: ReceivedMail,
	now: number,
): Response {
	const silent = silence(state, now, "too-often", null);
	if (!mayDo(callerOf(state.remote, mail, subscriber.numbering), "disarm"))
		return silent;
	const response = respond(subscriber, state, mail, now);
	if (
		silent.state.runtime.mode !== "disarm" &&
		response.state.runtime.mode === "disarm"
	)
		return { ...response, reply: null };
	const { guard } = response.state.runtime;
	const { runtime } = silent.state;
	return {
		...silent,
		state: { ...silent.state, runtime: { ...runtime, guard } },
	};
}

/** The same for two deliveries of one text, different for two texts; a hash, so it reveals nothing. */
function fingerprintOf(mail: ReceivedMail): string | null {
	const { from, text, sentAt, reference } = mail;
	if (sentAt === null) return null;
	const said = JSON.stringify([from, text, sentAt, reference]);
	const hash = sha256(new TextEncoder().encode(said));
	// In the base64 of URLs, and of a length that nothing is padded to.
	return btoa(String.fromCharCode(...hash))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.slice(0, 22);
}
