import type { PanelIdentity, Response } from "../firmware/answer/response.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import { respond } from "../firmware/respond.ts";
import { clock, type PanelEvent } from "../panel/state/event.ts";
import type { Outcome } from "../panel/state/outcome.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";
import type { Observer } from "./observer.ts";
import { type Quirk, quirked } from "./quirk.ts";
import {
	nextHalt,
	withReportsSent,
	withTimePassed,
} from "./report-delivery.ts";

/** A panel in virtual time that takes one step after another. */
export interface PanelInVirtualTime {
	readonly state: PanelState;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly now: number;
	/** When something happens by itself next; null for never. */
	readonly halt: number | null;
	/** A phone texts it. */
	text(from: string, text: string): void;
	/** Something happens at it. */
	happen(event: PanelEvent): Outcome;
	/** It becomes that instant; whatever is due on the way happens at its own. */
	advanceTo(instant: number): void;
	/** What came to phones in the last of these steps. */
	readonly sent: readonly Outgoing[];
	/** The last text that the panel read in that step, and its response. */
	readonly heard: HeardText | null;
	/** All that it read in that step, in order: a network may bring several. */
	readonly allHeard: readonly HeardText[];
}

export interface HeardText {
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
	readonly from: string;
	readonly text: string;
	/** What the panel remembered before. */
	readonly before: PanelState;
	readonly response: Response;
}

/** A panel without a network: every text arrives at once, in both directions. */
export class DirectPanel implements PanelInVirtualTime {
	private readonly identity: PanelIdentity;
	private present: PanelState;
	private instant: number;
	/** A new list for each step: whoever has the last one keeps it. */
	private lastSent: Outgoing[] = [];
	private lastHeard: HeardText | null = null;
	private readonly observer: Observer | null;
	private readonly quirks: readonly Quirk[];

	/** @param now milliseconds since 1970-01-01T00:00:00Z */
	constructor(
		identity: PanelIdentity,
		state: PanelState,
		now: number,
		observer: Observer | null = null,
		quirks: readonly Quirk[] = [],
	) {
		this.quirks = quirks.filter(({ model }) => model === identity.model.name);
		this.observer = observer;
		this.identity = identity;
		this.present = state;
		this.instant = now;
	}

	get state(): PanelState {
		return this.present;
	}

	get now(): number {
		return this.instant;
	}

	get halt(): number | null {
		return nextHalt(this.present);
	}

	get sent(): readonly Outgoing[] {
		return this.lastSent;
	}

	get heard(): HeardText | null {
		return this.lastHeard;
	}

	get allHeard(): readonly HeardText[] {
		return this.lastHeard === null ? [] : [this.lastHeard];
	}

	text(from: string, text: string): void {
		const before = this.present;
		const response = respond(
			this.identity,
			before,
			{ from, text },
			this.instant,
		);
		this.lastHeard = { at: this.instant, from, text, before, response };
		this.observer?.heard(response);
		this.observer?.moved(before, response.state, this.instant);
		this.conclude(response.state, []);
		const { reply } = response;
		if (this.quirks.length > 0 && from !== "") {
			const said = reply === null ? [] : [reply];
			for (const text of quirked(this.quirks, response, said))
				this.lastSent.push({ to: from, text });
		} else if (reply !== null) this.lastSent.push({ to: from, text: reply });
	}

	happen(event: PanelEvent): Outcome {
		const before = this.present;
		const outcome = transition(before, event, this.instant);
		this.lastHeard = null;
		this.observer?.happened(before, event);
		this.observer?.moved(before, outcome.state, this.instant);
		this.conclude(outcome.state, []);
		return outcome;
	}

	advanceTo(instant: number): void {
		const sent: Outgoing[] = [];
		this.instant = Math.max(this.instant, instant);
		this.lastHeard = null;
		if (this.observer !== null) this.pass(this.observer, sent);
		this.conclude(withTimePassed(this.present, this.instant, sent), sent);
	}

	/** Steps to each deadline up to now, so that the observer sees each by itself. */
	private pass(observer: Observer, sent: Outgoing[]): void {
		for (;;) {
			const halt = nextHalt(this.present);
			if (halt === null || halt > this.instant) return;
			const before = this.present;
			const after = transition(before, time, halt).state;
			observer.moved(before, after, halt);
			this.present = withReportsSent(after, halt, sent);
		}
	}

	private conclude(state: PanelState, sent: Outgoing[]): void {
		this.present = withReportsSent(state, this.instant, sent);
		this.lastSent = sent;
	}
}

const time: PanelEvent = { type: "time", by: clock };
