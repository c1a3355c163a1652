import type { Conversation, Step } from "../../conversation/conversation.ts";
import { isDoing } from "../../conversation/conversation.ts";
import { literally } from "../../conversation/pattern.ts";
import { senderOf } from "../../conversation/replies.ts";
import { beginningOf } from "../../conversation/timeline.ts";
import { replyLines, stepLines } from "../../conversation/write-transcript.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import {
	type RunOptions,
	runConversation,
	type StartingPanel,
} from "../../simulation/run-conversation.ts";
import type { Mask } from "./mask.ts";

/** One step of a conversation as it went. Plain data. */
export interface Moment {
	/** Counted from 1. */
	readonly step: number;
	/** Milliseconds since 1970-01-01T00:00:00Z, when the step was done. */
	readonly at: number;
	readonly type: Step["type"];
	/** The step as a transcript has it, without what is expected. */
	readonly text: string;
	/** What left the panel in it, as a transcript has it. */
	readonly came: readonly string[];
	/** Whether what is claimed of it does not hold. */
	readonly failed: boolean;
}

/** At most so many steps: a longer timeline is not read. */
const LONGEST = 40;
const BEHIND = 1;

/**
 * The steps of a conversation around those that fail, with what really came. Runs
 * the conversation once more.
 */
export function failureTimeline(
	conversation: Conversation,
	beginning: StartingPanel,
	failing: readonly number[],
	{ readEvent, channel, quirks, find }: RunOptions,
	mask: Mask | null,
): readonly Moment[] {
	const { steps } = conversation;
	const [first = 0] = failing;
	const last = Math.min(failing.at(-1) ?? first, first + LONGEST / 2);
	const from = Math.max(0, last + 1 - LONGEST);
	const sent = new Map<number, readonly Outgoing[]>();
	runConversation(conversation, beginning, {
		...(readEvent === undefined ? {} : { readEvent }),
		...(channel === undefined ? {} : { channel }),
		...(quirks === undefined ? {} : { quirks }),
		...(find === undefined ? {} : { find }),
		onStep: (step, texts) => sent.set(step, texts),
	});
	let now = beginningOf(steps);
	return steps.slice(0, last + 1 + BEHIND).flatMap((step, at) => {
		if (step.type === "wait") now += step.milliseconds;
		if (step.type === "at") now = step.instant;
		if (at < from) return [];
		return {
			step: at + 1,
			at: now,
			type: step.type,
			text: textOf(mask === null ? step : mask.step(step)),
			came: cameLines(step, sent.get(at) ?? [], mask),
			failed: failing.includes(at),
		};
	});
}

function textOf(step: Step): string {
	const bare = isDoing(step) ? { ...step, replies: null } : step;
	return stepLines(bare)[0] ?? "";
}

function cameLines(
	step: Step,
	sent: readonly Outgoing[],
	mask: Mask | null,
): string[] {
	if (!isDoing(step) || sent.length === 0) return [];
	const sender = senderOf(step);
	return [
		...replyLines(
			sent.map(({ to, text }) => ({
				to: to === sender ? null : to,
				pattern: literally(mask === null ? text : mask.text(text)),
			})),
		),
	];
}
