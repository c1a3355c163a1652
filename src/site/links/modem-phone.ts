import type { GsmModem } from "../../modem/gsm-modem.ts";
import type { ModemEvent } from "../../modem/link/modem-event.ts";
import type { ModemSettings } from "../../modem/link/modem-settings.ts";
import { withoutPunctuation } from "../../panel/state/phone-number.ts";
import type { IncomingSms } from "../../sms/mailbox.ts";
import type { Clock } from "../../time/clock.ts";
import { MINUTE, SECOND } from "../../time/units.ts";
import { wait } from "../../time/wait.ts";
import type { PanelLink, PanelText, Submission } from "../apply/panel-link.ts";

/**
 * How a modem is used for a run. The driver tries each SMS once: it would send one again
 * whose result it did not see.
 */
export const phoneSettings: Partial<ModemSettings> = {
	attempts: 1,
	statusReport: false,
	sendPatience: MINUTE,
};

const BETWEEN_TRIES = 10 * SECOND;
/** No try begins later than this after the first. */
const TRYING = 2 * MINUTE;

/**
 * A modem as the phone that texts panels. Each panel has a link of its own, and gets
 * what comes from its number; what comes from others stays in the modem.
 */
export class ModemPhone {
	private readonly modem: GsmModem;
	private readonly clock: Clock;
	private readonly waiting = new Map<string, IncomingSms[]>();
	private readonly listeners = new Map<string, () => void>();
	private away: string | null = null;

	constructor(modem: GsmModem, clock: Clock) {
		this.modem = modem;
		this.clock = clock;
		void this.receive();
	}

	/** Takes an event of the modem. It is to get every one. */
	note(event: ModemEvent): void {
		if (event.type === "lost" || event.type === "open-failed")
			this.away = event.reason;
		else if (event.type === "started") this.away = null;
		else if (event.type === "coverage")
			this.away =
				event.state === "lost" ? `no network: ${event.registration}` : null;
	}

	/** The way to the panel with that number. */
	linkTo(number: string): PanelLink {
		const key = withoutPunctuation(number);
		return {
			now: () => this.clock.now(),
			send: (text, validity) => this.send(number, text, validity),
			next: (until) => this.next(key, until),
			trouble: () => this.trouble,
		};
	}

	/** What keeps it from sending; null for nothing. */
	get trouble(): string | null {
		return this.away;
	}

	private async receive(): Promise<void> {
		for await (const sms of this.modem.incoming) {
			if (sms.named) continue;
			const from = withoutPunctuation(sms.from);
			this.waiting.set(from, [...(this.waiting.get(from) ?? []), sms]);
			this.listeners.get(from)?.();
		}
	}

	/** Tries again only what the network is known not to have taken. */
	private async send(
		to: string,
		text: string,
		validity: number,
	): Promise<Submission> {
		const last = this.clock.now() + TRYING;
		for (;;) {
			const outcome = await this.modem.send(to, text, { validity });
			if (outcome.sent)
				return { accepted: true, references: outcome.references };
			const { reason, retry, unseen = false } = outcome;
			const again = this.clock.now() + BETWEEN_TRIES;
			if (unseen || !retry || again > last)
				return { accepted: false, reason, doubtful: unseen };
			await wait(this.clock, BETWEEN_TRIES);
		}
	}

	private async next(key: string, until: number): Promise<PanelText | null> {
		for (;;) {
			const [first, ...others] = this.waiting.get(key) ?? [];
			if (first !== undefined) {
				this.waiting.set(key, others);
				return first;
			}
			if (this.clock.now() >= until) return null;
			await new Promise<void>((resolve) => {
				const wake = () => {
					forget();
					this.listeners.delete(key);
					resolve();
				};
				const forget = this.clock.at(until, wake);
				this.listeners.set(key, wake);
			});
		}
	}
}
