import type { Message } from "../../../grammar/message/message.ts";
import { plain } from "../../../grammar/plain/dialect.ts";
import { isScriptCall } from "../../../grammar/script/read.ts";
import { phrasesIn } from "../../commands/plain/phrases/languages.ts";
import { requestOf } from "../../panel/remote/code-requests.ts";
import { courtesiesLately, HELP_LINES } from "../../panel/remote/courtesies.ts";
import { isSenderShut } from "../../panel/remote/guard.ts";
import { languageOf } from "../../panel/state/remote-access.ts";
import { bySms } from "../../panel/state/sender.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import { sameSecret } from "../../same-secret.ts";
import {
	because,
	causeOf,
	declined,
	type PersonContext,
} from "../answer/person-context.ts";
import { plainMessage, plainTextOf } from "../answer/plain-text.ts";
import type { Response } from "../answer/response.ts";
import type { SilenceReason } from "../answer/silence-reason.ts";
import { type TextContext, unanswered } from "../answer/text-context.ts";
import { runScript } from "../script/run-script.ts";
import { answerQuestion } from "./answer-question.ts";
import { carryOut } from "./carry-out.ts";
import { confirmByCode } from "./confirm-by-code.ts";
import { nearestWord } from "./nearest-word.ts";

/** Whether a panel has anybody who may text it in plain words. */
export function knowsPeople({ remote }: PanelState): boolean {
	return remote.people.length > 0;
}

/**
 * What the panel makes of a text that is no installer's: plain words of somebody
 * listed, then a reply to the question for a code. Everybody else is met with
 * silence. Pure and total.
 */
export function respondToPerson(context: TextContext): Response {
	const { panel, state, sms, sender, now } = context;
	const { text } = sms;
	const { person } = sender;
	const silent = (after: PanelState, reason: SilenceReason): Response =>
		unanswered(context, after, { reason, message: null });
	if (person === undefined) {
		const event = { type: "unknown-sender", by: bySms(sender) } as const;
		const after = transition(state, event, now).state;
		// Beside the wire an installer's slip is told as one.
		const isSlip =
			panel.model.dialect.hasKeyword &&
			beginsWith(text, state.credentials.keyword) &&
			panel.model.dialect.read(text) === null;
		return silent(after, isSlip ? "unreadable" : "unlisted");
	}
	if (!person.enabled) return silent(state, "disabled");
	if (isSenderShut(state, sender.key, now)) return silent(state, "shut");

	const theirs: PersonContext = { ...context, person };
	if (isScriptCall(text)) return runScript(theirs);
	const message = plain.read(text);
	const said =
		message === null
			? null
			: plainTextOf(panel.model, state.remote.aliases, message);
	if (said !== null) return carryOut(theirs, said);
	const request = requestOf(state, sender.key);
	if (request !== undefined) return confirmByCode(theirs, request);
	const answer = answerQuestion(theirs);
	if (answer !== null) return answer;
	const near = nearestWord(theirs, message);
	if (
		(near === null && !state.remote.helpLine) ||
		courtesiesLately(state, sender.key, now) >= HELP_LINES
	)
		return silent(state, "not-understood");
	return helped(theirs, message, near);
}

/** The line that says how to ask for help, or the word that was probably meant. */
function helped(
	context: PersonContext,
	message: Message | null,
	near: string | null,
): Response {
	const { state, sms, now, person } = context;
	const by = causeOf(context);
	const after = transition(state, { type: "courtesy", by }, now).state;
	const say = phrasesIn[languageOf(state.remote, person)];
	const whole = { start: 0, end: sms.text.length };
	return declined(
		context,
		after,
		near === null ? say.helpLine : say.didYouMean(near),
		message ?? plainMessage("", []),
		null,
		[
			because(
				"message/no-word",
				"word: not one that the panel knows",
				near === null ? "HELP lists them" : `did you mean ${near}?`,
				whole,
			),
		],
	);
}

function beginsWith(text: string, secret: string): boolean {
	return sameSecret(text.trimStart().slice(0, secret.length), secret);
}
