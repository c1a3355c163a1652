import type { IncomingSms, Mailbox, SendOutcome } from "../sms/mailbox.ts";
import type { Clock } from "../time/clock.ts";
import { Retry } from "../time/retry.ts";
import type { Exchange } from "./answer/exchange.ts";
import type { Firmware } from "./firmware.ts";
import {
	after,
	type Leaving,
	next,
	nextTry,
	nobody,
	type Outgoing,
	type Sending,
	type Unreached,
} from "./outbox/next.ts";
import { CreditQuery } from "./people/credit-query.ts";

export interface MailRoomParts {
	readonly firmware: Firmware;
	readonly mailbox: Mailbox;
	readonly clock: Clock;
	readonly onEvent: (event: MailEvent) => void;
	/** Whether reports to receivers of alarms leave by another way now. */
	readonly hasReceivers: () => boolean;
}

/** What happens between panel and mailbox, for those who watch. */
export type MailEvent =
	| {
			readonly type: "received";
			readonly mail: Pick<IncomingSms, "from" | "text" | "sentAt">;
			readonly exchange: Exchange;
	  }
	/** An answer, a report or a notice went out, or did not. */
	| {
			readonly type: "sent";
			readonly to: string;
			readonly text: string;
			readonly outcome: SendOutcome;
	  }
	/** The store could not write: it is tried again after a pause. */
	| { readonly type: "trouble"; readonly error: unknown };

/**
 * Carries texts between the network and the panel. A text is removed from the
 * mailbox only when what it did is durable, and an answer or a report is removed
 * from the outbox only when it is sent: after a restart the next mail room goes
 * on with the rest. Without power nothing is sent, and texts wait in the mailbox.
 */
export class MailRoom {
	private readonly parts: MailRoomParts;
	private readonly receiving: Promise<void>;
	private sending: Promise<void> = Promise.resolve();
	private closed = false;
	private readonly credit: CreditQuery;
	private readonly retry: Retry;
	private unreached: Unreached = nobody;
	private cancelRetry: () => void = () => {};
	private readonly stopWatching: () => void;
	private readonly waitForPower = new Set<() => void>();

	constructor(parts: MailRoomParts) {
		this.parts = parts;
		const { firmware, mailbox, clock, onEvent } = parts;
		this.retry = new Retry(clock, (error) =>
			onEvent({ type: "trouble", error }),
		);
		this.credit = new CreditQuery(firmware, mailbox, this.retry);
		this.stopWatching = firmware.onChange(() => {
			if (this.hasPower) this.goOn();
			this.doDue();
		});
		this.receiving = this.receive();
		this.doDue();
	}

	/** Ends when the mailbox has been closed and its last mail is done. */
	async close(): Promise<void> {
		this.closed = true;
		this.stopWatching();
		this.cancelRetry();
		const creditClosed = this.credit.close();
		this.retry.close();
		this.goOn();
		await this.receiving;
		await creditClosed;
		await this.sending;
	}

	/** Sends a text beside the outbox, behind what is being sent. */
	test(sms: Outgoing): Promise<SendOutcome> {
		const sent = this.sending.then(() =>
			this.parts.mailbox.send(sms.to, sms.text, { mayGo: () => this.hasPower }),
		);
		this.sending = sent.then(
			(outcome) =>
				this.parts.firmware.left(sms, outcome.sent ? "sent" : "failed"),
			() => {},
		);
		return sent;
	}

	private doDue(): void {
		this.sendDue();
		this.credit.askDue();
	}

	private async receive(): Promise<void> {
		const { mailbox, onEvent } = this.parts;
		for await (const mail of mailbox.incoming) {
			// One after the other: no text overtakes one that could not be saved.
			const exchange = await this.retry.until(() => this.heard(mail));
			// Closed before it was durable: the next mail room gets it, and those behind it.
			if (exchange === null) return;
			const { from, text, sentAt } = mail;
			onEvent({ type: "received", mail: { from, text, sentAt }, exchange });
			// What cannot be deleted holds up nobody: a repeat is told by its fingerprint.
			await mail.forget().catch((error) => onEvent({ type: "trouble", error }));
		}
	}

	/** What came of a text, once there was power to hear it; null where there was none. */
	private async heard(mail: IncomingSms): Promise<Exchange | null> {
		for (;;) {
			await this.power();
			if (!this.hasPower) return null;
			const exchange = await this.parts.firmware.receiveMail(mail);
			const { verdict } = exchange.response;
			// The power may go while the text waits for its turn.
			if (verdict.type !== "silence" || verdict.reason !== "no-power")
				return exchange;
		}
	}

	private get hasPower(): boolean {
		return this.parts.firmware.state.runtime.cutAt === null;
	}

	/** Resolves when there is power, or when there is nothing to wait for any more. */
	private power(): Promise<void> {
		if (this.hasPower || this.closed) return Promise.resolve();
		return new Promise((resolve) => this.waitForPower.add(resolve));
	}

	private goOn(): void {
		for (const resolve of this.waitForPower) resolve();
		this.waitForPower.clear();
	}

	/** Sends what is due, one after the other, behind what is being sent. */
	private sendDue(): void {
		this.sending = this.sending
			.then(() => this.sendAllDue())
			.catch((error) => this.parts.onEvent({ type: "trouble", error }));
	}

	private async sendAllDue(): Promise<void> {
		const { firmware, clock } = this.parts;
		try {
			while (!this.closed) {
				const way = this.parts.hasReceivers() ? "texts" : "all";
				const leaving = next(firmware.state, this.unreached, clock.now(), way);
				if (leaving === null) return;
				const sending = await this.send(leaving);
				if (leaving.sms !== null) firmware.left(leaving.sms, sending);
				const left = after(leaving, sending, this.unreached, clock.now());
				this.unreached = left.unreached;
				const { event } = left;
				// It has left: only what is remembered of it is tried again.
				if (event !== null)
					await this.retry.until(() => firmware.happen(event));
			}
		} finally {
			this.askForRetry();
		}
	}

	private askForRetry(): void {
		const { firmware, clock } = this.parts;
		this.cancelRetry();
		const instant = nextTry(firmware.state, this.unreached, clock.now());
		this.cancelRetry =
			instant === null || this.closed
				? () => {}
				: clock.at(instant, () => this.sendDue());
	}

	private async send({ sms, doubt }: Leaving): Promise<Sending> {
		if (sms === null) return "failed";
		const { to, text } = sms;
		const outcome = await this.parts.mailbox.send(to, text, {
			mayGo: () => this.hasPower,
			// One more try is enough for now.
			once: doubt !== undefined,
		});
		this.parts.onEvent({ type: "sent", to, text, outcome });
		if (outcome.sent) return "sent";
		if (!outcome.retry) return "failed";
		if (!this.hasPower) return "withheld";
		return outcome.unseen === true ? "in-doubt" : "later";
	}
}
