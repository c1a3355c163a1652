import {
	findingsOn,
	modemInfoText,
	readModemFacts,
	verdictOn,
} from "../../modem/link/modem-info.ts";
import { systemClock as clock } from "../../time/system-clock.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import type { ModemRequest } from "./modem-request.ts";
import { askModem, unlock } from "./modem-session.ts";

/** What a modem says about itself, and whether it can be used. */
export async function info(request: ModemRequest): Promise<ExitCode> {
	const { json, pin } = request;
	const owner = "alarmpanel modem info";
	const facts = await askModem(request, { owner, clock }, async (session) => {
		if (pin !== null) {
			const fault = await unlock(session, clock, pin);
			if (fault !== null) complain(`${fault.reason}; ${fault.advice}`);
		}
		return readModemFacts(session);
	});
	const findings = findingsOn(facts);
	const ok = findings.every(({ verdict }) => verdict !== "bad");
	if (json) print({ ok, verdict: verdictOn(findings), findings, facts });
	else print(modemInfoText(facts).trimEnd());
	return ok ? ExitCode.ok : ExitCode.refused;
}
