import type { Access } from "../../plan/access.ts";
import { wordOf } from "../../plan/plan.ts";
import { shownText } from "../../plan/shown-text.ts";
import type { EndedEntry, RunOutcome } from "../audit/audit-entry.ts";
import { accessBehind, changesAccess } from "../audit/begun-run.ts";
import {
	isDone,
	messageCounts,
	type RunProgress,
} from "../audit/run-progress.ts";

import { doubtful } from "./doubt.ts";
import { type Came, PanelExchange, type RunParts } from "./panel-exchange.ts";
import { modeQuery, type Query, readingQueries } from "./queries.ts";
import { agreement } from "./read-settings.ts";
import { whyRefused } from "./why-refused.ts";

/**
 * Sends a plan to one panel: probe, mode, messages one at a time, reading back. Each
 * step is in the audit before the next, so that a run that was killed at any step goes
 * on from the audit alone. A message that is confirmed is never sent again, and no text
 * is sent while an earlier one may still be delivered.
 */
export class SiteRun {
	private readonly parts: RunParts;
	private readonly panel: PanelExchange;

	constructor(parts: RunParts) {
		this.parts = parts;
		this.panel = new PanelExchange(parts);
	}

	/** How far it has come. */
	get progress(): RunProgress {
		return this.panel.progress;
	}

	async run(): Promise<EndedEntry> {
		const ended =
			(await this.settleOld()) ??
			(await this.beLetIn()) ??
			(await this.sendMessages()) ??
			(await this.readBack()) ??
			this.unlessAllConfirmed() ??
			ending("done", this.whyDone());
		await this.panel.note(ended);
		return ended;
	}

	/** Says no more than the panel has shown. */
	private whyDone(): string {
		const { assumed } = messageCounts(this.progress);
		return assumed === 0
			? "every message is confirmed"
			: "every message was sent; what is assumed is not confirmed";
	}

	/** Hears what a run before may still be told, before anything else is sent. */
	private async settleOld(): Promise<EndedEntry | null> {
		const { link, plan } = this.parts;
		let refused: number | null = null;
		for (;;) {
			const open = this.progress.sent.filter(({ answered }) => !answered);
			const until = open.reduce(
				(latest, text) => Math.max(latest, text.until),
				link.now(),
			);
			const heard = await link.next(until);
			if (heard === null) break;
			const { answers, answer } = await this.panel.hear(heard);
			const message =
				answers === null ? null : this.progress.sent[answers]?.message;
			if (answer?.type === "refused") refused = message ?? null;
		}
		if (refused === null) return null;
		return ending(
			"refused",
			`message ${refused + 1}, ${this.progress.begun.messages[refused]?.text}: ERROR; ${whyRefused(plan, refused)}`,
		);
	}

	/** Probes, and asks for the mode; null where the panel may be programmed. */
	private async beLetIn(): Promise<EndedEntry | null> {
		const { plan, access, manner } = this.parts;
		const { model } = plan.site;
		const at = this.nextMessage;
		const asked = manner.asksMode ? modeQuery(model, manner.rules) : null;
		const isDoubtful =
			at !== null &&
			changesAccess(plan, at) &&
			this.progress.sent.some(
				({ message, purpose, answered }) =>
					purpose === "message" && message === at && !answered,
			);
		if (isDoubtful && model.probe !== null) {
			const ended = await this.findAccess(at);
			if (ended !== null) return ended;
		}
		const now = this.accessNow(access);
		if (!isDoubtful && model.probe !== null && model.probe !== asked?.command) {
			const came = await this.panel.probe("probe", null, now);
			const ended = this.unlessAnswered(came, "the probe");
			if (ended !== null) return ended;
		}
		return asked === null ? null : this.askMode(asked, now);
	}

	private async askMode(
		query: Query,
		access: Access,
	): Promise<EndedEntry | null> {
		const came = await this.panel.ask("mode", query, access);
		if (came.type === "told") {
			const mode = came.readings.get("mode");
			return mode === "disarm"
				? null
				: ending(
						"armed",
						`the panel is in mode ${mode}, or about to be: disarm it first`,
					);
		}
		return came.type === "refused"
			? ending(
					"refused",
					`${query.command.spec.word} was answered with ERROR: the panel may not have it; --skip-mode does not ask whether it is armed`,
				)
			: this.unlessAnswered(came, query.command.spec.word);
	}

	private async sendMessages(): Promise<EndedEntry | null> {
		const { plan, manner } = this.parts;
		for (const [at, message] of plan.messages.entries()) {
			if (isDone(this.progress.standings[at])) continue;
			if ((await manner.mayGo?.(at)) === false)
				return ending("stopped", `message ${at + 1} was not to be sent`);
			const came = await this.panel.exchange({
				purpose: "message",
				message: at,
				command: message.command,
				word: wordOf(message),
				text: message.text,
				shown: shownText(plan, message),
			});
			const ended = isDone(this.progress.standings[at])
				? this.unlessAllConfirmed(at)
				: await this.afterMessage(at, came);
			if (ended !== null) return ended;
		}
		return null;
	}

	/**
	 * Stops where messages came in doubt that were confirmed: one of them, or one that the
	 * panel got twice, was answered with ERROR.
	 */
	private unlessAllConfirmed(
		before = this.parts.plan.messages.length,
	): EndedEntry | null {
		const { begun, standings } = this.progress;
		const open = begun.messages.flatMap(({ word }, at) =>
			at < before && !isDone(standings[at]) ? [{ word, at }] : [],
		);
		const [first] = open;
		if (first === undefined) return null;
		const which = open.map(({ at }) => at + 1).join(", ");
		return ending(
			"refused",
			`${first.word} was answered with ERROR, and the network delivers some messages twice: whether ${open.length === 1 ? "message" : "messages"} ${which} ${open.length === 1 ? "was" : "were"} carried out is not known; --resume sends ${open.length === 1 ? "it" : "them"} again`,
		);
	}

	/** What a message that was not acknowledged leads to; null where the run goes on. */
	private async afterMessage(
		at: number,
		came: Came,
	): Promise<EndedEntry | null> {
		const { plan } = this.parts;
		const which = `message ${at + 1}, ${this.progress.begun.messages[at]?.text}`;
		switch (came.type) {
			case "refused": {
				const isGone = plan.messages[at]?.covers.length === 0;
				if (isGone && this.wasSentBefore(at)) {
					await this.panel.note({
						type: "settled",
						message: at,
						as: "assumed",
					});
					return null;
				}
				return ending(
					"refused",
					`${which}: ERROR; ${whyRefused(plan, at)}${this.wasSentBefore(at) ? "; it was sent before without an answer, and may have been carried out then" : ""}${this.whoseElse(at)}`,
				);
			}
			case "silent":
				if (changesAccess(plan, at) && plan.site.model.probe !== null) {
					const ended = await this.findAccess(at);
					if (ended !== null || isDone(this.progress.standings[at]))
						return ended;
				}
				await this.panel.note({ type: "settled", message: at, as: "silent" });
				return ending(
					"silent",
					`${which}: no answer; --resume sends it again, and nothing that is confirmed`,
				);
			case "unsent":
			case "limit":
			case "unheard":
				return this.unlessAnswered(came, which);
			default:
				return null;
		}
	}

	/**
	 * Finds out whether a message that changes what lets messages in was carried out:
	 * one probe under the new, and one under the old.
	 */
	private async findAccess(at: number): Promise<EndedEntry | null> {
		const { plan } = this.parts;
		const old = plan.messages[at]?.access;
		const { probe } = plan.site.model;
		if (old === undefined || probe === null) return null;
		// A second answer to an earlier probe would be taken for that under the new ones.
		await this.panel.outlast(probe.spec.word);
		if (isDone(this.progress.standings[at])) return null;
		const under = await this.panel.probe(
			"probe-new",
			at,
			accessBehind(plan, at),
		);
		if (isDone(this.progress.standings[at])) return null;
		if (under.type !== "silent")
			return this.unlessAnswered(under, "the probe under the new credentials");
		const before = await this.panel.probe("probe-old", at, old);
		if (isDone(this.progress.standings[at])) return null;
		return this.unlessAnswered(
			before,
			`the probe under the new credentials and that under the old: which of them the panel has is not known (message ${at + 1})`,
		);
	}

	/** Reads back what was set, and compares. What is not answered stays as it is known. */
	private async readBack(): Promise<EndedEntry | null> {
		const { plan, manner } = this.parts;
		const last = plan.messages.length - 1;
		const access = last < 0 ? this.parts.access : accessBehind(plan, last);
		for (const query of readingQueries(plan, manner.rules, manner.readsPins)) {
			const came = await this.panel.ask("reading", query, access);
			if (came.type !== "told") continue;
			const settings = agreement(plan, came.readings);
			await this.panel.note({ type: "read-back", settings });
		}
		const wrong = [...this.progress.read.values()]
			.filter(({ agrees }) => !agrees)
			.map(({ path }) => path);
		return wrong.length === 0
			? null
			: ending(
					"differs",
					`the panel itself says otherwise of ${wrong.join(", ")}`,
				);
	}

	/** What is to be sent next; null where all is confirmed. */
	private get nextMessage(): number | null {
		const at = this.parts.plan.messages.findIndex(
			(_, index) => !isDone(this.progress.standings[index]),
		);
		return at === -1 ? null : at;
	}

	private accessNow(before: Access): Access {
		const { plan } = this.parts;
		const at = this.nextMessage ?? plan.messages.length;
		return (
			plan.messages[at]?.access ??
			(at === 0 ? before : accessBehind(plan, at - 1))
		);
	}

	/** Whether a message was sent more than once, and the first time without an answer. */
	private wasSentBefore(at: number): boolean {
		return this.progress.sent.some(
			({ purpose, message, answered }) =>
				purpose === "message" && message === at && !answered,
		);
	}

	/** Which other messages an ERROR may belong to. */
	private whoseElse(at: number): string {
		const word = this.progress.begun.messages[at]?.word ?? "";
		const others = doubtful(this.progress)
			.filter((other) => other.message !== at && other.word === word)
			.map(({ message }) => message + 1);
		return others.length === 0
			? ""
			: `; the ERROR is that of message ${others.join(" or ")} if the network delivered an earlier one twice`;
	}

	private unlessAnswered(came: Came, what: string): EndedEntry | null {
		switch (came.type) {
			case "silent":
				return ending("silent", `no answer to ${what}`);
			case "unsent":
				return ending("unsent", `${what} was not sent: ${came.reason}`);
			case "unheard":
				return ending(
					"unsent",
					`no answer to ${what} could come: ${came.reason}`,
				);
			case "limit":
				return ending("stopped", `${what} was not sent: ${came.reason}`);
			default:
				return null;
		}
	}
}

function ending(outcome: RunOutcome, why: string): EndedEntry {
	return { type: "ended", outcome, why };
}
