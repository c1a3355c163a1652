import { sha256 } from "@noble/hashes/sha2.js";
import { HEARD_CAPACITY, heardLately } from "../panel/remote/hourly-count.ts";
import {
	isRepeat,
	remembered,
	SEEN_CAPACITY,
} from "../panel/remote/repeats.ts";
import type { Heard } from "../panel/state/event.ts";
import { mayDo } from "../panel/state/remote-access.ts";
import { bySms, type Sender, senderOf } from "../panel/state/sender.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";
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
	panel: PanelIdentity,
	state: PanelState,
	mail: ReceivedMail,
	now: number,
	hourly: number,
): Response {
	const sender = senderOf(state.remote, mail, panel.numbering);
	const fingerprint = fingerprintOf(mail);
	if (fingerprint !== null && isRepeat(state, fingerprint))
		return silence(state, now, { reason: "repeat", message: null });
	if (heardLately(state, sender.key, now) >= hourly)
		return rememberedOnce(tooOften(panel, state, mail, sender, now), state, {
			type: "heard",
			by: bySms(sender),
			fingerprint,
		});
	const response = respond(panel, state, mail, now);
	// Nothing came of it and nobody is answered: not worth a write.
	if (
		sender.person === undefined &&
		response.reply === null &&
		(response.state === state ||
			(isOnlyRecorded(state, response) && isMemoryFull(state)))
	)
		return response;
	const by = bySms(sender);
	const heard = { type: "heard", by, fingerprint } as const;
	const counted = transition(response.state, heard, now).state;
	const { reply, inWords } = response;
	// A name and a withheld number cannot be answered.
	if (reply === null || mail.named || sender.from === "")
		return { ...response, state: counted, reply: null };
	const to = sender.from;
	const queue = { type: "queue-text", to, text: reply, inWords, by } as const;
	return { ...response, state: transition(counted, queue, now).state };
}

/** Whether a text of nobody's only shows among the unknown senders. */
function isOnlyRecorded(before: PanelState, { state, verdict }: Response) {
	return (
		verdict.type === "silence" &&
		verdict.reason === "unlisted" &&
		state.runtime.guard.wrongCodes === before.runtime.guard.wrongCodes
	);
}

/**
 * Whether one more text would push another out of what is remembered against repeats
 * and for the hourly limit: those of strangers must not do it to those of people.
 */
function isMemoryFull({ runtime: { guard } }: PanelState): boolean {
	return (
		guard.seen.length >= SEEN_CAPACITY || guard.heard.length >= HEARD_CAPACITY
	);
}

/**
 * Over the limit only disarming and muting take effect, of a listed person who
 * may disarm. There is no answer. The guard counts wrong codes all the same, and who
 * is forced calls for help.
 */
function tooOften(
	panel: PanelIdentity,
	state: PanelState,
	mail: ReceivedMail,
	sender: Sender,
	now: number,
): Response {
	const silent = silence(state, now, { reason: "too-often", message: null });
	if (!mayDo(sender.person, "disarm")) return silent;
	const response = respond(panel, state, mail, now);
	if (disarmed(silent.state, response)) return { ...response, reply: null };
	const { guard } = response.state.runtime;
	const { runtime } = silent.state;
	const kept = { ...silent.state, runtime: { ...runtime, guard } };
	const isForced = response.state.runtime.outbox.some(
		({ id, event }) => event === "duress" && id > runtime.reports,
	);
	const duress = { type: "duress", by: bySms(sender) } as const;
	return {
		...silent,
		state: isForced ? transition(kept, duress, now).state : kept,
	};
}

/**
 * What a text over the hourly limit did or counted is not done again when the network
 * repeats it; it is not counted as heard, or somebody who disarms in time of need would
 * wait the longer.
 */
function rememberedOnce(
	response: Response,
	before: PanelState,
	heard: Heard,
): Response {
	const { state, verdict } = response;
	return verdict.type === "done" ||
		state.runtime.guard.wrongCodes !== before.runtime.guard.wrongCodes
		? { ...response, state: remembered(state, heard) }
		: response;
}

/** Whether a text has disarmed the panel, or ended an alarm or a siren. */
function disarmed(before: PanelState, { state, verdict }: Response): boolean {
	if (verdict.type !== "done") return false;
	const { mode, alarms, siren } = state.runtime;
	const was = before.runtime;
	return (
		(was.mode !== "disarm" && mode === "disarm") ||
		alarms.length < was.alarms.length ||
		(was.siren && !siren)
	);
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
