import type { KnownCredit } from "../../firmware/known-credit.ts";
import type { ModemFacts } from "../../modem/link/modem-info.ts";
import { systemClock } from "../../time/system-clock.ts";
import { wait } from "../../time/wait.ts";
import type { Panel } from "../panel.ts";

/** What a panel says of its modem, as plain data that can cross a socket. */
export interface ToldModem {
	readonly url: string;
	/** Null while the modem does not answer. */
	readonly facts: ModemFacts | null;
	/** Why it cannot be used; null when it can. */
	readonly reason: string | null;
	/** How often it was set up again since the panel runs. */
	readonly restarts: number;
	/** The SIM's credit as it was told last since the panel runs; null while it is not known. */
	readonly credit: KnownCredit | null;
}

/** The answer to who asks for the modem. */
export interface ModemAnswer {
	/** Null where the panel has none. */
	readonly modem: ToldModem | null;
}

/** How long a modem may take for all that it is asked, in milliseconds. */
const PATIENCE = 2500;

/** Asks the modem of a panel in this process. */
export async function tellOfModem({
	modem,
	credit,
}: Panel): Promise<ModemAnswer> {
	const { url } = modem;
	if (url === null) return { modem: null };
	const answered = new AbortController();
	const facts = await Promise.race([
		modem.facts(),
		wait(systemClock, PATIENCE, answered.signal).then(() => null),
	]);
	answered.abort();
	const { reason, restarts } = modem.account;
	return { modem: { url, facts, reason, restarts, credit } };
}
