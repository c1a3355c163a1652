/** A plan applied to a panel on a bad network, by a program that is killed now and then. */
import type { Rule } from "../../src/network/channel-rule.ts";
import { asTyped } from "../../src/panel/state/phone-number.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import type { Access } from "../../src/plan/access.ts";
import type { PlanRules } from "../../src/plan/messages/plan-rules.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { HeardText } from "../../src/simulation/direct-panel.ts";
import { PanelOnNetwork } from "../../src/simulation/panel-on-network.ts";
import type { PanelLink } from "../../src/site/apply/panel-link.ts";
import { SiteRun } from "../../src/site/apply/site-run.ts";
import type { AuditEntry } from "../../src/site/audit/audit-entry.ts";
import { begunRun } from "../../src/site/audit/begun-run.ts";
import {
	progressOf,
	type RunProgress,
} from "../../src/site/audit/run-progress.ts";
import { valueMac } from "../../src/site/audit/value-mac.ts";
import { SimulatedLink } from "../../src/site/links/simulated-link.ts";

export const NOON = Date.UTC(2026, 10, 30, 12);
export const NUMBER = "+15550100";
export const SENDER = "+15550101";
export const mac = valueMac("5a".repeat(32));

/** A text as it was handed to the network, with how far the audit was then. */
export interface HandedText {
	readonly text: string;
	readonly at: number;
	readonly before: RunProgress;
}

/** A panel at the end of a bad network. */
export class PanelAtEnd {
	readonly entries: { readonly at: number; readonly entry: AuditEntry }[] = [];
	readonly handed: HandedText[] = [];
	/** What the panel read. */
	readonly heard: HeardText[] = [];
	readonly panel: PanelOnNetwork;
	readonly plan: Plan;
	readonly access: Access;
	readonly rules: PlanRules;
	private readonly link: SimulatedLink;
	/** Told of each text before the network has it. */
	onHand: (text: string) => void = () => {};
	private steps = Number.POSITIVE_INFINITY;

	constructor(
		plan: Plan,
		access: Access,
		state: PanelState,
		rules: PlanRules,
		network: {
			readonly rules: readonly Rule[];
			readonly seed: number;
			/** The service centre's clock, of ours. */
			readonly ahead?: number;
		} = { rules: [], seed: 1 },
	) {
		const { ahead = 0 } = network;
		this.plan = plan;
		this.access = access;
		this.rules = rules;
		this.panel = new PanelOnNetwork(
			{ model: plan.site.model, number: NUMBER, numbering: asTyped },
			state,
			NOON,
			network.rules,
			network.seed,
		);
		const { panel, heard } = this;
		const noted = <T>(result: T): T => {
			heard.push(...panel.allHeard);
			return result;
		};
		this.link = new SimulatedLink(
			{
				get now() {
					return panel.now;
				},
				get halt() {
					return panel.halt;
				},
				get sent() {
					return panel.sent.map((text) =>
						typeof text.sentAt === "number"
							? { ...text, sentAt: text.sentAt + ahead }
							: text,
					);
				},
				text: (from, text, validity) => noted(panel.text(from, text, validity)),
				advanceTo: (instant) => noted(panel.advanceTo(instant)),
			},
			SENDER,
		);
	}

	get progress(): RunProgress {
		const progress = progressOf(this.entries);
		if (progress === null) throw new Error("nothing has begun");
		return progress;
	}

	/**
	 * Begins, or goes on.
	 * @param steps after which the program is killed: a step is something written,
	 *   sent, received or waited for
	 * @returns how it ended; null where it was killed
	 */
	async apply(
		steps = Number.POSITIVE_INFINITY,
		validity = 15,
	): Promise<RunProgress | null> {
		this.steps = steps;
		this.link.reopen();
		const { plan, access, rules } = this;
		const note = async (entry: AuditEntry, at: number) => {
			this.step();
			this.entries.push({ at, entry });
			this.step();
		};
		try {
			const begun = begunRun(plan, { number: NUMBER, from: "x" }, access, mac);
			await note(
				{ ...begun, resumed: this.entries.length > 0 },
				this.link.now(),
			);
			const run = new SiteRun({
				plan,
				access,
				mac,
				note,
				progress: this.progress,
				link: this.mortalLink(),
				manner: {
					rules,
					validity,
					readsPins: true,
					asksMode: true,
					take: () => true,
				},
			});
			await run.run();
			return run.progress;
		} catch (error) {
			if (error instanceof Killed) return null;
			throw error;
		}
	}

	/** Nobody is there for a while; the modem keeps what comes. */
	async pass(duration: number): Promise<void> {
		this.link.reopen();
		const until = this.link.now() + duration;
		while ((await this.link.next(until)) !== null);
	}

	private mortalLink(): PanelLink {
		const { link } = this;
		return {
			now: () => link.now(),
			trouble: () => null,
			send: async (text, validity) => {
				this.step();
				this.onHand(text);
				const at = link.now();
				this.handed.push({ text, at, before: this.progress });
				const handed = await link.send(text, validity);
				this.step();
				return handed;
			},
			next: async (until) => {
				this.step();
				const heard = await link.next(until);
				return heard;
			},
		};
	}

	private step(): void {
		if (this.steps <= 0) throw new Killed("killed");
		this.steps -= 1;
	}
}

class Killed extends Error {}
