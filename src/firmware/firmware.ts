import { clock as clockCause, type PanelEvent } from "../panel/state/event.ts";
import type { Outcome } from "../panel/state/outcome.ts";
import type { PanelState } from "../panel/state/state.ts";
import { nextDeadline, transition } from "../panel/transition.ts";
import type { PanelStore } from "../store/panel-store.ts";
import type { Clock } from "../time/clock.ts";
import { PAUSE } from "../time/retry.ts";
import { ActivityStream } from "./activity.ts";
import type { Exchange } from "./answer/exchange.ts";
import { journalOf } from "./answer/journal.ts";
import { numberingOf } from "./answer/numbering.ts";
import { tellingOf } from "./answer/report-on.ts";
import {
	bounded,
	type PanelIdentity,
	type ReceivedSms,
	type Response,
} from "./answer/response.ts";
import { isFact } from "./fact.ts";
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
	 * Called when the store cannot write what a deadline or the clock changed.
	 * Nobody waits for that, so the firmware tries again by itself.
	 */
	readonly onTrouble: (error: unknown) => void;
}

/**
 * The panel's loop: text in, interpret, transition, persist, confirm. It does one
 * thing at a time, in the order of arrival, and confirms nothing before it is
 * durable. When the write of what somebody asked for fails, the state stays as it
 * was and nothing is sent. A fact (`fact.ts`) has happened all the same, and is
 * written as soon as that can be.
 */
export class Firmware {
	/** What has happened at the panel since it was started. */
	readonly activity = new ActivityStream();
	private present: PanelState;
	private readonly parts: FirmwareParts;
	private identity: PanelIdentity;
	private last: Promise<unknown> = Promise.resolve();
	private readonly listeners = new Set<() => void>();
	private cancelWake: () => void = () => {};
	private readonly stopWatching: () => void;
	private stopped = false;
	/** Whether the store lacks what has happened. */
	private unsaved = false;

	constructor(parts: FirmwareParts) {
		this.parts = parts;
		this.identity = parts;
		this.present = parts.state;
		this.askForWake();
		this.stopWatching =
			parts.clock.machine?.watch(() => this.catchUp().catch(parts.onTrouble)) ??
			(() => {});
	}

	/** The state: durable, but for facts that could not be written yet. */
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
			(state, now) => respond(this.identity, state, sms, now),
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
			respondToMail(this.identity, state, mail, now, this.parts.hourly),
		);
	}

	/**
	 * Lets something happen to the panel; resolves when it is durable.
	 * @throws what the store throws when it cannot write; a fact has happened then,
	 *   and what else was to happen has not.
	 */
	happen(event: PanelEvent): Promise<Outcome> {
		return this.inTurn(async () => {
			const now = this.parts.clock.now();
			const outcome = transition(this.present, event, now);
			const { state, effects, refusal } = outcome;
			const nothingCame = event.type === "time" && state === this.present;
			const tell = () => {
				const part = { effects, refusal };
				if (!nothingCame)
					this.activity.add(now, state, {
						type: "event",
						event,
						outcome: part,
					});
			};
			try {
				await this.adopt(state);
			} catch (error) {
				if (isFact(event)) {
					this.takeUnsaved(state);
					tell();
				}
				throw error;
			}
			tell();
			return outcome;
		});
	}

	/**
	 * Changes what is programmed, as an edit of the file would; resolves when it is
	 * durable.
	 * @param change gives the state back where nothing is to be changed
	 */
	reprogram(change: (state: PanelState) => PanelState): Promise<void> {
		return this.inTurn(async () => {
			const now = this.parts.clock.now();
			const { state } = transition(
				this.present,
				{ type: "time", by: clockCause },
				now,
			);
			const changed = change(state);
			// What is done at times of its own is dated anew.
			await this.adopt(
				transition(changed, { type: "time", by: clockCause }, now).state,
			);
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
		this.stopWatching();
		this.stopped = true;
		this.cancelWake();
		await this.last.catch(() => {});
		if (this.unsaved)
			await this.adopt(this.present).catch(this.parts.onTrouble);
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
			const kept = bounded(sms);
			const journal = journalOf(this.identity, before, kept, response);
			const exchange = { before, response, journal };
			const { from, text, named } = kept;
			this.activity.add(at, response.state, {
				type: "text",
				from,
				text,
				named,
				...tellingOf(exchange),
			});
			return exchange;
		});
	}

	private async adopt(state: PanelState): Promise<void> {
		if (state === this.present && !this.unsaved) return;
		const { country } = state.remote;
		const numbering =
			country === this.present.remote.country
				? this.identity.numbering
				: await numberingOf(country);
		await this.parts.store.save(state);
		if (numbering !== undefined && numbering !== this.identity.numbering)
			this.identity = { ...this.identity, numbering };
		this.unsaved = false;
		if (state !== this.present) this.take(state);
	}

	/** What has happened, although the store does not know it yet. */
	private takeUnsaved(state: PanelState): void {
		this.unsaved = true;
		if (state === this.present) return;
		this.take(state);
	}

	private take(state: PanelState): void {
		this.present = state;
		this.askForWake();
		for (const listener of this.listeners) listener();
	}

	/** Wakes up for the next deadline, and after a pause where something is unsaved. */
	private askForWake(): void {
		this.cancelWake();
		const { clock, onTrouble } = this.parts;
		const due = nextDeadline(this.present);
		const now = clock.now();
		const again = now + PAUSE;
		// What is due and could not be done waits for its pause.
		const isAhead = due !== null && (due > now || !this.unsaved);
		const instant = this.unsaved ? Math.min(isAhead ? due : again, again) : due;
		if (this.stopped || instant === null) return;
		this.cancelWake = clock.at(instant, () =>
			this.catchUp().catch((error) => {
				onTrouble(error);
				this.unsaved = true;
				this.askForWake();
			}),
		);
	}

	private inTurn<T>(work: () => Promise<T>): Promise<T> {
		const after = async () => {
			await this.followMachine();
			return work();
		};
		const turn = this.last.then(after, after);
		this.last = turn;
		return turn;
	}

	/** Where the machine's clock was set, moves the panel's deadlines and then its clock. */
	private async followMachine(): Promise<void> {
		const { clock } = this.parts;
		const difference = clock.machine?.difference() ?? 0;
		if (difference === 0) return;
		const event = { type: "clock-set", difference, by: clockCause } as const;
		const now = clock.now() + difference;
		const { state, effects } = transition(this.present, event, now);
		await this.parts.store.save(state).then(
			() => {
				this.unsaved = false;
			},
			(error) => {
				this.unsaved = true;
				this.parts.onTrouble(error);
			},
		);
		clock.machine?.follow(difference);
		this.take(state);
		this.activity.add(now, state, {
			type: "event",
			event,
			outcome: { effects, refusal: null },
		});
	}
}
