import type { Clock } from "../time/clock.ts";
import type { Subscriber } from "./subscriber.ts";
import type { PhoneLineFault } from "./trouble.ts";
import {
	type WaitingMessage,
	type WaitingMessages,
	waitingMessages,
} from "./waiting-messages.ts";

/** Brings a line what is held for it, one at a time. */
export interface LineQueue {
	add(message: WaitingMessage): void;
	/** Whoever is plugged in from now on; null for nobody. */
	connect(subscriber: Subscriber | null): void;
	/** Tries again now at what could not be taken before. */
	ready(): void;
	suffer(trouble: PhoneLineFault): void;
	readonly count: number;
}

/** @param retryAfter milliseconds to the next try where a message was not taken */
export function lineQueue(clock: Clock, retryAfter: number): LineQueue {
	const held: WaitingMessages = waitingMessages();
	let subscriber: Subscriber | null = null;
	let bringing: WaitingMessage | null = null;
	let pausedUntil = 0;
	let takeBack = () => {};

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
		while (subscriber !== null && pausedUntil <= clock.now()) {
			const message = held.next(clock.now());
			if (message === null) break;
			hand(message, subscriber);
			if (bringing !== null) return;
		}
		const now = clock.now();
		const instant = held.nextInstant(now);
		if (instant === null) return;
		wakeAt(pausedUntil > now ? Math.min(instant, pausedUntil) : instant);
	};

	const hand = (message: WaitingMessage, to: Subscriber): void => {
		bringing = message;
		let handing = true;
		for (const trouble of message.troubles) to.suffer(trouble);
		const tpdu = { ...message.tpdu, moreMessages: held.count > 1 };
		to.deliver(tpdu, (verdict) => {
			// Answered already, or plugged out in the meantime.
			if (bringing !== message) return;
			bringing = null;
			if (verdict === "taken") {
				held.remove(message);
				message.settled("taken");
			} else {
				// Its trouble has struck; the next try finds the phone as it is.
				held.replace(message, { ...message, troubles: [] });
				pausedUntil = clock.now() + retryAfter;
			}
			if (!handing) wakeAt(clock.now());
		});
		handing = false;
	};

	return {
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
		suffer: (trouble) => subscriber?.suffer(trouble),
		get count() {
			return held.count;
		},
	};
}
