import type { ReceivedPart } from "../../sms/received-part.ts";

/** A message in a storage of the modem and how far it has come. */
export interface MessageSlot {
	/** Null for one that came directly and is kept nowhere. */
	readonly storage: string | null;
	readonly index: number;
	/** As the modem wrote it: another text in the same place is another message. */
	readonly body: string;
	/** Null for what is no received message. */
	part: ReceivedPart | null;
	state: SlotState;
	/**
	 * The modem that showed it last, which is another object after each start. Null
	 * once it may be gone: then another message may lie in its place.
	 */
	shownBy: object | null;
}

/**
 * - `waiting`: for the other parts of its message;
 * - `delivered`: not yet known to be durable;
 * - `done`: durable, to be deleted;
 * - `kept`: durable, and kept all the same;
 * - `given-up`: the other parts did not come;
 * - `unreadable`, `outgoing`: nothing of ours.
 */
export type SlotState =
	| "waiting"
	| "delivered"
	| "done"
	| "kept"
	| "given-up"
	| "unreadable"
	| "outgoing";

/** The slots that are known to be taken. They outlive the line. */
export class MessageSlots {
	private readonly slots = new Map<string, MessageSlot>();

	/** The slot, if this very message is known to lie in it. */
	find(storage: string, index: number, body: string): MessageSlot | null {
		const slot = this.slots.get(keyOf(storage, index));
		return slot?.body === body ? slot : null;
	}

	/** Notes a message that a modem shows, in place of what was known of the slot. */
	add(
		storage: string,
		index: number,
		body: string,
		shownBy: object,
	): MessageSlot {
		const slot: MessageSlot = {
			storage,
			index,
			body,
			part: null,
			state: "waiting",
			shownBy,
		};
		this.slots.set(keyOf(storage, index), slot);
		return slot;
	}

	/** The slot is empty. */
	remove({ storage, index }: MessageSlot): void {
		if (storage !== null) this.slots.delete(keyOf(storage, index));
	}

	/**
	 * Forgets the slots of a storage that are empty now. A message that is not
	 * deleted yet stays known: if the modem shows it again, it is not a new one.
	 */
	keepOnly(storage: string, indices: readonly number[]): void {
		const settled = this.in("kept", "given-up", "unreadable", "outgoing");
		for (const slot of settled) {
			if (slot.storage !== storage || indices.includes(slot.index)) continue;
			this.remove(slot);
		}
	}

	/** How many slots of a storage are known to be taken. */
	count(storage: string): number {
		return this.of(storage).length;
	}

	in(...states: readonly SlotState[]): MessageSlot[] {
		return [...this.slots.values()].filter(({ state }) =>
			states.includes(state),
		);
	}

	/** Messages that may be deleted to make room, the oldest first. */
	erasable(storage: string): MessageSlot[] {
		return this.in("kept", "given-up", "unreadable")
			.filter((slot) => slot.storage === storage)
			.sort(
				(a, b) =>
					(a.part?.sentAt ?? 0) - (b.part?.sentAt ?? 0) || a.index - b.index,
			);
	}

	private of(storage: string): MessageSlot[] {
		return [...this.slots.values()].filter((slot) => slot.storage === storage);
	}
}

function keyOf(storage: string, index: number): string {
	return `${storage} ${index}`;
}
