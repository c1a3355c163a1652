/** A plan applied to a panel that carries out what the network delivers twice, twice. */
import { asTyped } from "../../src/panel/state/phone-number.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import type { Access } from "../../src/plan/access.ts";
import type { PlanRules } from "../../src/plan/messages/plan-rules.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { DirectPanel } from "../../src/simulation/direct-panel.ts";
import { SiteRun } from "../../src/site/apply/site-run.ts";
import type { AuditEntry } from "../../src/site/audit/audit-entry.ts";
import { begunRun } from "../../src/site/audit/begun-run.ts";
import {
	progressOf,
	type RunProgress,
} from "../../src/site/audit/run-progress.ts";
import {
	type SimulatedEnd,
	SimulatedLink,
} from "../../src/site/links/simulated-link.ts";
import { SECOND } from "../../src/time/units.ts";
import { mac, NOON, NUMBER, SENDER } from "./applied.ts";

/** How long each copy of a text takes, in milliseconds; none is a loss. */
export interface Delivery {
	readonly copies: readonly number[];
	/** Copies of each answer. */
	readonly answers: readonly number[];
}

/** A text that the panel carried out, or refused. */
export interface CarriedOut {
	readonly text: string;
	readonly at: number;
	readonly isDone: boolean;
}

interface OnTheWay {
	readonly at: number;
	readonly arrive: () => void;
}

/**
 * The panel's end of such a network. The panel remembers no repeats, as real ones may
 * not. The service centre's clock is ahead of ours by some milliseconds and has whole seconds.
 */
export class TwiceDelivered implements SimulatedEnd {
	readonly carriedOut: CarriedOut[] = [];
	readonly panel: DirectPanel;
	sent: SimulatedEnd["sent"] = [];
	now = NOON;
	private way: OnTheWay[] = [];
	private readonly deliveries: readonly Delivery[];
	private readonly ahead: number;
	private handed = 0;

	constructor(
		plan: Plan,
		state: PanelState,
		deliveries: readonly Delivery[],
		ahead: number,
	) {
		const { model } = plan.site;
		const identity = { model, number: NUMBER, numbering: asTyped };
		this.panel = new DirectPanel(identity, state, NOON);
		this.deliveries = deliveries;
		this.ahead = ahead;
	}

	get halt(): number | null {
		return this.way.reduce<number | null>(
			(first, { at }) => Math.min(first ?? at, at),
			null,
		);
	}

	text(from: string, text: string): void {
		this.sent = [];
		const { deliveries, handed, now } = this;
		const delivery = deliveries[handed % deliveries.length];
		this.handed += 1;
		for (const copy of delivery?.copies ?? [])
			this.way.push({
				at: now + copy,
				arrive: () => this.carryOut(from, text, delivery?.answers ?? []),
			});
	}

	advanceTo(instant: number): void {
		const arrived: SimulatedEnd["sent"][number][] = [];
		for (;;) {
			const due = this.way
				.filter(({ at }) => at <= instant)
				.toSorted((one, other) => one.at - other.at)[0];
			if (due === undefined) break;
			this.way.splice(this.way.indexOf(due), 1);
			this.now = due.at;
			this.sent = [];
			due.arrive();
			arrived.push(...this.sent);
		}
		this.now = instant;
		this.sent = arrived;
	}

	private carryOut(
		from: string,
		text: string,
		answers: readonly number[],
	): void {
		const { panel, now, ahead } = this;
		panel.text(from, text);
		const isDone = panel.heard?.response.verdict.type !== "error";
		this.carriedOut.push({ text, at: now, isDone });
		const sentAt = Math.floor((now + ahead) / SECOND) * SECOND;
		for (const { to, text: answer } of panel.sent)
			for (const delay of answers)
				this.way.push({
					at: now + delay,
					arrive: () => {
						this.sent = [...this.sent, { to, text: answer, sentAt }];
					},
				});
	}
}

/** Applies plans over one such network, again and again, with one audit. */
export class AppliedTwiceDelivered {
	readonly entries: { readonly at: number; readonly entry: AuditEntry }[] = [];
	readonly end: TwiceDelivered;
	private readonly link: SimulatedLink;

	constructor(end: TwiceDelivered) {
		this.end = end;
		this.link = new SimulatedLink(end, SENDER);
	}

	async apply(
		plan: Plan,
		access: Access,
		rules: PlanRules,
	): Promise<RunProgress> {
		const { link, entries } = this;
		const note = async (entry: AuditEntry, at: number) => {
			entries.push({ at, entry });
		};
		link.reopen();
		const begun = begunRun(plan, { number: NUMBER, from: "x" }, access, mac);
		await note({ ...begun, resumed: entries.length > 0 }, link.now());
		const progress = progressOf(entries);
		if (progress === null) throw new Error("nothing has begun");
		const run = new SiteRun({
			plan,
			access,
			mac,
			note,
			progress,
			link,
			manner: {
				rules,
				validity: 15,
				readsPins: false,
				asksMode: true,
				take: () => true,
			},
		});
		await run.run();
		return run.progress;
	}

	/** Nobody is there for a while; the modem keeps what comes. */
	async pass(duration: number): Promise<void> {
		this.link.reopen();
		const until = this.link.now() + duration;
		while ((await this.link.next(until)) !== null);
	}
}
