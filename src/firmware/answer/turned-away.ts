import type { Replies } from "../../commands/replies.ts";
import { replyText } from "../../models/reply-template.ts";
import { plainMessage } from "./plain-text.ts";
import type { PanelIdentity, ReceivedSms, Response } from "./response.ts";
import type { SilenceReason } from "./silence-reason.ts";
import { whyIgnored } from "./silence-reasons.ts";

/**
 * Adds the model's answer to a text that is not obeyed. Most models have none: the
 * response is returned as it is.
 */
export function turnedAway(
	panel: PanelIdentity,
	sms: ReceivedSms,
	response: Response,
): Response {
	const { verdict } = response;
	if (verdict.type !== "silence") return response;
	const outcome = outcomes[verdict.reason];
	if (outcome === undefined) return response;
	const template = panel.model.replies[outcome];
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
			diagnostics: [whyIgnored(panel, sms, verdict)],
		},
	};
}

/** The reasons to which a model may have an answer; to all others panels are silent. */
const outcomes: { readonly [R in SilenceReason]?: keyof Replies } = {
	unreadable: "unreadable",
	keyword: "wrongKeyword",
	code: "wrongCode",
};
