import {
	type Event,
	type ExpectedReplies,
	isDoing,
	type Sms,
	type Step,
} from "../conversation/conversation.ts";
import { literally } from "../conversation/pattern.ts";
import { senderOf } from "../conversation/replies.ts";
import { START } from "../conversation/timeline.ts";
import { writeTranscript } from "../conversation/write-transcript.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import type { Model } from "../models/model.ts";
import { DEFAULT_PHONE } from "../network/default-numbers.ts";
import type { PanelEvent } from "../panel/state/event.ts";
import type { Numbering } from "../panel/state/phone-number.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import { writeTypedEvent } from "../panel/typed-event.ts";
import { LONGEST_TEXT } from "../sms/segments.ts";
import type { RecordedSession } from "./simulated-panel.ts";
import { type DoneStep, discreetSession, doneStep } from "./told-session.ts";

export interface SessionBeginning {
	readonly model: Model;
	readonly beginning: PanelState;
	readonly numbering: Numbering;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly start: number;
	/** Of the network's chance; null without a network. */
	readonly seed: number | null;
	/** Rules of the network at the start. */
	readonly rules: readonly string[];
}

/** When a step was done, and what the panel remembered before and afterwards. */
export interface StepMoment {
	readonly before: PanelState;
	readonly after: PanelState;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly now: number;
}

/** What is recorded of a text that is too long for an SMS: a replay refuses it. */
export const TOO_LONG: Step = {
	type: "comment",
	text: `a text of more than ${LONGEST_TEXT} characters, which no SMS carries, is left out`,
};

/** Steps that are kept; a session that is longer is no conversation to read. */
const MOST = 10_000;

/** A step and whether it claims what came in it. */
interface RecordedStep extends DoneStep {
	readonly claims: boolean;
}

/** What is done with a panel in virtual time, step by step, to be written down. */
export class SessionRecord {
	readonly #session: SessionBeginning;
	readonly #steps: RecordedStep[] = [];
	/** A replay cannot take rules away: what follows claims nothing. */
	#claims = true;
	#isWhole = true;

	constructor(session: SessionBeginning) {
		this.#session = session;
		const { start, rules } = session;
		if (start !== START)
			this.#add({ type: "at", instant: start, replies: null });
		this.#follow(rules);
	}

	/** @param at when, and what the panel remembered before and afterwards */
	text(
		{ from, text }: { readonly from: string; readonly text: string },
		sent: readonly Outgoing[],
		at: StepMoment,
	): void {
		if (text.length > LONGEST_TEXT) {
			this.#add(TOO_LONG);
			return;
		}
		const sender = from === DEFAULT_PHONE ? null : from;
		this.#do({ type: "sms", text, from: sender, replies: null }, sent, at);
	}

	event(event: PanelEvent, sent: readonly Outgoing[], at: StepMoment): void {
		const text = writeTypedEvent(event);
		if (text !== null)
			this.#do({ type: "event", text, replies: null }, sent, at);
	}

	wait(milliseconds: number, sent: readonly Outgoing[]): void {
		this.#add({ type: "wait", milliseconds, replies: null }, sent);
	}

	/** Other rules of the network from now on. */
	channel(before: readonly string[], after: readonly string[]): void {
		const kept = before.every((rule, at) => after[at] === rule);
		if (kept) this.#follow(after.slice(before.length));
		else {
			this.#claims = false;
			const text = `from here on the network has other rules: ${after.join(", ") || "none"}; a replay keeps the old ones`;
			this.#add({ type: "comment", text });
		}
	}

	/**
	 * @param showDuress whether duress and silent alarms are told
	 * @throws RangeError where there were more steps than are kept
	 */
	written(id: string, showDuress: boolean): RecordedSession {
		if (!this.#isWhole)
			throw new RangeError(
				`record: more than ${MOST} steps; the first ones alone would be another conversation`,
			);
		const { model, beginning, numbering, seed } = this.#session;
		const panel = { model, state: beginning, numbering };
		const steps = showDuress
			? this.#steps
			: discreetSession(this.#steps, panel, seed);
		const factory = factoryState(model.name, model.sections);
		const isNew = JSON.stringify(beginning) === JSON.stringify(factory);
		const transcript = writeTranscript({
			id,
			model: model.name,
			config: isNew ? null : `${id}-config.json`,
			seed,
			source: null,
			tags: [],
			steps: steps.map(claimed),
		});
		return { transcript, config: isNew ? null : beginning };
	}

	#follow(rules: readonly string[]): void {
		for (const rule of rules) this.#add({ type: "channel", rule });
	}

	#do(
		step: Sms | Event,
		sent: readonly Outgoing[],
		{ before, after, now }: StepMoment,
	): void {
		if (this.#isFull()) return;
		const { model, numbering } = this.#session;
		const panel = { model, numbering, state: before };
		const done = doneStep(step, sent, { panel, after, now });
		this.#steps.push({ ...done, claims: this.#claims });
	}

	#add(step: Step, sent: readonly Outgoing[] = []): void {
		if (this.#isFull()) return;
		this.#steps.push({ step, sent, discreet: step, claims: this.#claims });
	}

	#isFull(): boolean {
		if (this.#steps.length < MOST) return false;
		this.#isWhole = false;
		return true;
	}
}

/** Only a text claims silence. */
function claimed({ step, sent, claims }: RecordedStep): Step {
	if (!isDoing(step) || !claims) return step;
	if (sent.length === 0 && step.type !== "sms") return step;
	return { ...step, replies: repliesOf(sent, senderOf(step)) };
}

/** The claim that exactly these texts left the panel. */
export function repliesOf(
	sent: readonly Outgoing[],
	sender: string,
): ExpectedReplies {
	return sent.map(({ to, text }) => ({
		to: to === sender ? null : to,
		pattern: literally(text),
	}));
}
