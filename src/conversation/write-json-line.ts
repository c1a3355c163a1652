import {
	type Conversation,
	type ExpectedReplies,
	type Step,
	timeText,
} from "./conversation.ts";

/** A conversation on one line that reads back as the same. */
export function writeJsonLine(conversation: Conversation): string {
	const { id, model, config, seed, source, tags, steps } = conversation;
	return JSON.stringify({
		id,
		...(model === null ? {} : { model }),
		...(source === null ? {} : { source }),
		...(config === null ? {} : { config }),
		...(seed === null ? {} : { seed }),
		...(tags.length === 0 ? {} : { tags }),
		steps: steps.map(stepJson),
	});
}

function stepJson(step: Step): object {
	switch (step.type) {
		case "sms":
			return {
				sms: step.text,
				...(step.from === null ? {} : { from: step.from }),
				...repliesJson(step.replies),
			};
		case "wait":
			return { wait: timeText(step), ...repliesJson(step.replies) };
		case "at":
			return { at: timeText(step), ...repliesJson(step.replies) };
		case "event":
			return { event: step.text, ...repliesJson(step.replies) };
		case "claim":
			return { state: { [step.path]: step.value } };
		case "channel":
			return { channel: step.rule };
		case "comment":
			return { comment: step.text };
	}
}

function repliesJson(replies: ExpectedReplies): object {
	if (replies === null) return {};
	return {
		replies: replies.map(({ to, pattern }) =>
			to === null ? pattern : { to, text: pattern },
		),
	};
}
