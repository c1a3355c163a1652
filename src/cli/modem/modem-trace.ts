import { readModemFacts } from "../../modem/link/modem-info.ts";
import { ModemLineError } from "../../ports/modem-line-error.ts";
import { aborted } from "../../ports/started-modem.ts";
import { systemClock as clock } from "../../time/system-clock.ts";
import { lineTrace, spelt } from "../../transport/line-trace.ts";
import { traced } from "../../transport/traced.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain, print, printJsonLine } from "../line/print.ts";
import { timeoutOf } from "./modem-options.ts";
import type { ModemRequest } from "./modem-request.ts";
import { askModem, unlock } from "./modem-session.ts";

/** Prints the bytes between this process and a modem until it is stopped. */
export async function trace(
	request: ModemRequest,
	{
		info,
		timeout,
	}: { readonly info: boolean; readonly timeout?: string | undefined },
): Promise<ExitCode> {
	const { json, pin, showSecrets } = request;
	const over = new AbortController();
	if (timeout !== undefined) {
		const end = clock.now() + timeoutOf(timeout);
		clock.at(end, () => over.abort());
	}
	const { note, flush } = lineTrace(
		({ at, direction, text }) => {
			const when = new Date(at).toISOString();
			if (json) printJsonLine({ at: when, direction, text });
			else
				print(
					`${when.slice(11, 23)} ${direction === "out" ? ">" : "<"} ${spelt(text)}`,
				);
		},
		showSecrets ? "nothing" : "texts",
	);
	// Ctrl-C ends the process; a line that is not complete yet is printed then.
	process.once("exit", flush);
	const owner = "alarmpanel modem trace";
	return askModem(
		request,
		{ owner, clock },
		async (session) => {
			if (pin !== null) {
				const fault = await unlock(session, clock, pin);
				if (fault !== null) complain(`${fault.reason}; ${fault.advice}`);
			}
			if (info) await readModemFacts(session);
			if (timeout === undefined) complain("listening; Ctrl-C ends it");
			const ended = await Promise.race([session.ended, aborted(over.signal)]);
			if (ended === null) return ExitCode.ok;
			throw new ModemLineError(ended, "check cable and power of the modem");
		},
		(line) => traced(line, clock, note),
	);
}
