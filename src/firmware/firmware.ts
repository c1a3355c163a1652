import { clock as clockCause, type PanelEvent } from "../panel/state/event.ts";
import type { Outcome } from "../panel/state/outcome.ts";
import type { PanelState } from "../panel/state/state.ts";
import { nextDeadline, transition } from "../panel/transition.ts";
import type { PanelStore } from "../store/panel-store.ts";
import type { Clock } from "../time/clock.ts";
import { ActivityStream } from "./activity.ts";
import type { Exchange } from "./answer/exchange.ts";
import { journalOf } from "./answer/journal.ts";
import { numberingOf } from "./answer/numbering.ts";
import { tellingOf } from "./answer/report-on.ts";
import type {
	PanelIdentity,
	ReceivedSms,
	Response,
} from "./answer/response.ts";
import type { Outgoing, Sending } from "./outbox/next.ts";
import { respond } from "./respond.ts";
import { type ReceivedMail, respondToMail } from "./respond-to-mail.ts";

/** What a panel's loop is made of. */
export interface FirmwareParts extends PanelIdentity {
	readonly state: PanelState;
	readonly store: PanelStore;
	readonly clock: Clock;
	/** Most texts of one sender in an hour that are heard from a network. */
	readonly hourly: number;
	/**
	 * Told when something that nobody waits for fails: the store cannot write
	 * what a deadline changed. The deadline is caught up with the next text.
	 */
	readonly onTrouble: (error: unknown) => void;
}

/**
 * The loop: mail in, interpret, transition, persist, confirm. One thing is
 * done at a time, in the order of arrival, and nothing is confirmed before it
 * is durable: while a write fails, the panel stays what it was and is silent.
 */
export class Firmware {
	/** What has happened at the panel since it was started. */
	readonly activity = new ActivityStream();
	private present: PanelState;
	private readonly parts: FirmwareParts;
	private subscriber: PanelIdentity;
	private last: Promise<unknown> = Promise.resolve();
	private readonly listeners = new Set<() => void>();
	private cancelWake: () => void = () => {};

	constructor(parts: FirmwareParts) {
		this.parts = parts;
		this.subscriber = parts;
		this.present = parts.state;
		this.askForWake();
	}

	/** The durable state. */
	get state(): PanelState {
		return this.present;
	}

	/**
	 * Hands a text to the panel.
	 * @returns what came of it, once that is durable.
	 * @throws what the store throws when it cannot write; nothing has changed then.
	 */
	async receive(sms: ReceivedSms): Promise<Exchange> {
		const exchange = await this.exchange(
			{ ...sms, named: false },
			(state, now) => respond(this.subscriber, state, sms, now),
		);
		const { reply } = exchange.response;
		if (reply !== null) this.left({ to: sms.from, text: reply }, "sent");
		return exchange;
	}

	/** Notes that a text has left the panel, or was tried. */
	left({ to, text }: Outgoing, outcome: Sending): void {
		const part = { type: "sent", to, text, outcome } as const;
		this.activity.add(this.parts.clock.now(), this.present, part);
	}

	/**
	 * Hands a text from a network to the panel. Its reply waits in the outbox.
	 * @throws what the store throws when it cannot write; nothing has changed then.
	 */
	receiveMail(mail: ReceivedMail): Promise<Exchange> {
		return this.exchange(mail, (state, now) =>
			respondToMail(this.subscriber, state, mail, now, this.parts.hourly),
		);
	}

	/** Lets something happen to the panel; resolves when it is durable. */
	happen(event: PanelEvent): Promise<Outcome> {
		return this.inTurn(async () => {
			const now = this.parts.clock.now();
			const outcome = transition(this.present, event, now);
			const { state, effects, refusal } = outcome;
			const nothingCame = event.type === "time" && state === this.present;
			await this.adopt(state);
			if (!nothingCame)
				this.activity.add(now, state, {
					type: "event",
					event,
					outcome: { effects, refusal },
				});
			return outcome;
		});
	}

	/**
	 * Has `listener` called after each change, once that is durable.
	 * @returns what ends it
	 */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => void this.listeners.delete(listener);
	}

	/** Waits for what is under way and stops waking up. */
	async stop(): Promise<void> {
		this.cancelWake();
		await this.last.catch(() => {});
		this.cancelWake();
	}

	/**
	 * Puts another state in place of the present one, as an owner's edit of its file.
	 * @param decide gives it, null for none; nothing else happens meanwhile
	 */
	async replaceState(
		decide: (present: PanelState) => Promise<PanelState | null>,
	): Promise<void> {
		await this.inTurn(async () => {
			const next = await decide(this.present);
			if (next !== null) await this.adopt(next);
		});
		await this.catchUp();
	}

	/** Does what fell due by now. */
	async catchUp(): Promise<void> {
		await this.happen({ type: "time", by: clockCause });
	}

	private exchange(
		sms: ReceivedSms & { readonly named: boolean },
		answer: (state: PanelState, now: number) => Response,
	): Promise<Exchange> {
		return this.inTurn(async () => {
			const before = this.present;
			const at = this.parts.clock.now();
			const response = answer(before, at);
			await this.adopt(response.state);
			const journal = journalOf(this.subscriber, before, sms, response);
			const exchange = { response, journal };
			const { from, text, named } = sms;
			this.activity.add(at, response.state, {
				type: "text",
				...{ from, text, named },
				...tellingOf(exchange),
			});
			return exchange;
		});
	}

	private async adopt(state: PanelState): Promise<void> {
		if (state === this.present) return;
		const { country } = state.remote;
		const numbering =
			country === this.present.remote.country
				? this.subscriber.numbering
				: await numberingOf(country);
		await this.parts.store.save(state);
		this.present = state;
		if (numbering !== undefined && numbering !== this.subscriber.numbering)
			this.subscriber = { ...this.subscriber, numbering };
		this.askForWake();
		for (const listener of this.listeners) listener();
	}

	private askForWake(): void {
		this.cancelWake();
		const due = nextDeadline(this.present);
		this.cancelWake =
			due === null
				? () => {}
				: this.parts.clock.at(due, () =>
						this.catchUp().catch(this.parts.onTrouble),
					);
	}

	private inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.last.then(work, work);
		this.last = turn;
		return turn;
	}
}
