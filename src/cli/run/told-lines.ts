import type { Sms } from "../../conversation/conversation.ts";
import type { Panel } from "../../device/panel.ts";
import type { MailEvent } from "../../firmware/mail-room.ts";
import { next, nobody } from "../../firmware/outbox/next.ts";
import { isSilentAlarm } from "../../firmware/outbox/without-duress.ts";
import type { ModemEvent } from "../../modem/link/modem-event.ts";
import { isSilentReport } from "../../panel/state/contact-id.ts";
import type { PanelState } from "../../panel/state/state.ts";
import {
	canBeSilent,
	silentTexts,
	toldChanges,
} from "../../simulation/discreet/silence.ts";
import { discreetStep, stepAlone } from "../../simulation/told-session.ts";
import type { Clock } from "../../time/clock.ts";

/** The panel that is told of. */
type ToldPanel = Pick<Panel, "state" | "model" | "numbering">;

/**
 * What the lines of a panel that runs may tell: whoever forces somebody may read them.
 * The text of a silent report, its delivery report and the entry of a silent alarm are
 * left out, and the duress code is told as the user's own. SMS, messages and entries are numbered as they are told: a gap would tell.
 */
export class ToldLines {
	readonly #panel: ToldPanel;
	readonly #clock: Clock;
	/**
	 * Numbers of SMS whose delivery reports have not come, by `TO REFERENCE`; null for
	 * those of silent reports.
	 */
	readonly #sms = new Map<string, number | null>();
	#lastSms = 0;
	/** By the modem's number. */
	readonly #messages = new Map<number, number>();
	#lastMessage = 0;
	/** Entries of the log that were left out. */
	#leftOut = 0;

	/** @param clock the panel's */
	constructor(panel: ToldPanel, clock: Clock) {
		this.#panel = panel;
		this.#clock = clock;
	}

	/** A text as it may be told; null where it may not. */
	mail(event: MailEvent): MailEvent | null {
		if (event.type === "received") return this.#received(event);
		if (event.type !== "sent") return event;
		const { to, text, outcome } = event;
		const isSilent = silentTexts(this.#panel.state).has(`${to}\n${text}`);
		if (!outcome.sent) return isSilent ? null : event;
		const references = outcome.references.map((reference) => {
			const number = isSilent ? null : ++this.#lastSms;
			keep(this.#sms, `${to} ${reference}`, number);
			return number ?? 0;
		});
		return isSilent ? null : { ...event, outcome: { ...outcome, references } };
	}

	/** A text that came, as it would be with the user's own code. */
	#received(event: Extract<MailEvent, { type: "received" }>): MailEvent {
		const { mail, exchange } = event;
		const { before, response } = exchange;
		const { state: after } = response;
		if (!canBeSilent(before) && !canBeSilent(after)) return event;
		const { model, numbering } = this.#panel;
		const panel = { model, state: before, numbering };
		const now = this.#clock.now();
		const { from } = mail;
		const sms: Sms = { type: "sms", text: mail.text, from, replies: null };
		const tried = (each: Sms) => stepAlone(each, panel, now).state;
		const { text } = discreetStep(sms, { before, after, tried }) ?? sms;
		const journal = exchange.journal.flatMap((entry) => {
			if (entry.step === "changed") {
				const changes = toldChanges(entry.changes, before, after);
				return changes.length === 0 ? [] : { ...entry, changes };
			}
			return "text" in entry ? { ...entry, text } : entry;
		});
		return {
			...event,
			mail: { ...mail, text },
			exchange: { ...exchange, journal },
		};
	}

	/** What happens at the modem, as it may be told; null where it may not. */
	modem(event: ModemEvent): ModemEvent | null {
		switch (event.type) {
			case "delivery": {
				const key = `${event.to} ${event.reference}`;
				const number = this.#sms.get(key);
				if (event.outcome !== "pending") this.#sms.delete(key);
				if (number === null) return null;
				const message = this.#told(event.message);
				return { ...event, message, reference: number ?? event.reference };
			}
			case "send-retry":
			case "send-unseen":
			case "send-failed":
				return this.#isSilentLeaving(event.to)
					? null
					: { ...event, message: this.#told(event.message) };
			default:
				return event;
		}
	}

	/** Both states with the entries of the log that are new in the later one and may be told. */
	happening(
		before: PanelState,
		after: PanelState,
	): readonly [before: PanelState, after: PanelState] {
		const last = before.runtime.log.at(-1)?.sequence ?? 0;
		const fresh = after.runtime.log
			.filter(({ sequence }) => sequence > last)
			.flatMap((entry) => {
				if (isSilentAlarm(entry)) {
					this.#leftOut += 1;
					return [];
				}
				return [{ ...entry, sequence: entry.sequence - this.#leftOut }];
			});
		return [
			{ ...before, runtime: { ...before.runtime, log: [] } },
			{ ...after, runtime: { ...after.runtime, log: fresh } },
		];
	}

	#told<M extends number | null>(message: M): M {
		if (message === null) return message;
		const known = this.#messages.get(message);
		if (known !== undefined) return known as M;
		this.#lastMessage += 1;
		keep(this.#messages, message, this.#lastMessage);
		return this.#lastMessage as M;
	}

	/** Whether what leaves the panel now is a silent report by SMS to this number. */
	#isSilentLeaving(to: string): boolean {
		const { state } = this.#panel;
		const leaving = next(state, nobody, this.#clock.now());
		return (
			leaving?.kind === "report" &&
			leaving.sms?.to === to &&
			state.runtime.outbox.some(
				({ id, event }) => id === leaving.id && isSilentReport(event),
			)
		);
	}
}

/** Most SMS, and most messages, that are remembered; the oldest make room. */
const MOST = 500;

function keep<K, V>(map: Map<K, V>, key: K, value: V): void {
	map.delete(key);
	map.set(key, value);
	const [oldest] = map.keys();
	if (map.size > MOST && oldest !== undefined) map.delete(oldest);
}
