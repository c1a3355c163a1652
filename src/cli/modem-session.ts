import { ModemLineError } from "../device/modem-line-error.ts";
import { modemOpener } from "../device/modem-opener.ts";
import type { AtSession } from "../modem/at-session.ts";
import { readingSession } from "../modem/reading-session.ts";
import type { StartFault } from "../modem/sim.ts";
import type { Clock } from "../time/clock.ts";
import { keepAlive } from "../time/keep-alive.ts";
import type { Transport } from "../transport/transport.ts";
import { modemPlace } from "./modem-options.ts";
import type { ModemRequest } from "./modem-request.ts";
import { complain } from "./print.ts";
import { DEFAULT_NUMBER } from "./sender-options.ts";

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

/** A modem's fault as what ends a verb. */
export function faultError({ reason, advice }: StartFault): ModemLineError {
	return new ModemLineError(reason, advice);
}
