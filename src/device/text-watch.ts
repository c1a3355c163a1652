import type { MailEvent } from "../firmware/mail-room.ts";
import type { DeliveryEvent, ModemEvent } from "../modem/link/modem-event.ts";
import type { Clock } from "../time/clock.ts";
import type { ModemFollower } from "./panel-modem.ts";

/** How far a text has come. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface TextProgress {
	/** SMS that the network took; 0 while it took none. */
	readonly sms: number;
	/** When the network took the last of them; null where it did not. */
	readonly sentAt: number | null;
	/** When the last of their delivery reports came; null where not all came. */
	readonly deliveredAt: number | null;
	/** Why it was not sent or not delivered; null where it was. */
	readonly reason: string | null;
}

/** Follows one text from the outbox to the phone that it is for. */
export class TextWatch implements ModemFollower {
	/** Resolves when it was delivered, or never will be. */
	readonly settled: Promise<void>;
	readonly #to: string;
	readonly #text: string;
	readonly #clock: Clock;
	#settle: () => void = () => {};
	#sentAt: number | null = null;
	#references: readonly number[] = [];
	#notSent = "no modem took it";
	/** By reference. A report may come before it is known whose it is. */
	readonly #reports = new Map<
		number,
		{ readonly at: number; readonly event: DeliveryEvent }
	>();

	/** @param clock the machine's */
	constructor(to: string, text: string, clock: Clock) {
		this.#to = to;
		this.#text = text;
		this.#clock = clock;
		this.settled = new Promise((resolve) => {
			this.#settle = resolve;
		});
	}

	onMail(event: MailEvent): void {
		if (event.type !== "sent" || this.#sentAt !== null) return;
		if (event.to !== this.#to || event.text !== this.#text) return;
		const { outcome } = event;
		if (outcome.sent) {
			this.#sentAt = this.#clock.now();
			this.#references = outcome.references;
			this.#look();
			return;
		}
		this.#notSent = outcome.reason;
		if (!outcome.retry) this.#settle();
	}

	onModem(event: ModemEvent): void {
		if (event.type !== "delivery" || event.to !== this.#to) return;
		this.#reports.set(event.reference, { at: this.#clock.now(), event });
		this.#look();
	}

	get progress(): TextProgress {
		const sentAt = this.#sentAt;
		const sms = this.#references.length;
		if (sentAt === null)
			return { sms, sentAt, deliveredAt: null, reason: this.#notSent };
		const bad = this.#parts.find((part) => part?.event.outcome !== "completed");
		const isWhole = this.#parts.every(
			(part) => part?.event.outcome === "completed",
		);
		if (isWhole) {
			const times = this.#parts.map((part) => part?.at ?? sentAt);
			const deliveredAt = times.reduce((a, b) => Math.max(a, b), sentAt);
			return { sms, sentAt, deliveredAt, reason: null };
		}
		const reason = bad?.event.meaning ?? "no delivery report came";
		return { sms, sentAt, deliveredAt: null, reason };
	}

	get #parts() {
		return this.#references.map((reference) => this.#reports.get(reference));
	}

	#look(): void {
		if (this.#sentAt === null) return;
		const isOver = this.#parts.every(
			(part) => part !== undefined && part.event.outcome !== "pending",
		);
		if (isOver) this.#settle();
	}
}
