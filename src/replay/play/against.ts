import type { Conversation } from "../../conversation/conversation.ts";
import { isDoing } from "../../conversation/conversation.ts";
import { type Located, lineOf } from "../../conversation/located.ts";
import type { Model } from "../../models/model.ts";
import { DEFAULT_PHONE } from "../../network/default-numbers.ts";
import type { Numbering } from "../../panel/state/phone-number.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { DirectPanel } from "../../simulation/direct-panel.ts";
import { type Quirk, quirked, quirkOf } from "../../simulation/quirk.ts";
import type { Mailbox } from "../../sms/mailbox.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";

export interface AgainstParts {
	/** What the other panel is compared with, and what it is taken to remember. */
	readonly model: Model;
	readonly state: PanelState;
	readonly numbering: Numbering;
	/** Differences that are known. */
	readonly quirks: readonly Quirk[];
	/** The modem. */
	readonly mailbox: Mailbox;
	/** The other panel's number. */
	readonly number: string;
	readonly clock: Clock;
	/** Milliseconds in which an answer has to come, and a silence to last. */
	readonly patience: number;
	/** Ends it: nothing more is sent, and no answer is waited for. */
	readonly signal?: AbortSignal;
	readonly onDifference: (difference: Difference) => void;
	/** Of every answer, alike or not, and every silence. */
	readonly onAnswer?: (answer: Quirk) => void;
}

/** The other panel answered otherwise than ours. */
export interface Difference {
	readonly id: string;
	readonly file: string;
	readonly line: number;
	readonly text: string;
	readonly ours: readonly string[];
	readonly theirs: readonly string[];
	readonly quirk: Quirk;
}

/** Thrown where the modem cannot send. */
export class NotSentError extends Error {
	override readonly name = "NotSentError";
}

/**
 * Why a conversation cannot be run with a panel that is reached by SMS alone, from
 * one phone, in real time; null where it can.
 * @param asked the model that the other panel is compared with
 */
export function unreachable(
	{ model, config, steps }: Conversation,
	asked: string,
): string | null {
	if (config !== null) return "it begins with a panel's file of its own";
	if (model !== null && model !== asked)
		return `it is for a ${model}, and the panel is compared with a ${asked}`;
	for (const step of steps) {
		if (step.type === "event") return "it needs somebody at the panel";
		if (step.type === "channel") return "it needs a network of its own";
		if (step.type !== "sms") continue;
		if (step.from !== null) return "it needs another phone";
		if (step.text.includes("{{")) return "it needs what was captured";
	}
	return null;
}

/**
 * Runs conversations with a panel behind a modem, one after another in real time,
 * and compares its answers with those of our panel. Neither panel is reset between
 * conversations, so both have to begin in the same state.
 */
export class Comparison {
	private readonly parts: AgainstParts;
	private readonly double: DirectPanel;
	private came: string[] = [];
	private wake = () => {};
	/** Texts that were sent. */
	sent = 0;
	/** Those that were answered as ours answers, and those that were not. */
	alike = 0;
	differences = 0;

	constructor(parts: AgainstParts) {
		const { model, state, numbering, clock } = parts;
		this.parts = parts;
		// Ours has another number than the phone, and is never asked for it.
		const identity = { model, number: "", numbering };
		this.double = new DirectPanel(identity, state, clock.now());
		void this.listen();
	}

	/** @throws NotSentError */
	async hold(located: Located): Promise<void> {
		const { clock, signal } = this.parts;
		let instant: number | null = null;
		for (const [at, step] of located.conversation.steps.entries()) {
			if (signal?.aborted) return;
			if (!isDoing(step)) continue;
			if (step.type === "wait") await wait(clock, step.milliseconds, signal);
			if (step.type === "at") {
				if (instant !== null)
					await wait(clock, Math.max(0, step.instant - instant), signal);
				instant = step.instant;
			}
			if (instant !== null && step.type === "wait")
				instant += step.milliseconds;
			if (step.type === "sms") await this.ask(located, at, step.text);
		}
	}

	private async ask(located: Located, at: number, text: string) {
		const { mailbox, number, clock, quirks } = this.parts;
		const { onDifference, onAnswer } = this.parts;
		this.double.advanceTo(clock.now());
		this.double.text(DEFAULT_PHONE, text);
		const response = this.double.heard?.response;
		if (response === undefined) return;
		const said = response.reply === null ? [] : [response.reply];
		const ours = quirked(quirks, response, said);
		this.came = [];
		const outcome = await mailbox.send(number, text);
		if (!outcome.sent) throw new NotSentError(outcome.reason);
		this.sent += 1;
		const theirs = await this.answers(ours.length);
		if (this.parts.signal?.aborted) return;
		const quirk = quirkOf(this.parts.model.name, response, said, theirs);
		onAnswer?.(quirk);
		if (JSON.stringify(theirs) === JSON.stringify(ours)) {
			this.alike += 1;
			return;
		}
		this.differences += 1;
		const { conversation, file } = located;
		onDifference({
			id: conversation.id,
			file,
			line: lineOf(located, at),
			text,
			ours,
			theirs,
			quirk,
		});
	}

	/** What comes until it is as many as wanted; for a silence, all that comes in time. */
	private async answers(wanted: number): Promise<readonly string[]> {
		const { clock, patience, signal } = this.parts;
		const over = new AbortController();
		const either = signal
			? AbortSignal.any([over.signal, signal])
			: over.signal;
		const isEnough = () => wanted > 0 && this.came.length >= wanted;
		this.wake = () => {
			if (isEnough() || wanted === 0) over.abort();
		};
		if (this.came.length === 0 || !isEnough())
			await wait(clock, patience, either);
		this.wake = () => {};
		return [...this.came];
	}

	private async listen(): Promise<void> {
		const { mailbox, number } = this.parts;
		for await (const mail of mailbox.incoming) {
			const { from, text } = mail;
			await mail.forget();
			if (digitsOf(from) !== digitsOf(number)) continue;
			this.came.push(text);
			this.wake();
		}
	}
}

/** A network may name a number with or without what stands in front of a country's code. */
function digitsOf(number: string): string {
	return number.replace(/^(\+|00)/, "");
}
