import type { Replies } from "../../commands/replies.ts";
import { replyText } from "../../models/reply-template.ts";
import { plainMessage } from "./plain-text.ts";
import type { PanelIdentity, ReceivedSms, Response } from "./response.ts";
import type { SilenceReason } from "./silence-reason.ts";
import { whyIgnored } from "./silence-reasons.ts";

/**
 * A text that the panel does not obey, with what its model says to that. Most say
 * nothing, and then it stays as it is.
 */
export function turnedAway(
	subscriber: PanelIdentity,
	sms: ReceivedSms,
	response: Response,
): Response {
	const { verdict } = response;
	if (verdict.type !== "silence") return response;
	const outcome = outcomes[verdict.reason];
	if (outcome === undefined) return response;
	const template = subscriber.model.replies[outcome];
	if (template === null || sms.from === "") return response;
	const message = verdict.message ?? plainMessage("", []);
	return {
		...response,
		reply: replyText(template, message.word.text),
		verdict: {
			type: "error",
			message,
			command: null,
			args: null,
			diagnostics: [whyIgnored(subscriber, sms, verdict)],
		},
	};
}

/** What a model may answer; whatever else a panel is silent about, it always is. */
const outcomes: { readonly [R in SilenceReason]?: keyof Replies } = {
	unreadable: "unreadable",
	keyword: "wrongKeyword",
	code: "wrongCode",
};
