import type { Deliver } from "../sms/deliver.ts";
import type { StatusReport } from "../sms/status-report.ts";
import type { PhoneLineFault } from "./phone-line-fault.ts";

/** A TPDU that the service centre holds for a line. Instants are ms since 1970. */
export interface WaitingMessage {
	readonly tpdu: Deliver | StatusReport;
	/** The sender; messages of one sender keep their order. Empty for reports. */
	readonly from: string;
	/** Not to be delivered before. */
	readonly due: number;
	/** Given up from then on. */
	readonly expires: number;
	/** Whether later messages may go first. */
	readonly overtakable: boolean;
	/** Faults that the recipient's modem gets just before the delivery. */
	readonly faults: readonly PhoneLineFault[];
	/** Called once, when it was taken or given up. */
	settled(outcome: "taken" | "expired"): void;
}

/** What is held for one line, in the order in which it was accepted. */
export interface WaitingMessages {
	/** Whether there is room for one more of that sender. */
	hasRoomFor(from: string): boolean;
	add(message: WaitingMessage): void;
	/** Takes out what is to be given up at `now`. */
	takeExpired(now: number): readonly WaitingMessage[];
	/**
	 * The next to be delivered at `now`; it stays in the list. Senders take turns:
	 * one that floods a line does not keep the others waiting.
	 */
	next(now: number): WaitingMessage | null;
	/** Takes out what was delivered. */
	remove(message: WaitingMessage): void;
	/** Puts another in its place. */
	replace(message: WaitingMessage, by: WaitingMessage): void;
	/** When the next one is due or expires; null where nothing is held. */
	nextInstant(now: number): number | null;
	readonly count: number;
}

/** Messages that the service centre holds for one line, of all senders. */
export const mostWaiting = 1000;
/** The same of one sender, so that the others have room. */
const mostWaitingOfSender = 100;

export function waitingMessages(): WaitingMessages {
	let held: WaitingMessage[] = [];
	/** When each sender had its last turn, as a count of turns. */
	const turns = new Map<string, number>();
	let turn = 0;
	return {
		hasRoomFor(from) {
			if (held.length >= mostWaiting) return false;
			if (held.length < mostWaitingOfSender) return true;
			const own = held.filter((message) => message.from === from);
			return own.length < mostWaitingOfSender;
		},
		add: (message) => void held.push(message),
		takeExpired(now) {
			if (!held.some((message) => message.expires <= now)) return [];
			const expired = held.filter((message) => message.expires <= now);
			held = held.filter((message) => message.expires > now);
			return expired;
		},
		next(now) {
			const blocked = new Set<string>();
			let found: WaitingMessage | null = null;
			let longestAgo = Number.POSITIVE_INFINITY;
			for (const message of held) {
				const last = turns.get(message.from) ?? 0;
				if (
					message.due <= now &&
					!blocked.has(message.from) &&
					last < longestAgo
				) {
					found = message;
					longestAgo = last;
				}
				if (!message.overtakable) blocked.add(message.from);
			}
			return found;
		},
		remove(message) {
			const index = held.indexOf(message);
			if (index < 0) return;
			held.splice(index, 1);
			turn += 1;
			turns.set(message.from, turn);
			if (held.length === 0) turns.clear();
		},
		replace(message, by) {
			const index = held.indexOf(message);
			if (index >= 0) held[index] = by;
		},
		nextInstant(now) {
			let earliest: number | null = null;
			for (const { due, expires } of held) {
				const instant = due > now ? Math.min(due, expires) : expires;
				earliest = Math.min(earliest ?? instant, instant);
			}
			return earliest;
		},
		get count() {
			return held.length;
		},
	};
}
