import type { Doing, Event, Sms, Step } from "../conversation/conversation.ts";
import { literally } from "../conversation/pattern.ts";
import { senderOf } from "../conversation/replies.ts";
import {
	stepLines,
	writeTranscript,
} from "../conversation/write-transcript.ts";
import type { Activity } from "../firmware/activity.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import { DEFAULT_PHONE } from "../network/default-numbers.ts";
import { dialled } from "../panel/state/phone-number.ts";
import type { PanelState } from "../panel/state/state.ts";
import { writeTypedEvent } from "../panel/typed-event.ts";
import { ConversationDigest } from "./conversation-digest.ts";
import type { StartingPanel } from "./run-conversation.ts";
import { repliesOf, TOO_LONG } from "./session-record.ts";
import { discreetStep, stepAlone } from "./told-session.ts";

export interface RecorderOptions {
	readonly id: string;
	/** What the conversation begins with. */
	readonly beginning: StartingPanel;
	/** The name by which it finds that, from where it is written. */
	readonly config: string;
	readonly source: string;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly start: number;
	/** Whether duress and silent alarms are recorded. */
	readonly showDuress: boolean;
	/** Gets the transcript, some lines at a time. */
	readonly write: (lines: string) => void;
}

/**
 * Writes what happens at a panel as a conversation that passes when it is
 * replayed. A second panel takes every step as a replay would. Where its answer
 * differs from the panel's (a text from the panel's own number), the step claims
 * nothing and a comment says what came. Repeats, and texts above the hourly limit,
 * are left out.
 *
 * Whoever forces the owner may read the recording. So a step under duress is
 * recorded with the user's own PIN, and what raises a silent alarm is left out.
 */
export class Recorder {
	private readonly options: RecorderOptions;
	private readonly digestInput = new ConversationDigest();
	private double: StartingPanel;
	private now: number;

	constructor(options: RecorderOptions) {
		const { id, beginning, config, source, start, write } = options;
		this.options = options;
		this.double = beginning;
		this.now = start;
		this.digestInput.step([]);
		write(
			writeTranscript({
				id,
				model: beginning.model.name,
				config,
				seed: null,
				source,
				tags: [],
				steps: [{ type: "at", instant: start, replies: null }],
			}),
		);
	}

	/** Something happened at the panel. What it sends follows from the rest. */
	take(activity: Activity): void {
		if (activity.type === "sent") return;
		if (activity.type === "event") {
			const text = writeTypedEvent(activity.event);
			// An event that cannot be typed follows from the others.
			if (text === null) return;
			this.passTo(activity.at);
			const event = this.tellable({ type: "event", text, replies: null });
			if (event !== null) this.write(this.claimed(event));
			return;
		}
		const { from, text, named, report, silence } = activity;
		const { reply, accepted, provenance } = report;
		if (silence === "repeat" || silence === "too-often") return;
		this.passTo(activity.at);
		// The text itself was cut.
		if (report.diagnostics.some(({ code }) => code === "message/too-long")) {
			this.write(TOO_LONG);
			return;
		}
		const sender = named ? asName(from) : from === DEFAULT_PHONE ? null : from;
		const sms = this.tellable({
			type: "sms",
			text,
			from: sender,
			replies: null,
		});
		if (sms === null) return;
		const step = this.claimed(sms);
		// A script has no answer, and may text its sender.
		const isScript = reply === null && accepted && provenance === null;
		if (isScript || isAnswered(step, reply)) this.write(step);
		else {
			this.write(sms);
			const came = reply === null ? "nothing" : reply;
			const why = named ? "the sender is a name" : "a replay is different";
			this.write({ type: "comment", text: `the answer was ${came}; ${why}` });
		}
	}

	/** The digest that a replay of the recording would have if it ended at that instant. */
	digest(id: string, now: number): string {
		const { state: before } = this.options.beginning;
		const milliseconds = now - this.now;
		if (milliseconds <= 0)
			return this.digestInput.digest(id, before, this.double.state);
		const wait = { type: "wait", milliseconds, replies: null } as const;
		const { sent, state } = this.doubled(wait);
		return this.digestInput.digest(id, before, state, sent);
	}

	/** It is over at that instant. */
	end(now: number): void {
		this.passTo(now);
	}

	private passTo(instant: number): void {
		const milliseconds = instant - this.now;
		if (milliseconds <= 0) return;
		const step = this.claimed({ type: "wait", milliseconds, replies: null });
		this.now = instant;
		this.write(step.replies?.length === 0 ? { ...step, replies: null } : step);
	}

	/** The step as it is recorded; null where it is left out. */
	private tellable<Told extends Sms | Event>(step: Told): Told | null {
		if (this.options.showDuress) return step;
		const tried = (each: Told) => this.doubled(each).state;
		const { state: before } = this.double;
		return discreetStep(step, { before, after: tried(step), tried });
	}

	/** The step with the replies of a replay; only a text claims silence. */
	private claimed(step: Doing): Doing {
		const { sent, state } = this.doubled(step);
		this.double = { ...this.double, state };
		this.digestInput.step(sent);
		return sent.length === 0 && step.type !== "sms"
			? step
			: { ...step, replies: repliesOf(sent, senderOf(step)) };
	}

	/** What a replay would do in a step. */
	private doubled(step: Doing): {
		readonly sent: readonly Outgoing[];
		readonly state: PanelState;
	} {
		return stepAlone(step, this.double, this.now);
	}

	private write(step: Step): void {
		this.options.write(
			stepLines(step)
				.map((line) => `${line}\n`)
				.join(""),
		);
	}
}

/**
 * A sender's name as a conversation has it, where whatever can be dialled is a
 * number: a name that reads like one is nobody's there, as it is at the panel.
 */
function asName(name: string): string {
	return dialled(name) === null ? name : `name${name}`;
}

/** Whether a step claims that answer to its sender, or its absence. */
function isAnswered({ replies }: Doing, answer: string | null): boolean {
	const toSender = replies?.filter(({ to }) => to === null) ?? [];
	return answer === null
		? toSender.length === 0
		: toSender.some(({ pattern }) => pattern === literally(answer));
}
