import type { Tpdu } from "../../sms/tpdu.ts";

/** By its number 0 to 3 on the line: `"REC UNREAD"`, `"REC READ"`, `"STO UNSENT"`, `"STO SENT"`. */
export const messageStates = [
	"REC UNREAD",
	"REC READ",
	"STO UNSENT",
	"STO SENT",
] as const;

export type MessageState = (typeof messageStates)[number];

export interface MemoryMessage {
	readonly state: MessageState;
	readonly tpdu: Tpdu;
	/** The service centre that it came from or goes to; empty for the modem's own. */
	readonly serviceCentre: string;
}

/** A memory for messages with numbered places, 1 for the first. */
export interface MessageStore {
	readonly capacity: number;
	readonly used: number;
	/** @returns its place, the lowest that is free; null where there is none */
	add(message: MemoryMessage): number | null;
	at(place: number): MemoryMessage | null;
	/** Gives the message there another state. */
	mark(place: number, state: MessageState): void;
	remove(place: number): void;
	/** All messages, in order of places. */
	entries(): readonly (readonly [number, MemoryMessage])[];
}

export function messageStore(capacity: number): MessageStore {
	const places = new Map<number, MemoryMessage>();
	return {
		capacity,
		get used() {
			return places.size;
		},
		add(message) {
			for (let place = 1; place <= capacity; place++) {
				if (places.has(place)) continue;
				places.set(place, message);
				return place;
			}
			return null;
		},
		at: (place) => places.get(place) ?? null,
		mark(place, state) {
			const message = places.get(place);
			if (message) places.set(place, { ...message, state });
		},
		remove: (place) => void places.delete(place),
		entries: () => [...places].sort(([a], [b]) => a - b),
	};
}
