import type { Event, Sms } from "../../conversation/conversation.ts";
import {
	type Activity,
	type ActivityPart,
	ActivityStream,
} from "../../firmware/activity.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import { withoutDuress } from "../../firmware/outbox/without-duress.ts";
import { modelNamed } from "../../models/models.ts";
import type { Numbering } from "../../panel/state/phone-number.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { type PanelStatus, statusOf } from "../../panel/status.ts";
import { readTypedEvent, writeTypedEvent } from "../../panel/typed-event.ts";
import type {
	Answered,
	PanelHandle,
	Passed,
	Phones,
	Stepped,
} from "../panel-handle.ts";
import { phonesOf } from "../phones.ts";
import { discreetStep, stepAlone } from "../told-session.ts";
import {
	canBeSilent,
	isTellableEvent,
	silentTexts,
	toldChanges,
} from "./silence.ts";

interface ToldSent {
	readonly at: number;
	readonly told: PanelState;
	readonly part: ActivityPart & { readonly type: "sent" };
}

const bySms = (a: ToldSent, b: ToldSent) => order(a.part, b.part);

/** A silent report makes others of its destination wait, and so changes their order. */
function order(a: Outgoing, b: Outgoing): number {
	const [one, other] = [a, b].map(({ to, text }) => `${to}\n${text}`);
	if (one === other) return 0;
	return (one ?? "") < (other ?? "") ? -1 : 1;
}

/** A panel that guards nobody and whose time can be moved. */
export interface MovedPanel extends PanelHandle {
	readonly now: Date;
	readonly next: Date | null;
	advance(
		until: string | number | Date,
		others?: () => Promise<void>,
	): Promise<Passed>;
}

/**
 * The handle on a panel in which duress leaves no trace, secrets as they are: it tells what it
 * would tell if the user's own code had been typed. A panel that has neither a duress
 * code nor a silent button is told as it is.
 */
export class DiscreetPanel<Held extends PanelHandle = PanelHandle>
	implements PanelHandle
{
	/** Numbered anew: a gap would tell that something was left out. */
	readonly activity = new ActivityStream();
	readonly phones: Phones = phonesOf(this.activity);
	readonly clock: PanelHandle["clock"];
	readonly model: string;
	readonly number: string;
	protected readonly panel: Held;
	readonly #numbering: Numbering;
	/** As it is after the last activity. */
	#seen: PanelState;
	/** What left the panel at this instant and is not told yet. */
	readonly #sent: ToldSent[] = [];
	/** Of the users, zones and destinations of a state. */
	#silent: { readonly of: PanelState; readonly texts: ReadonlySet<string> };

	/** @param numbering how the panel's country writes phone numbers */
	constructor(panel: Held, numbering: Numbering) {
		this.panel = panel;
		this.#numbering = numbering;
		this.clock = panel.clock;
		this.model = panel.model;
		this.number = panel.number;
		this.#seen = panel.snapshot();
		this.#silent = { of: this.#seen, texts: silentTexts(this.#seen) };
		for (const each of panel.activity.from(0)) this.#take(each);
		panel.activity.follow((each) => this.#take(each));
	}

	/** Tells what left the panel at one instant, in an order that does not tell how it was queued. */
	#tellSent(): void {
		const sent = this.#sent.splice(0);
		for (const { at, told, part } of sent.toSorted(bySms))
			this.activity.add(at, told, part);
	}

	async text(
		text: string,
		options?: { readonly from?: string },
	): Promise<Answered> {
		return await this.without(() => this.panel.text(text, options));
	}

	async step(step: string): Promise<Stepped> {
		return await this.without(() => this.panel.step(step));
	}

	snapshot(): PanelState {
		return this.#told(this.panel.snapshot());
	}

	status(): PanelStatus {
		const state = this.panel.snapshot();
		return statusOf(this.#told(state), this.panel.clock.now.getTime());
	}

	digest(id?: string): string {
		return this.panel.digest(id);
	}

	#told(state: PanelState): PanelState {
		if (!canBeSilent(state)) return state;
		const told = withoutDuress(state);
		const { runtime } = told;
		// A fingerprint of a text tells which code was in it.
		const guard = { ...runtime.guard, seen: [] };
		return { ...told, runtime: { ...runtime, guard } };
	}

	protected async without<T extends Passed>(
		work: () => Promise<T>,
	): Promise<T> {
		const before = this.#seen;
		const outcome = await work();
		this.#tellSent();
		const after = this.#seen;
		if (!canBeSilent(before) && !canBeSilent(after)) return outcome;
		return {
			...outcome,
			changes: toldChanges(outcome.changes, before, after),
			sent: outcome.sent
				.filter((each) => !this.#isSilent(each))
				.toSorted((a, b) => order(a, b)),
		};
	}

	#isSilent({ to, text }: Outgoing): boolean {
		const { users, zones, reporting } = this.#seen;
		const { of } = this.#silent;
		if (of.users !== users || of.zones !== zones || of.reporting !== reporting)
			this.#silent = { of: this.#seen, texts: silentTexts(this.#seen) };
		return this.#silent.texts.has(`${to}\n${text}`);
	}

	#take(activity: Activity): void {
		const before = this.#seen;
		this.#seen = activity.state;
		const { at, state } = activity;
		if (this.#sent.some((each) => each.at !== at) || activity.type !== "sent")
			this.#tellSent();
		const { id: _, at: __, state: ___, ...part } = activity;
		if (!canBeSilent(state) && !canBeSilent(before)) {
			this.activity.add(at, state, part);
			return;
		}
		if (part.type === "sent") {
			if (this.#isSilent(part)) return;
			this.#sent.push({ at, told: this.#told(state), part });
			// Whoever sends more at this instant sends it at once.
			queueMicrotask(() => this.#tellSent());
			return;
		}
		if (activity.type === "event" && !isTellableEvent(activity, before)) return;
		this.activity.add(
			at,
			this.#told(state),
			this.#part(part, before, activity),
		);
	}

	/** The activity as it would be with the user's own code. */
	#part(
		part: ActivityPart,
		before: PanelState,
		{ at, state: after }: Activity,
	): ActivityPart {
		if (part.type === "text") {
			const { from, text, report } = part;
			const step: Sms = { type: "sms", from, text, replies: null };
			const told = this.#discreet(step, { before, after, at }).text;
			const changes = toldChanges(report.changes, before, after);
			return { ...part, text: told, report: { ...report, changes } };
		}
		if (part.type !== "event") return part;
		// Numbers of reports count the silent ones, too.
		if ("report" in part.event)
			return { ...part, event: { ...part.event, report: 0 } };
		const text = writeTypedEvent(part.event);
		if (text === null) return part;
		const step: Event = { type: "event", text, replies: null };
		const told = readTypedEvent(
			this.#discreet(step, { before, after, at }).text,
		);
		return told.ok
			? { ...part, event: { ...told.event, by: part.event.by } }
			: part;
	}

	#discreet<Told extends Sms | Event>(
		step: Told,
		{
			before,
			after,
			at,
		}: {
			readonly before: PanelState;
			readonly after: PanelState;
			readonly at: number;
		},
	): Told {
		const model = modelNamed(this.model);
		if (model === undefined) return step;
		const panel = { model, state: before, numbering: this.#numbering };
		const tried = (each: Told) => stepAlone(each, panel, at).state;
		// What raises a silent alarm is told as what happened: a button was pressed.
		return discreetStep(step, { before, after, tried }) ?? step;
	}
}

/** The same for a panel whose time can be moved. */
export class DiscreetMovedPanel extends DiscreetPanel<MovedPanel> {
	get now(): Date {
		return this.panel.now;
	}

	get next(): Date | null {
		return this.panel.next;
	}

	async advance(
		until: string | number | Date,
		others?: () => Promise<void>,
	): Promise<Passed> {
		return await this.without(() => this.panel.advance(until, others));
	}
}
