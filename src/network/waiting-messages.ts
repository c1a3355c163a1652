import type { Deliver } from "../sms/deliver.ts";
import type { StatusReport } from "../sms/status-report.ts";
import type { PhoneLineFault } from "./phone-line-fault.ts";

/** A TPDU that the service centre holds for a line. Instants are ms since 1970. */
export interface WaitingMessage {
	readonly tpdu: Deliver | StatusReport;
	/** The sender; messages of one sender keep their order. */
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
	add(message: WaitingMessage): void;
	/** Takes out what is to be given up at `now`. */
	takeExpired(now: number): readonly WaitingMessage[];
	/** The next to be delivered at `now`; it stays in the list. */
	next(now: number): WaitingMessage | null;
	remove(message: WaitingMessage): void;
	/** Puts another in its place. */
	replace(message: WaitingMessage, by: WaitingMessage): void;
	/** When the next one is due or expires; null where nothing is held. */
	nextInstant(now: number): number | null;
	readonly count: number;
}

export function waitingMessages(): WaitingMessages {
	const held: WaitingMessage[] = [];
	return {
		add: (message) => void held.push(message),
		takeExpired(now) {
			if (!held.some((message) => message.expires <= now)) return [];
			const expired = held.filter((message) => message.expires <= now);
			const kept = held.filter((message) => message.expires > now);
			held.splice(0, held.length, ...kept);
			return expired;
		},
		next(now) {
			const blocked = new Set<string>();
			for (const message of held) {
				if (message.due <= now && !blocked.has(message.from)) return message;
				if (!message.overtakable) blocked.add(message.from);
			}
			return null;
		},
		remove(message) {
			const index = held.indexOf(message);
			if (index >= 0) held.splice(index, 1);
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
