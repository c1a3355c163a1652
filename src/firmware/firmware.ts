import { clock as clockCause } from "../panel/event.ts";
import type { PanelState } from "../panel/state.ts";
import { nextDeadline, transition } from "../panel/transition.ts";
import type { PanelStore } from "../store/panel-store.ts";
import type { Clock } from "../time/clock.ts";
import { type JournalEntry, journalOf } from "./journal.ts";
import {
	type ReceivedSms,
	type Response,
	respond,
	type Subscriber,
} from "./respond.ts";

/** What a panel's loop is made of. */
export interface FirmwareParts extends Subscriber {
	readonly state: PanelState;
	readonly store: PanelStore;
	readonly clock: Clock;
	/**
	 * Told when something that nobody waits for fails: the store cannot write
	 * what a deadline changed. The deadline is caught up with the next text.
	 */
	readonly onTrouble: (error: unknown) => void;
}

/** One text and what came of it, with the steps that led there. */
export interface Exchange {
	readonly response: Response;
	readonly journal: readonly JournalEntry[];
}

/**
 * The loop: mail in, interpret, transition, persist, confirm. One thing is
 * done at a time, in the order of arrival, and nothing is confirmed before it
 * is durable: while a write fails, the panel stays what it was and is silent.
 */
export class Firmware {
	private present: PanelState;
	private readonly parts: FirmwareParts;
	private last: Promise<unknown> = Promise.resolve();
	private cancelWake: () => void = () => {};

	constructor(parts: FirmwareParts) {
		this.parts = parts;
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
	receive(sms: ReceivedSms): Promise<Exchange> {
		return this.inTurn(async () => {
			const { clock } = this.parts;
			const before = this.present;
			const response = respond(this.parts, before, sms, clock.now());
			await this.adopt(response.state);
			const journal = journalOf(this.parts, before, sms, response);
			return { response, journal };
		});
	}

	/** Waits for what is under way and stops waking up. */
	async stop(): Promise<void> {
		this.cancelWake();
		await this.last.catch(() => {});
		this.cancelWake();
	}

	/** Does what fell due by now. */
	catchUp(): Promise<void> {
		return this.inTurn(async () => {
			const now = this.parts.clock.now();
			const event = { type: "time", by: clockCause } as const;
			await this.adopt(transition(this.present, event, now).state);
		});
	}

	private async adopt(state: PanelState): Promise<void> {
		if (state === this.present) return;
		await this.parts.store.save(state);
		this.present = state;
		this.askForWake();
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
