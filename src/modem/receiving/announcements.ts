import type { OnlineModem } from "../link/modem-link.ts";
import type { Inbox } from "./inbox.ts";

interface Place {
	readonly storage: string;
	readonly index: number;
}

// More than come between two readings of an honest modem.
const mostPlaces = 16;

/**
 * Reads the messages that a modem announces (+CMTI, +CDSI), one after the other.
 * Of more announcements than a few only one thing is remembered: to look again.
 */
export class Announcements {
	private readonly inbox: Inbox;
	private places: Place[] = [];
	private lookAgain = false;
	private isReading = false;

	constructor(inbox: Inbox) {
		this.inbox = inbox;
	}

	add(modem: OnlineModem, storage: string, index: number): void {
		const isKnown = this.places.some(
			(place) => place.storage === storage && place.index === index,
		);
		if (!isKnown && !this.lookAgain) {
			this.places.push({ storage, index });
			if (this.places.length > mostPlaces) {
				this.places = [];
				this.lookAgain = true;
			}
		}
		if (!this.isReading) void this.read(modem);
	}

	/** Forgets all: a modem that is set up anew has its storages read. */
	clear(): void {
		this.places = [];
		this.lookAgain = false;
	}

	private async read(modem: OnlineModem): Promise<void> {
		this.isReading = true;
		for (;;) {
			const place = this.places.shift();
			if (place !== undefined) {
				await this.inbox.readAnnounced(modem, place.storage, place.index);
			} else if (this.lookAgain) {
				this.lookAgain = false;
				await this.inbox.listAll(modem);
			} else break;
		}
		this.isReading = false;
	}
}
