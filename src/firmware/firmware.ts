import { clock as clockCause } from "../panel/event.ts";
import type { PanelState } from "../panel/state.ts";
import { nextDeadline, transition } from "../panel/transition.ts";
import type { Clock } from "../time/clock.ts";
import type { PanelStore } from "../store/panel-store.ts";
import { type Journal, journalOf } from "./journal.ts";
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
	readonly journal?: Journal;
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
	receive(sms: ReceivedSms): Promise<Response> {
		return this.inTurn(async () => {
			const { clock, journal } = this.parts;
			const before = this.present;
			const response = respond(this.parts, before, sms, clock.now());
			await this.adopt(response.state);
			if (journal !== undefined)
				for (const entry of journalOf(this.parts, before, sms, response))
					journal(entry);
			return response;
		});
	}

	/** Waits for what is under way and stops waking up. */
	async stop(): Promise<void> {
		this.cancelWake();
		await this.last.catch(() => {});
		this.cancelWake();
	}

	private wake(): Promise<void> {
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
				: this.parts.clock.at(due, () => this.wake().catch(() => {}));
	}

	private inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.last.then(work, work);
		this.last = turn;
		return turn;
	}
}
