/** Registration on the network (3GPP TS 27.007, 7.2: +CREG, +CEREG). */
import { answerTo, readNumber, readParameters } from "../at/at-parameters.ts";
import type { AtSession } from "../at/at-session.ts";

const words: ReadonlyMap<number, string> = new Map([
	[0, "not registered, not searching"],
	[1, "registered, home network"],
	[2, "not registered, searching"],
	[3, "registration denied"],
	[4, "registration not known"],
	[5, "registered, roaming"],
	[6, "registered for SMS only, home network"],
	[7, "registered for SMS only, roaming"],
	[8, "emergency calls only"],
	[9, "registered, home network, voice preferred elsewhere"],
	[10, "registered, roaming, voice preferred elsewhere"],
]);

/** A registration status in words. */
export function describeRegistration(status: number): string {
	return words.get(status) ?? `registration status ${status}`;
}

/** Whether the network refuses the SIM or the modem, so that waiting helps nothing. */
export function isDenied(status: number | null): boolean {
	return status === 3 || status === 8;
}

/** What a person can do where the modem is not registered. */
export function registrationAdvice(status: number | null): string {
	return isDenied(status)
		? "the network refuses the SIM: ask whether it is active, and whether 2G is still there"
		: "move the antenna; where 2G is switched off, a modem for LTE is needed";
}

/** Whether SMS can be sent and received in that state. */
export function isRegistered(status: number): boolean {
	return [1, 5, 6, 7, 9, 10].includes(status);
}

/**
 * Asks for the registration; null where the modem does not answer such a
 * question. A modem on LTE only may say so in +CEREG alone.
 */
export async function readRegistration(
	session: AtSession,
): Promise<number | null> {
	const circuit = await ask(session, "+CREG");
	if (circuit === null || isRegistered(circuit)) return circuit;
	const evolved = await ask(session, "+CEREG");
	return evolved !== null && isRegistered(evolved) ? evolved : circuit;
}

async function ask(session: AtSession, name: string): Promise<number | null> {
	const { ok, lines } = await session.command(`AT${name}?`);
	const answer = ok ? answerTo(name, lines) : null;
	return answer === null ? null : readNumber(readParameters(answer)[1]);
}
