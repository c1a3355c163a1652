import type { AtSession } from "../../modem/at/at-session.ts";
import { readingSession, readySim } from "../../modem/link/reading-session.ts";
import type { StartFault } from "../../modem/link/sim.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import { faultError } from "../../ports/modem-line-error.ts";
import { modemOpener } from "../../ports/modem-opener.ts";
import { pinGuard } from "../../ports/pin-guard.ts";
import type { Clock } from "../../time/clock.ts";
import type { Transport } from "../../transport/transport.ts";
import { complain } from "../line/print.ts";
import { modemPlace } from "./modem-options.ts";
import type { ModemRequest } from "./modem-request.ts";

/**
 * Opens a modem's line, runs `ask` on it and closes it.
 * @param around wraps the line, to trace it
 * @throws ModemLineError where the line cannot be opened, or no modem answers
 */
export async function askModem<T>(
	{ url, init }: ModemRequest,
	{ owner, clock }: { readonly owner: string; readonly clock: Clock },
	ask: (session: AtSession) => Promise<T>,
	around: (line: Transport) => Transport = (line) => line,
): Promise<T> {
	const open = modemOpener(modemPlace(url), {
		owner,
		clock,
		say: complain,
		number: DEFAULT_NUMBER,
	});
	const line = around(await open());
	const begun = await readingSession(line, clock, init, complain);
	if (!begun.ok) throw faultError(begun.fault);
	try {
		return await ask(begun.session);
	} finally {
		await begun.session.close();
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
