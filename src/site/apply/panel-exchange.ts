import { composeSlots } from "../../derive/compose.ts";
import type { ModelCommand } from "../../models/model.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import type { Access } from "../../plan/access.ts";
import type { PlanRules } from "../../plan/messages/plan-rules.ts";
import type { Plan } from "../../plan/plan.ts";
import { shownAccess } from "../../plan/shown-text.ts";
import { measure } from "../../sms/segments.ts";
import { MINUTE } from "../../time/units.ts";
import type { AuditEntry, TextPurpose } from "../audit/audit-entry.ts";
import { progressAfter, type RunProgress } from "../audit/run-progress.ts";
import type { ValueMac } from "../audit/value-mac.ts";
import { accounted } from "./accounted.ts";
import { isAnswered, type PanelAnswer } from "./expected-answer.ts";
import type { PanelLink, PanelText } from "./panel-link.ts";
import type { Query } from "./queries.ts";

/** How long after its validity an answer to a text is still waited for. */
export const MARGIN = 2 * MINUTE;

/** How long handing over a text may take, at most. */
const HANDING_OVER = 5 * MINUTE;

/** How a plan is sent. */
export interface RunManner {
	readonly rules: PlanRules;
	/** Minutes after which a text is delivered no more. */
	readonly validity: number;
	/** Whether users' PINs are read back, in clear text. */
	readonly readsPins: boolean;
	/** Whether the mode is asked for first. */
	readonly asksMode: boolean;
	/** Asked before each message; false stops the run. Left out, all may go. */
	readonly mayGo?: ((at: number) => Promise<boolean>) | undefined;
	/** Takes so many SMS of those that may be sent; false where fewer are left. */
	take(sms: number): boolean;
}

/** What a run works with. */
export interface RunParts {
	readonly plan: Plan;
	/** What lets messages in before the plan. */
	readonly access: Access;
	readonly link: PanelLink;
	readonly manner: RunManner;
	readonly mac: ValueMac;
	/** Where the run stands: just begun, or as the audit of the last one says. */
	readonly progress: RunProgress;
	/** Makes an entry durable in the audit. The run goes on only then. */
	readonly note: (entry: AuditEntry, at: number) => Promise<void>;
}

/** What came of one text. */
export type Came = PanelAnswer | { readonly type: "silent" } | NotSent;

interface NotSent {
	/** Not taken by the network, not allowed, or sent while no answer could come. */
	readonly type: "unsent" | "limit" | "unheard";
	readonly reason: string;
}

/** A text to be sent, and what it is for. */
export interface TextToPanel {
	readonly purpose: TextPurpose;
	readonly message: number | null;
	readonly command: ModelCommand;
	/** Of all its commands. */
	readonly word: string;
	readonly text: string;
	readonly shown: string;
}

/**
 * Texts to one panel, one at a time, and what came of each. Every step is in the audit
 * before the next.
 */
export class PanelExchange {
	private readonly parts: RunParts;
	private present: RunProgress;

	constructor(parts: RunParts) {
		this.parts = parts;
		this.present = parts.progress;
	}

	/** How far the run has come. */
	get progress(): RunProgress {
		return this.present;
	}

	/** Sends the probe of the model, which has one. */
	async probe(
		purpose: TextPurpose,
		message: number | null,
		access: Access,
	): Promise<Came> {
		const { probe } = this.parts.plan.site.model;
		if (probe === null) throw new TypeError("the model has no probe");
		const query = { command: probe, args: {} };
		return this.ask(purpose, query, access, message);
	}

	ask(
		purpose: TextPurpose,
		{ command, args }: Query,
		access: Access,
		message: number | null = null,
	): Promise<Came> {
		const { plan } = this.parts;
		return this.exchange({
			purpose,
			message,
			command,
			word: command.spec.word,
			text: written(plan, command, args, access),
			shown: written(plan, command, args, shownAccess(plan, access, command)),
		});
	}

	/** Sends one text and waits for its answer. */
	async exchange(text: TextToPanel): Promise<Came> {
		const { link, manner } = this.parts;
		const { validity } = manner;
		if (!manner.take(measure(text.text).parts))
			return { type: "limit", reason: "--max-sms allows no more" };
		const { purpose, message, command, word, shown } = text;
		const patience = validity * MINUTE + MARGIN;
		await this.note({
			type: "sending",
			purpose,
			message,
			word,
			text: shown,
			until: link.now() + HANDING_OVER + patience,
		});
		const at = this.progress.sent.length - 1;
		const handed = await link.send(text.text, validity);
		await this.note({
			type: "handed",
			accepted: handed.accepted,
			doubtful: !handed.accepted && handed.doubtful,
			reason: handed.accepted ? null : handed.reason,
			references: handed.accepted ? handed.references : [],
			until: link.now() + patience,
		});
		if (!handed.accepted && !handed.doubtful)
			return { type: "unsent", reason: handed.reason };
		for (;;) {
			const heard = await link.next(
				this.progress.sent[at]?.until ?? link.now(),
			);
			if (heard === null) break;
			const { answers, answer } = await this.hear(heard, at);
			if (answer !== null && answers === at) return answer;
		}
		const trouble = link.trouble();
		if (trouble !== null) return { type: "unheard", reason: trouble };
		if (isAnswered(command) || message === null) return { type: "silent" };
		await this.note({ type: "settled", message, as: "assumed" });
		return { type: "done" };
	}

	/** Waits until no text with that word can be delivered any more, and answered once more. */
	async outlast(word: string): Promise<void> {
		const until = this.progress.sent
			.filter((text) => text.isOut && text.word === word)
			.reduce((latest, text) => Math.max(latest, text.until), 0);
		for (;;) {
			const heard = await this.parts.link.next(until);
			if (heard === null) return;
			await this.hear(heard);
		}
	}

	/**
	 * Accounts for a text of the panel.
	 * @param awaited which text's answer is waited for; null for none
	 * @returns which text it answers, and how
	 */
	async hear(
		heard: PanelText,
		awaited: number | null = null,
	): Promise<{
		readonly answers: number | null;
		readonly answer: PanelAnswer | null;
	}> {
		const { link, plan, mac } = this.parts;
		const { model } = plan.site;
		const { entry, answer, doubts } = accounted({
			model,
			heard,
			awaited,
			mac,
			progress: this.progress,
			now: link.now(),
		});
		// Before the text itself: after a kill between them it is read once more.
		for (const doubt of doubts) await this.note({ type: "settled", ...doubt });
		await this.note(entry);
		await heard.forget();
		return { answers: entry.answers, answer };
	}

	/** Makes an entry durable. */
	async note(entry: AuditEntry): Promise<void> {
		const now = this.parts.link.now();
		await this.parts.note(entry, now);
		this.present = progressAfter(this.present, entry, now) ?? this.present;
	}
}

function written(
	{ site: { model } }: Plan,
	command: ModelCommand,
	args: Arguments,
	access: Access,
): string {
	return model.dialect.write({
		...access,
		word: command.spec.word,
		slots: composeSlots(command, args),
	});
}
