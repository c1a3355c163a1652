import type {
	Doing,
	ExpectedReplies,
	Step,
} from "../conversation/conversation.ts";
import { literally } from "../conversation/pattern.ts";
import { senderOf } from "../conversation/replies.ts";
import { START } from "../conversation/timeline.ts";
import { writeTranscript } from "../conversation/write-transcript.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import type { Model } from "../models/model.ts";
import { DEFAULT_PHONE } from "../network/default-numbers.ts";
import type { PanelEvent } from "../panel/state/event.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import { writeStep } from "../panel/typed-event.ts";
import type { RecordedSession } from "./simulated-panel.ts";

export interface SessionBeginning {
	readonly model: Model;
	readonly beginning: PanelState;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly start: number;
	/** Of the network's chance; null without a network. */
	readonly seed: number | null;
	/** Rules of the network at the start. */
	readonly rules: readonly string[];
}

/** Steps that are kept; a session that is longer is no conversation to read. */
const MOST = 10_000;

/** What is done with a panel in virtual time, step by step, to be written down. */
export class SessionRecord {
	readonly #session: SessionBeginning;
	readonly #steps: Step[] = [];
	/** A replay cannot take rules away: what follows claims nothing. */
	#claims = true;
	#isWhole = true;

	constructor(session: SessionBeginning) {
		this.#session = session;
		const { start, rules } = session;
		if (start !== START)
			this.#steps.push({ type: "at", instant: start, replies: null });
		this.#follow(rules);
	}

	text(from: string, text: string, sent: readonly Outgoing[]): void {
		const sender = from === DEFAULT_PHONE ? null : from;
		this.#add({ type: "sms", text, from: sender, replies: null }, sent);
	}

	event(event: PanelEvent, sent: readonly Outgoing[]): void {
		const text = writeStep(event);
		if (text !== null) this.#add({ type: "event", text, replies: null }, sent);
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
			this.#steps.push({ type: "comment", text });
		}
	}

	/** @throws RangeError where there were more steps than are kept */
	written(id: string): RecordedSession {
		if (!this.#isWhole)
			throw new RangeError(
				`record: more than ${MOST} steps; the first ones alone would be another conversation`,
			);
		const { model, beginning, seed } = this.#session;
		const factory = factoryState(model.name, model.sections);
		const isNew = JSON.stringify(beginning) === JSON.stringify(factory);
		const transcript = writeTranscript({
			id,
			model: model.name,
			config: isNew ? null : `${id}-config.json`,
			seed,
			source: null,
			tags: [],
			steps: this.#steps,
		});
		return { transcript, config: isNew ? null : beginning };
	}

	#follow(rules: readonly string[]): void {
		for (const rule of rules) this.#steps.push({ type: "channel", rule });
	}

	#add(step: Doing, sent: readonly Outgoing[]): void {
		if (this.#steps.length >= MOST) {
			this.#isWhole = false;
			return;
		}
		this.#steps.push({ ...step, replies: this.#claimed(step, sent) });
	}

	/** Only a text claims silence. */
	#claimed(step: Doing, sent: readonly Outgoing[]): ExpectedReplies {
		if (!this.#claims || (sent.length === 0 && step.type !== "sms"))
			return null;
		return repliesOf(sent, senderOf(step));
	}
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
