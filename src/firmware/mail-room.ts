import { clock } from "../panel/event.ts";
import { dueNotices } from "../panel/notices.ts";
import { dueReports } from "../panel/reports.ts";
import type { IncomingSms, Mailbox, SendOutcome } from "../sms/mailbox.ts";
import type { Clock } from "../time/clock.ts";
import { CreditDesk } from "./credit-desk.ts";
import type { Exchange, Firmware } from "./firmware.ts";
import { noticeText } from "./notice-sms.ts";
import { reportSms } from "./report-sms.ts";

/** Before an answer is tried again that could not go out: network away, modem busy. */
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
	/** An answer, a report or a notice went out, or did not. */
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
 * only when what it did is durable, and an answer or a report leaves the panel
 * only when it is sent: whatever breaks off in between is taken up again by the
 * next mail room. Without power the panel sends nothing, and texts wait where
 * they are until it is back.
 */
export class MailRoom {
	private readonly parts: MailRoomParts;
	private readonly receiving: Promise<void>;
	private sending: Promise<void> = Promise.resolve();
	private closed = false;
	private readonly credit: CreditDesk;
	/** Who could not be reached, and the instant from which on that is tried again. */
	private readonly unreached = new Map<string, number>();
	private readonly cancelRetries = new Set<() => void>();
	private readonly stopWatching: () => void;
	private readonly waitForPower = new Set<() => void>();

	constructor(parts: MailRoomParts) {
		this.parts = parts;
		const { firmware, mailbox, onEvent } = parts;
		this.credit = new CreditDesk(firmware, mailbox, (error) =>
			onEvent({ type: "trouble", error }),
		);
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
		for (const cancel of this.cancelRetries) cancel();
		this.goOn();
		await this.receiving;
		await this.credit.close();
		await this.sending;
	}

	private doDue(): void {
		this.sendDue();
		this.credit.askDue();
	}

	private async receive(): Promise<void> {
		const { mailbox, onEvent } = this.parts;
		for await (const mail of mailbox.incoming)
			try {
				const exchange = await this.heard(mail);
				// Closed in the dark: the next mail room gets it.
				if (exchange === null) continue;
				const { from, text, sentAt } = mail;
				onEvent({ type: "received", mail: { from, text, sentAt }, exchange });
				await mail.forget();
			} catch (error) {
				onEvent({ type: "trouble", error });
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
		// Alarms before answers: somebody may be waiting for help.
		while (!this.closed)
			if (
				!(await this.sendReport()) &&
				!(await this.sendNotice()) &&
				!(await this.sendAnswer())
			)
				return;
	}

	/** Sends the report that is due; false where none is. */
	private async sendReport(): Promise<boolean> {
		const { firmware, clock: time } = this.parts;
		const [due] = dueReports(firmware.state, time.now());
		if (due === undefined) return false;
		const sms = reportSms(firmware.state, due.report, due.destination);
		const sent = sms !== null && (await this.send(sms.to, sms.text)).sent;
		await firmware.happen({
			type: sent ? "report-sent" : "report-failed",
			report: due.report.id,
			destination: due.destination.id,
			by: clock,
		});
		return true;
	}

	/** Sends a notice to a person; false where none can go. Retries are as of answers. */
	private async sendNotice(): Promise<boolean> {
		const { firmware } = this.parts;
		const next = dueNotices(firmware.state).find(({ to }) => this.canReach(to));
		if (next === undefined) return false;
		const { notice, to } = next;
		const outcome = await this.trySending(
			to,
			noticeText(firmware.state, notice),
		);
		if (outcome === "later") return true;
		await firmware.happen({
			type: outcome === "sent" ? "notice-sent" : "notice-failed",
			notice: notice.id,
			by: clock,
		});
		return true;
	}

	/**
	 * Sends an answer; false where none can go. Answers to one number keep their
	 * order; a number that cannot be reached holds up nobody else's.
	 */
	private async sendAnswer(): Promise<boolean> {
		if (!this.hasPower) return false;
		const { firmware } = this.parts;
		const next = firmware.state.runtime.outgoing.find(({ to }) =>
			this.canReach(to),
		);
		if (next === undefined) return false;
		const { id, to, text } = next;
		const outcome = await this.trySending(to, text);
		if (outcome === "later") return true;
		const type = outcome === "sent" ? "text-sent" : "text-failed";
		await firmware.happen({ type, id, by: clock });
		return true;
	}

	private canReach(to: string): boolean {
		const now = this.parts.clock.now();
		return (this.unreached.get(to) ?? now) <= now;
	}

	/** Sends a text; who cannot be reached is left alone for a while. */
	private async trySending(
		to: string,
		text: string,
	): Promise<"sent" | "failed" | "later"> {
		const outcome = await this.send(to, text);
		this.unreached.delete(to);
		if (outcome.sent) return "sent";
		if (!outcome.retry) return "failed";
		this.tryLater(to);
		return "later";
	}

	private tryLater(to: string): void {
		const { clock: time } = this.parts;
		const until = time.now() + RETRY_PAUSE;
		this.unreached.set(to, until);
		const cancel = time.at(until, () => {
			this.cancelRetries.delete(cancel);
			this.sendDue();
		});
		this.cancelRetries.add(cancel);
	}

	private async send(to: string, text: string): Promise<SendOutcome> {
		const outcome = await this.parts.mailbox.send(to, text);
		this.parts.onEvent({ type: "sent", to, text, outcome });
		return outcome;
	}
}
