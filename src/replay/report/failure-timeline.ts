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
import type { Moment } from "./failure-report.ts";
import type { Mask } from "./mask.ts";

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
	// One form for all: spreads would make V8 a class of objects for each failure.
	runConversation(conversation, beginning, {
		readEvent,
		channel,
		quirks,
		find,
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
