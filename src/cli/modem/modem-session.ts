import type { AtSession } from "../../modem/at/at-session.ts";
import { readingSession, readySim } from "../../modem/link/reading-session.ts";
import type { StartFault } from "../../modem/link/sim.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import { faultError } from "../../ports/modem-line-error.ts";
import { modemOpener } from "../../ports/modem-opener.ts";
import { pinGuard } from "../../ports/pin-guard.ts";
import type { Clock } from "../../time/clock.ts";
import { keepAlive } from "../../time/keep-alive.ts";
import type { Transport } from "../../transport/transport.ts";
import { complain } from "../line/print.ts";
import { modemPlace } from "./modem-options.ts";
import type { ModemRequest } from "./modem-request.ts";

/**
 * Asks a modem by itself: opens its line, lets `ask` ask, closes it.
 * @param around put around the line, to see what passes
 * @throws ModemLineError where there is no line, or nobody answers
 */
export async function askModem<T>(
	{ url, init }: ModemRequest,
	{ owner, clock }: { readonly owner: string; readonly clock: Clock },
	ask: (session: AtSession) => Promise<T>,
	around: (line: Transport) => Transport = (line) => line,
): Promise<T> {
	const open = modemOpener(modemPlace(url), {
		...{ owner, clock, say: complain },
		number: DEFAULT_NUMBER,
	});
	const letEnd = keepAlive();
	try {
		const begun = await readingSession(around(await open()), clock, init);
		if (!begun.ok) throw faultError(begun.fault);
		try {
			return await ask(begun.session);
		} finally {
			await begun.session.close();
		}
	} finally {
		letEnd();
	}
}

/** Gets the SIM ready; null when it is, else why not. A PIN that was refused once is not entered. */
export function unlock(
	session: AtSession,
	clock: Clock,
	pin: string | null,
): Promise<StartFault | null> {
	return readySim(session, clock, pin, pinGuard(clock));
}
