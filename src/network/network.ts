/**
 * The virtual GSM network: phone lines, and between them a service centre that
 * stores and forwards (3GPP TS 23.040, 3). The channel decides
 * what happens to a message on the way.
 */
import { encodeAddress, readAddress } from "../sms/address.ts";
import { OctetWriter } from "../sms/octet-writer.ts";
import type { Submit } from "../sms/submit.ts";
import type { Clock } from "../time/clock.ts";
import { DAY, MINUTE, SECOND } from "../time/units.ts";
import { type Channel, channel as quietChannel } from "./channel.ts";
import type { ChannelEffect } from "./channel-rule.ts";
import { dialledNumber } from "./dialled-number.ts";
import { expiryOf, forwarded, recoded, reported } from "./forwarding.ts";
import { faultsAt, journey } from "./journey.ts";
import { type LineQueue, lineQueue } from "./line-queue.ts";
import { ServiceTimes } from "./service-times.ts";
import type { Subscriber } from "./subscriber.ts";
import { noTraffic, type Traffic } from "./traffic.ts";

export interface NetworkOptions {
	readonly clock: Clock;
	/** Follows only the magic numbers where left out. */
	readonly channel?: Channel | undefined;
	/** The service centre's number; `+15550009` where left out. */
	readonly serviceCentre?: string | undefined;
	/** The country's calling code, for numbers dialled with a leading 0: `32`. None where left out. */
	readonly callingCode?: string | undefined;
	/** The service centre's time zone in quarters of an hour; 0 where left out. */
	readonly zone?: number | undefined;
	/**
	 * Milliseconds that a message or report is on the air. A line gets one at a
	 * time, so no two come closer together. 0 where left out, for virtual time;
	 * {@link usualAirTime} is that of a real network.
	 */
	readonly airTime?: number | undefined;
	/** Milliseconds that a message without a validity period is kept; two days where left out. */
	readonly validity?: number | undefined;
	/** Milliseconds between tries at a line that is full or away; a minute where left out. */
	readonly retryAfter?: number | undefined;
}

/** The service centre's answer to a message. */
export type SubmitAnswer =
	| { readonly accepted: true }
	/** With the number of a `+CMS ERROR`. */
	| { readonly accepted: false; readonly cms: number };

/** A number and what is plugged into the network under it. */
export interface PhoneLine {
	readonly number: string;
	readonly serviceCentre: string;
	/** Plugs in and unplugs what was there before. Waiting messages come now. */
	connect(subscriber: Subscriber): void;
	/** Unplugs. Messages wait. */
	disconnect(): void;
	/** Hands a message to the service centre. A status report will name its TP-MR. */
	submit(submit: Submit): SubmitAnswer;
	/** Says that the phone can take messages again: it has room, or is registered again. */
	ready(): void;
}

export interface Network {
	/**
	 * The line with that number, made where there is none yet.
	 * @param number `+15550101`; also a short code or a name
	 * @throws RangeError for a number that no PDU can carry
	 */
	line(number: string): PhoneLine;
	readonly traffic: Traffic;
	readonly channel: Channel;
	/** Messages and reports that wait for a line. */
	readonly waiting: number;
}

/** Milliseconds that a message is on the air in a real network, about. */
export const usualAirTime = SECOND;

/** Of `+CMS ERROR` (3GPP TS 24.011, E-2): too many messages wait for the recipient. */
const congestion = 42;

// TP-ST (23.040, 9.2.3.15).
const received = 0x00;
const notObtainable = 0x43;
const validityExpired = 0x46;

interface Line {
	readonly phone: PhoneLine;
	readonly queue: LineQueue;
}

export function virtualNetwork({
	clock,
	channel = quietChannel(),
	serviceCentre = "+15550009",
	callingCode = "",
	zone = 0,
	airTime = 0,
	validity = 2 * DAY,
	retryAfter = MINUTE,
}: NetworkOptions): Network {
	const lines = new Map<string, Line>();
	const traffic = noTraffic();
	const times = new ServiceTimes();

	const report = (
		to: string,
		submit: Submit,
		accepted: number,
		st: number,
	): void => {
		if (!submit.statusReport) return;
		const settled = clock.now();
		const queue = lines.get(to)?.queue;
		if (!queue?.hasRoomFor("")) return;
		queue.add({
			tpdu: reported(submit, { accepted, settled }, st, zone),
			from: "",
			due: settled + airTime,
			expires: settled + validity,
			overtakable: false,
			faults: [],
			settled(outcome) {
				if (outcome === "taken") traffic.reports += 1;
			},
		});
	};

	/** Puts a message, and its repeats, into the queue of its recipient. */
	const forward = (
		{ queue }: Line,
		from: string,
		submit: Submit,
		effects: readonly ChannelEffect[],
	): void => {
		const now = clock.now();
		const way = journey(effects);
		traffic.delayed += way.delayed ? 1 : 0;
		traffic.reordered += way.overtakable ? 1 : 0;
		traffic.doubled += way.repeats.length;
		const time = times.of(from, submit, now);
		const sent = forwarded(submit, from, time, zone);
		const tpdu = way.inAnotherAlphabet ? recoded(sent) : sent;
		traffic.recoded += tpdu === sent ? 0 : 1;
		const due = now + airTime + way.duration;
		const expires = expiryOf(submit, now, validity);
		const message = { tpdu, from, due, expires, overtakable: way.overtakable };
		queue.add({
			...message,
			faults: faultsAt(effects, "recipient"),
			settled(outcome) {
				if (outcome === "taken") traffic.delivered += 1;
				else traffic.expired += 1;
				const st = outcome === "taken" ? received : validityExpired;
				report(from, submit, now, st);
			},
		});
		for (const later of way.repeats)
			queue.add({
				...message,
				due: due + later,
				faults: [],
				settled(outcome) {
					if (outcome === "taken") traffic.delivered += 1;
				},
			});
	};

	const submitFrom = (from: string, submit: Submit): SubmitAnswer => {
		const to = dialledNumber(
			submit.da,
			(number) => lines.has(number),
			callingCode,
		);
		const recipient = to === null ? undefined : lines.get(to);
		const effects = channel.effectsOn({ from, to: to ?? submit.da.number });
		for (const fault of faultsAt(effects, "sender"))
			lines.get(from)?.queue.startFault(fault);
		traffic.troubles += effects.filter(({ kind }) => kind === "trouble").length;
		const refusal = effects.find(({ kind }) => kind === "refusal");
		const isFull = recipient?.queue.hasRoomFor(from) === false;
		if (refusal?.kind === "refusal" || isFull) {
			traffic.refused += 1;
			const cms = refusal?.kind === "refusal" ? refusal.cms : congestion;
			return { accepted: false, cms };
		}
		traffic.accepted += 1;
		if (recipient === undefined) {
			traffic.unassigned += 1;
			report(from, submit, clock.now(), notObtainable);
		} else if (effects.some(({ kind }) => kind === "loss")) traffic.lost += 1;
		else forward(recipient, from, submit, effects);
		return { accepted: true };
	};

	const newLine = (number: string): Line => {
		const queue = lineQueue(clock, retryAfter, airTime);
		const phone: PhoneLine = {
			number,
			serviceCentre,
			connect: (subscriber) => queue.connect(subscriber),
			disconnect: () => queue.connect(null),
			submit: (submit) => submitFrom(number, submit),
			ready: () => queue.ready(),
		};
		return { phone, queue };
	};

	return {
		traffic,
		channel,
		line(number) {
			if (!isNumber(number))
				throw new RangeError(
					`${JSON.stringify(number)} cannot be the number of a phone line`,
				);
			const line = lines.get(number) ?? newLine(number);
			lines.set(number, line);
			return line.phone;
		},
		get waiting() {
			let count = 0;
			for (const { queue } of lines.values()) count += queue.count;
			return count;
		},
	};
}

function isNumber(text: string): boolean {
	const writer = new OctetWriter();
	encodeAddress(writer, "number", readAddress(text));
	return text !== "" && writer.encoded().ok;
}
