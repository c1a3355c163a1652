import type { Message } from "../../../grammar/message/message.ts";
import { checkFirst } from "../../commands/plain/check-first.ts";
import { oneSms } from "../../commands/plain/one-sms.ts";
import { bind } from "../../derive/bind.ts";
import { plainWordsOf } from "../../models/plain-words.ts";
import { isOver, isUsed } from "../../panel/remote/code-requests.ts";
import { DURESS } from "../../panel/state/fields/special-codes.ts";
import { find } from "../../panel/state/numbered.ts";
import type { CodeRequest } from "../../panel/state/runtime.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import { checkCode } from "../answer/one-time-code.ts";
import {
	askingOf,
	because,
	causeOf,
	declined,
	type PersonContext,
} from "../answer/person-context.ts";
import { plainMessage } from "../answer/plain-text.ts";
import type { Response } from "../answer/response.ts";
import { unanswered } from "../answer/text-context.ts";
import { done, underDuress } from "./carry-out.ts";
import { tooSoon, whyNot } from "./forbidden-word.ts";

/**
 * Reads a text as the answer to the question for a code. There is one try: the
 * request is dropped, whatever comes of it. A right code that comes too late gets
 * no answer. All other checks of the request are made again.
 */
export function confirmByCode(
	context: PersonContext,
	request: CodeRequest,
): Response {
	const { panel, sms, now, person } = context;
	const by = causeOf(context);
	const left = transition(context.state, { type: "drop-request", by }, now);
	const asking = askingOf(context);
	const { say } = asking;
	const message = reply(sms.text);
	const command = plainWordsOf(panel.model).get(request.word) ?? null;
	const asked = plainMessage(request.word, request.slots);
	const args = command === null ? null : bind(command, asked).args;
	// The network may take its time, but an answer is no older than its question.
	const sentAt = Math.min(now, Math.max(sms.sentAt ?? now, request.at));
	const { step, duress } = judged(context, sentAt);
	if (
		step === null ||
		command === null ||
		args === null ||
		request.person !== person.id
	) {
		const state = transition(
			left.state,
			{ type: "wrong-code", listed: true, by },
			now,
		).state;
		const text = oneSms(say, [say.wrongCode, checkFirst(asking)]);
		return declined(context, state, text, message, command, [
			because(
				"person/wrong-code",
				"one-time code: wrong",
				`otp test ${person.numbers[0]} CODE says why`,
				message.code,
			),
		]);
	}
	const used = { type: "code-used", person: person.id, step, by } as const;
	const state = transition(left.state, used, now).state;
	const again: PersonContext = { ...context, state };
	const text = { command, message: { ...asked, code: message.code } };
	const response = isOver(request, sentAt)
		? unanswered(context, state, { reason: "late-code", message })
		: (whyNot(again, text) ??
			tooSoon(again, text) ??
			done(again, { ...text, args }));
	return duress ? underDuress(again, response) : response;
}

/** Compares with both PINs in any case: the time must not tell which one it was. */
function judged(
	{ state, sms, now, person }: PersonContext,
	sentAt: number,
): { readonly step: number | null; readonly duress: boolean } {
	const check = (pin: string) =>
		checkCode(
			{ key: person.otpKey, pin },
			sms.text,
			now,
			(each) => isUsed(state, person.id, each, now),
			sentAt,
		).step;
	const own = check(pinOf(state, person.user));
	const duress = check(pinOf(state, DURESS));
	return { step: own ?? duress, duress: own === null && duress !== null };
}

function pinOf({ users }: PanelState, user: number): string {
	return find(users, user)?.pin ?? "";
}

/** The whole text is the code. */
function reply(text: string): Message {
	const empty = plainMessage("", []);
	return { ...empty, code: { text, start: 0, end: text.length } };
}
