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
import { repliesOf } from "../simulation/session-record.ts";

/** A step that was done, and what came to phones in it. */
export interface DoneStep {
	readonly step: Step;
	readonly sent: readonly Outgoing[];
}

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

	add(step: Step, sent: readonly Outgoing[]): void {
		const last = this.kept.at(-1);
		if (step.type === "wait" && last?.step.type === "wait") {
			const milliseconds = last.step.milliseconds + step.milliseconds;
			const all = [...last.sent, ...sent];
			this.kept.splice(-1, 1, { step: { ...step, milliseconds }, sent: all });
		} else this.kept.push({ step, sent });
	}

	/** The conversation, with all that came as its expected replies. */
	transcript(head: Omit<Conversation, "steps">): string {
		const steps = this.kept.map(({ step, sent }) =>
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
