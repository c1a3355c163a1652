import type { Message } from "../../../grammar/message/message.ts";
import { checkFirst } from "../../commands/plain/check-first.ts";
import { oneSms } from "../../commands/plain/one-sms.ts";
import { bind } from "../../derive/bind.ts";
import { plainWordsOf } from "../../models/plain-words.ts";
import { isOver } from "../../panel/remote/code-requests.ts";
import { find } from "../../panel/state/numbered.ts";
import type { CodeRequest } from "../../panel/state/runtime.ts";
import { DURESS } from "../../panel/state/special-codes.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import {
	askingOf,
	because,
	causeOf,
	declined,
	type Hearing,
} from "../answer/hearing-person.ts";
import { checkCode } from "../answer/one-time-code.ts";
import { plainMessage } from "../answer/plain-text.ts";
import { type Response, silence } from "../answer/response.ts";
import { done, tooSoon, whyNot } from "./carry-out.ts";

/**
 * A text that is no word of ours is the one try of whoever was asked for a code:
 * the request is gone, whatever comes of it. A right code that comes too late is
 * met with silence; everything else that was checked when it was asked for is
 * checked again.
 */
export function confirmByCode(
	hearing: Hearing,
	request: CodeRequest,
): Response {
	const { subscriber, sms, effects, now, person } = hearing;
	const by = causeOf(hearing);
	const left = transition(hearing.state, { type: "drop-request", by }, now);
	const asking = askingOf(hearing);
	const { say } = asking;
	const message = reply(sms.text);
	const command = plainWordsOf(subscriber.model).get(request.word) ?? null;
	const asked = plainMessage(request.word, request.slots);
	const args = command === null ? null : bind(command, asked).args;
	const { step, duress } = judged(hearing, sms.text);
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
		return declined(hearing, state, text, message, command, [
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
	if (isOver(request, now))
		return { ...silence(state, now, "late-code", message), effects };
	const again: Hearing = { ...hearing, state };
	const text = { command, message: { ...asked, code: message.code } };
	return (
		whyNot(again, text) ??
		tooSoon(again, text) ??
		done(again, { ...text, args }, duress)
	);
}

/** Both PINs are tried, whichever is right: the time tells nothing. */
function judged(
	{ state, now, person }: Hearing,
	text: string,
): { readonly step: number | null; readonly duress: boolean } {
	const last = state.runtime.guard.usedCodes.find(
		(used) => used.person === person.id,
	);
	const check = (pin: string) =>
		checkCode({ key: person.otpKey, pin }, text, now, last?.step ?? null).step;
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
