import { shown } from "../../../grammar/message/terminal-text.ts";
import type { UssdState } from "../../modem/link/modem-event.ts";
import { isAnswer } from "../../modem/supplementary/ussd.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import { ModemLineError } from "../../ports/modem-line-error.ts";
import { withStartedModem } from "../../ports/started-modem.ts";
import { systemClock as clock } from "../../time/system-clock.ts";
import { describeTrouble } from "../../views/modem/modem-trouble.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import { modemPlace, timeoutOf } from "./modem-options.ts";
import type { ModemRequest } from "./modem-request.ts";

/** Sends a USSD code and prints the network's answer. */
export async function ussd(
	{ url, pin, init, json }: ModemRequest,
	code: string,
	patience = "60s",
	answers: readonly string[] = [],
): Promise<ExitCode> {
	const place = modemPlace(url);
	const timeout = timeoutOf(patience);
	const over = new AbortController();
	clock.at(clock.now() + timeout, () => over.abort());
	const outcome = await withStartedModem(
		{
			place,
			clock,
			signal: over.signal,
			say: complain,
			owner: "alarmpanel modem ussd",
			number: DEFAULT_NUMBER,
			settings: { pin, init, receiveEnabled: false, statusReport: false },
			onEvent(event) {
				const trouble = describeTrouble(event);
				if (trouble !== null) complain(trouble);
			},
		},
		async (modem) => {
			let said = await modem.ussd(code, timeout);
			for (const answer of answers) {
				if (!said.ok || said.message.state !== "answer-expected") break;
				said = await modem.ussd(answer, timeout);
			}
			// A menu that is left open would take the next code for its answer.
			await modem.endUssd();
			return said;
		},
	);
	if (!outcome.ok) throw new ModemLineError(outcome.reason, outcome.advice);
	const { state, text } = outcome.message;
	const answered = isAnswer(outcome.message);
	if (json) print({ ok: answered, code, state, text });
	else if (text !== null)
		print(
			text
				.split(/\r\n|\r|\n/)
				.map(shown)
				.join("\n"),
		);
	if (state === "answer-expected")
		complain(
			"the network offered a choice, and the dialogue was ended; --answer gives one",
		);
	if (!answered)
		complain(
			`alarmpanel: the network did not answer ${code}: ${why[state] ?? state}`,
		);
	return answered ? ExitCode.ok : ExitCode.runtime;
}

/** Why a message is no answer. */
const why: { readonly [S in UssdState]?: string } = {
	ended: "it ended the dialogue; try again later",
	"answered-elsewhere": "something else on this SIM answers it",
	"not-supported": "it does not know this code",
	timeout: "it took too long; try again",
};
