import { clock } from "../panel/event.ts";
import type { IncomingSms, Mailbox, SendOutcome } from "../sms/mailbox.ts";
import type { Clock } from "../time/clock.ts";
import { wait } from "../time/wait.ts";
import type { Exchange, Firmware } from "./firmware.ts";

/** Before a text is tried again that could not go out: network away, modem busy. */
const RETRY_PAUSE = 60_000;

export interface MailRoomParts {
	readonly firmware: Firmware;
	readonly mailbox: Mailbox;
	readonly clock: Clock;
	readonly onEvent: (event: MailEvent) => void;
}

/** What happens between panel and mailbox, for those who watch. */
export type MailEvent =
	| {
			readonly type: "received";
			readonly mail: Pick<IncomingSms, "from" | "text" | "sentAt">;
			readonly exchange: Exchange;
	  }
	| {
			readonly type: "sent";
			readonly to: string;
			readonly text: string;
			readonly outcome: SendOutcome;
	  }
	/** The store could not write: the text was not acted upon and comes again. */
	| { readonly type: "trouble"; readonly error: unknown };

/**
 * Carries mail between the network and the panel. A text leaves the mailbox
 * only when what it did is durable, and leaves the outbox only when it is sent:
 * whatever breaks off in between is taken up again by the next mail room.
 */
export class MailRoom {
	private readonly parts: MailRoomParts;
	private readonly closing = new AbortController();
	private readonly running: Promise<void>;
	private sending: Promise<void> = Promise.resolve();

	constructor(parts: MailRoomParts) {
		this.parts = parts;
		this.running = this.receive();
		this.sendOutgoing();
	}

	/** Ends when the mailbox has been closed and its last mail is done. */
	async close(): Promise<void> {
		this.closing.abort();
		await this.running;
		await this.sending;
	}

	private async receive(): Promise<void> {
		const { mailbox, onEvent } = this.parts;
		for await (const mail of mailbox.incoming)
			try {
				const exchange = await this.parts.firmware.receiveMail(mail);
				const { from, text, sentAt } = mail;
				onEvent({ type: "received", mail: { from, text, sentAt }, exchange });
				this.sendOutgoing();
				await mail.forget();
			} catch (error) {
				onEvent({ type: "trouble", error });
			}
	}

	/** Sends what is in the outbox, one after the other, behind what is being sent. */
	private sendOutgoing(): void {
		this.sending = this.sending
			.then(() => this.sendAll())
			.catch((error) => this.parts.onEvent({ type: "trouble", error }));
	}

	private async sendAll(): Promise<void> {
		const { firmware, mailbox, clock: time, onEvent } = this.parts;
		const { signal } = this.closing;
		for (;;) {
			const [next] = firmware.state.runtime.outgoing;
			if (next === undefined || signal.aborted) return;
			const { id, to, text } = next;
			const outcome = await mailbox.send(to, text);
			onEvent({ type: "sent", to, text, outcome });
			if (outcome.sent)
				await firmware.happen({ type: "text-sent", id, by: clock });
			else if (!outcome.retry)
				await firmware.happen({ type: "text-failed", id, by: clock });
			else await wait(time, RETRY_PAUSE, signal);
		}
	}
}
