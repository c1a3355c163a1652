import {
	type Conversation,
	type Doing,
	isDoing,
	type Step,
} from "../conversation/conversation.ts";
import { senderOf } from "../conversation/replies.ts";
import { writeTranscript } from "../conversation/write-transcript.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import type { PanelState } from "../panel/state/state.ts";
import { ConversationDigest } from "../simulation/conversation-digest.ts";
import type { StartingPanel } from "../simulation/run-conversation.ts";
import { repliesOf } from "../simulation/session-record.ts";
import { type DoneStep, discreetSession } from "../simulation/told-session.ts";

/**
 * What was done with a panel on the page, as a conversation. Waits that follow each
 * other are one, in it and in its digest: the page's clock moves every second.
 */
export class PageSession {
	private readonly kept: DoneStep[] = [];

	/** In the order in which they were done. */
	get done(): readonly DoneStep[] {
		return this.kept;
	}

	/** A step that tells of nobody. */
	add(step: Step, sent: readonly Outgoing[]): void {
		const last = this.kept.at(-1);
		if (step.type === "wait" && last?.step.type === "wait") {
			const milliseconds = last.step.milliseconds + step.milliseconds;
			const all = [...last.sent, ...sent];
			const longer = { ...step, milliseconds };
			this.kept.splice(-1, 1, { step: longer, sent: all, discreet: longer });
		} else this.kept.push({ step, sent, discreet: step });
	}

	/** A step that somebody may have been forced to. */
	addDone(done: DoneStep): void {
		this.kept.push(done);
	}

	/** Whether duress or a silent alarm was in it. */
	get hidesSomething(): boolean {
		return this.kept.some(({ step, discreet }) => discreet !== step);
	}

	/** The steps as they may have been without duress and silent alarms. */
	get discreet(): readonly Step[] {
		return this.kept.flatMap(({ discreet }) => discreet ?? []);
	}

	/** How a text that was sent is told where duress is not. */
	discreetText(from: string, text: string): string {
		const done = this.kept.findLast(
			({ step }) =>
				step.type === "sms" && step.text === text && senderOf(step) === from,
		);
		return done?.discreet?.type === "sms" ? done.discreet.text : text;
	}

	/**
	 * The conversation, with all that came as its expected replies.
	 * @param beginning the panel before the first step
	 * @param showDuress whether duress and silent alarms are told: whoever forces
	 *   somebody may look at the page
	 */
	transcript(
		head: Omit<Conversation, "steps">,
		beginning: StartingPanel,
		showDuress: boolean,
	): string {
		const told = showDuress
			? this.kept
			: discreetSession(this.kept, beginning, head.seed);
		const steps = told.map(({ step, sent }) =>
			isDoing(step) ? claimed(step, sent) : step,
		);
		return writeTranscript({ ...head, steps });
	}

	/** The digest that a replay of the conversation has. */
	digest(id: string, before: PanelState, after: PanelState): string {
		const digest = new ConversationDigest();
		for (const { step, sent } of this.kept)
			if (isDoing(step)) digest.step(sent);
		return digest.digest(id, before, after);
	}
}

/** Only a text claims silence. */
function claimed(step: Doing, sent: readonly Outgoing[]): Doing {
	if (sent.length === 0 && step.type !== "sms") return step;
	return { ...step, replies: repliesOf(sent, senderOf(step)) };
}
