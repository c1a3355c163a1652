import { checkFirst } from "../../commands/plain/check-first.ts";
import { oneSms } from "../../commands/plain/one-sms.ts";
import type { Asking } from "../../commands/plain/plain-command.ts";
import { minutesUntil } from "../../commands/plain/when.ts";
import { nextRemoteAction } from "../../panel/remote/remote-actions.ts";
import { plainWordRows } from "../../panel/state/plain-words.ts";
import type { PlainWord } from "../../panel/state/remote-access.ts";
import { MINUTE } from "../../time/units.ts";
import { ageOf, type Forbidden, whyForbidden } from "../answer/permission.ts";
import {
	askingOf,
	because,
	declined,
	type PersonContext,
} from "../answer/person-context.ts";
import type { PlainText } from "../answer/plain-text.ts";
import type { Response } from "../answer/response.ts";

/** The answer to a word that is forbidden; null where it is allowed. */
export function whyNot(
	context: PersonContext,
	{ command, message }: PlainText,
): Response | null {
	const { word } = command.spec;
	const { right } = plainWordRows[word];
	const forbidden = whyForbidden(context, {
		what: word,
		right,
		rightTo: right ?? "",
		changes: isChange(command),
	});
	if (forbidden === null) return null;
	const { code, message: why, hint } = forbidden;
	const reply = forbiddenReplies[code](askingOf(context), word, context);
	return declined(context, context.state, reply, message, command, [
		because(code, why, hint, message.word),
	]);
}

const forbiddenReplies: {
	readonly [C in Forbidden["code"]]: (
		asking: Asking,
		word: PlainWord,
		context: PersonContext,
	) => string;
} = {
	"person/right": ({ say }, word) => say.mayNot(word),
	"person/remote-off": ({ say }) => say.switchedOff,
	"person/too-old": (asking, _, context) => {
		const minutes = Math.floor(ageOf(context) / MINUTE);
		const { say } = asking;
		return oneSms(say, [say.tooOld(minutes), checkFirst(asking)]);
	},
};

/** Null where the minimum delay is over, or does not hold for the word. */
export function tooSoon(
	context: PersonContext,
	{ command, message }: PlainText,
): Response | null {
	const { state, now } = context;
	const next = plainWordRows[command.spec.word].delayed
		? nextRemoteAction(state, now)
		: null;
	if (next === null) return null;
	const { say } = askingOf(context);
	const minutes = minutesUntil(next, now);
	return declined(context, state, say.tooSoon(minutes), message, command, [
		because(
			"person/too-soon",
			`minimum delay: ${state.remote.minimumDelay} min, ${minutes} of them are left`,
			"DISARM and MUTE do not wait",
			message.word,
		),
	]);
}

/** Whether a word changes something at the panel, and is no question. */
export function isChange({ spec }: PlainText["command"]): boolean {
	return spec.toEvent !== undefined && spec.word !== "CREDIT";
}
