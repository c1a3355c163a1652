import type { Clock } from "../time/clock.ts";
import type { PhoneLineFault } from "./phone-line-fault.ts";
import type { Subscriber } from "./subscriber.ts";
import {
	type WaitingMessage,
	type WaitingMessages,
	waitingMessages,
} from "./waiting-messages.ts";

/** Delivers a line's waiting messages, one at a time. */
export interface LineQueue {
	/** Whether one more of that sender may wait. */
	hasRoomFor(from: string): boolean;
	add(message: WaitingMessage): void;
	/** Plugs in a subscriber; null unplugs. */
	connect(subscriber: Subscriber | null): void;
	/** Tries again now what was not taken before. */
	ready(): void;
	startFault(fault: PhoneLineFault): void;
	readonly count: number;
}

/**
 * @param retryAfter milliseconds to the next try where a message was not taken
 * @param airTime milliseconds from one delivery to the next
 */
export function lineQueue(
	clock: Clock,
	retryAfter: number,
	airTime: number,
): LineQueue {
	const held: WaitingMessages = waitingMessages();
	let subscriber: Subscriber | null = null;
	let bringing: WaitingMessage | null = null;
	let pausedUntil = 0;
	let airBusyUntil = 0;
	let takeBack = () => {};

	const freeAt = (): number => Math.max(pausedUntil, airBusyUntil);

	const wakeAt = (instant: number): void => {
		takeBack();
		takeBack = clock.at(instant, bring);
	};

	// Runs from the clock only: a phone that answers a message by sending one
	// never runs inside the delivery that caused it.
	const bring = (): void => {
		if (bringing !== null) return;
		for (const message of held.takeExpired(clock.now()))
			message.settled("expired");
		while (subscriber !== null && freeAt() <= clock.now()) {
			const message = held.next(clock.now());
			if (message === null) break;
			hand(message, subscriber);
			if (bringing !== null) return;
		}
		const now = clock.now();
		const instant = held.nextInstant(now);
		if (instant === null) return;
		wakeAt(freeAt() > now ? Math.min(instant, freeAt()) : instant);
	};

	const hand = (message: WaitingMessage, to: Subscriber): void => {
		bringing = message;
		airBusyUntil = clock.now() + airTime;
		let handing = true;
		for (const fault of message.faults) to.startFault(fault);
		const tpdu = { ...message.tpdu, moreMessages: held.count > 1 };
		to.deliver(tpdu, (verdict) => {
			// Answered already, or unplugged in the meantime.
			if (bringing !== message) return;
			bringing = null;
			if (verdict === "taken") {
				held.remove(message);
				message.settled("taken");
			} else {
				// Its faults have begun; the next try begins none.
				held.replace(message, { ...message, faults: [] });
				pausedUntil = clock.now() + retryAfter;
			}
			if (!handing) wakeAt(clock.now());
		});
		handing = false;
	};

	return {
		hasRoomFor: held.hasRoomFor,
		add(message) {
			held.add(message);
			wakeAt(clock.now());
		},
		connect(next) {
			subscriber = next;
			bringing = null;
			pausedUntil = 0;
			wakeAt(clock.now());
		},
		ready() {
			pausedUntil = 0;
			wakeAt(clock.now());
		},
		startFault: (fault) => subscriber?.startFault(fault),
		get count() {
			return held.count;
		},
	};
}
