/**
 * Sends messages one after the other. The parts of one message are not mixed
 * with those of another.
 */
import type { SendOutcome } from "../../sms/mailbox.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import {
	adviceOn,
	describeAtError,
	isUnseen,
	outlookOf,
} from "../at/at-error.ts";
import type { Outlook } from "../at/error-meaning.ts";
import type { ModemEvent } from "../link/modem-event.ts";
import type { ModemLink } from "../link/modem-link.ts";
import type { ModemSettings } from "../link/modem-settings.ts";
import type { DeliveryReports } from "./delivery-reports.ts";
import {
	type PreparedSms,
	prepareSms,
	type SendOptions,
	transmit,
} from "./transmit.ts";

export interface SendQueueParts {
	readonly clock: Clock;
	readonly settings: ModemSettings;
	readonly link: ModemLink;
	readonly reports: DeliveryReports;
	readonly onEvent: (event: ModemEvent) => void;
	readonly signal: AbortSignal;
}

/** Whether a message may go, and how often. */
export interface Permission {
	/** Asked before each try. */
	readonly mayGo?: () => boolean;
	/** What was handed over is not sent again, whatever comes of it. */
	readonly once?: boolean;
}

/** Which SMS of which message. */
interface Place {
	readonly message: number;
	readonly to: string;
	readonly part: number;
	readonly total: number;
}

type PartOutcome =
	| {
			readonly sent: true;
			readonly reference: number;
			readonly unseen: boolean;
	  }
	| {
			readonly sent: false;
			readonly reason: string;
			readonly advice?: string;
			readonly outlook: Outlook;
			readonly unseen: boolean;
	  };

export class SendQueue {
	private readonly parts: SendQueueParts;
	private last: Promise<unknown> = Promise.resolve();
	private messages = 0;
	private reference: number;
	private underWay = 0;
	/** Tries of the present SMS that were handed over and whose result was not seen. */
	private unseenTries = 0;
	private lateReference: number | null = null;

	constructor(parts: SendQueueParts) {
		this.parts = parts;
		// A message after a restart must not continue one from before it.
		this.reference = Math.floor(parts.clock.now() / 1000) % 256;
	}

	/** Whether an SMS is being sent whose reference is not known yet. */
	get sending(): boolean {
		return this.underWay > 0;
	}

	/** The result of a try came after its time: the SMS is not sent again. */
	receiveLate(reference: number): void {
		if (this.unseenTries > 0) this.lateReference = reference;
	}

	/** Sends a message after those that were given before. Never rejects. */
	send(
		to: string,
		text: string,
		options: Partial<SendOptions> & Permission = {},
	): Promise<SendOutcome> {
		this.messages += 1;
		const message = this.messages;
		const work = () => this.sendWhole(message, to, text, options);
		const turn = this.last.then(work, work);
		this.last = turn;
		return turn;
	}

	private async sendWhole(
		message: number,
		to: string,
		text: string,
		{
			mayGo = () => true,
			once = false,
			...wanted
		}: Partial<SendOptions> & Permission,
	): Promise<SendOutcome> {
		const { settings } = this.parts;
		const { statusReport, cut, tie, validity } = settings;
		const usual = { statusReport, cut, tie, validity, class: settings.class };
		const options = { ...usual, ...wanted };
		this.reference = (this.reference + 1) % 256;
		const { mode } = settings;
		const prepared = prepareSms(mode, to, text, options, this.reference);
		if (!prepared.ok) {
			return { sent: false, reason: prepared.reason, retry: false };
		}
		const references: number[] = [];
		const total = prepared.parts.length;
		let unseen = false;
		for (const [index, sms] of prepared.parts.entries()) {
			const place = { message, to, part: index + 1, total };
			const outcome = await this.sendPart(place, sms, { mayGo, once });
			unseen ||= outcome.unseen;
			if (!outcome.sent) {
				const { sent, reason, outlook, advice } = outcome;
				const retry = outlook !== "never";
				this.parts.onEvent({
					type: "send-failed",
					...place,
					reason,
					...doubt(outcome.unseen),
				});
				const told = advice === undefined ? {} : { advice };
				return { sent, reason, ...told, retry, ...doubt(unseen) };
			}
			references.push(outcome.reference);
		}
		return { sent: true, references, ...doubt(unseen) };
	}

	private async sendPart(
		place: Place,
		sms: PreparedSms,
		{ mayGo, once }: Required<Permission>,
	): Promise<PartOutcome> {
		const { clock, settings, signal, onEvent } = this.parts;
		this.unseenTries = 0;
		this.lateReference = null;
		for (let attempt = 1; ; attempt++) {
			const tried = await this.tryPart(place, sms, mayGo);
			// A late result tells what became of one try.
			const doubtful = this.unseenTries - (this.lateReference === null ? 0 : 1);
			if (tried.sent) return { ...tried, unseen: doubtful > 0 };
			if (tried.unseen) this.unseenTries += 1;
			const unseen = this.unseenTries > 0;
			const { reason } = tried;
			const again =
				tried.outlook === "passing" &&
				!(once && tried.unseen) &&
				attempt < settings.attempts &&
				!signal.aborted &&
				mayGo();
			if (tried.unseen) {
				onEvent({ type: "send-unseen", ...place, reason, repeated: again });
			}
			if (!again) return { ...tried, unseen };
			const { backoff } = settings;
			const pause = backoff[Math.min(attempt, backoff.length) - 1] ?? 0;
			if (!tried.unseen) {
				onEvent({ type: "send-retry", ...place, reason, again: pause });
			}
			await wait(clock, pause, signal);
		}
	}

	private async tryPart(
		place: Place,
		sms: PreparedSms,
		mayGo: () => boolean,
	): Promise<PartOutcome> {
		const { settings, link, reports, onEvent, signal } = this.parts;
		const failed = { sent: false, unseen: false } as const;
		const passing = { ...failed, outlook: "passing" } as const;
		if (signal.aborted) {
			return { ...passing, reason: "the modem was closed" };
		}
		const modem = await link.whenRegistered(settings.sendPatience);
		if (modem === null) {
			return { ...passing, reason: "no modem with a network" };
		}
		if (!mayGo()) {
			return { ...passing, reason: "it may not be sent now" };
		}
		this.underWay += 1;
		const result = await modem.inTurn(async () => {
			// Keeps the link to the service centre open between the parts.
			if (place.part === 1 && place.total > 1) {
				await modem.session.command("AT+CMMS=1");
			}
			return transmit(modem, sms, () => this.lateReference);
		});
		this.underWay -= 1;
		if (result.ok) {
			const { reference } = result;
			onEvent({ type: "sent", ...place, reference });
			for (const event of reports.add({ ...place, reference })) onEvent(event);
			return { sent: true, reference, unseen: false };
		}
		const { error } = result;
		if (error === null) {
			return { ...failed, reason: result.reason, outlook: "never" };
		}
		const unseen = isUnseen(error);
		const reason = describeAtError(error);
		const advice = adviceOn(error);
		return { sent: false, reason, advice, outlook: outlookOf(error), unseen };
	}
}

function doubt(unseen: boolean): { unseen?: true } {
	return unseen ? { unseen } : {};
}
