import type { Clock } from "../time/clock.ts";
import type { Transport } from "../transport/transport.ts";
import { adviceOn, describeAtError } from "./at-error.ts";
import { AtSession, type AtTimeouts, usualTimeouts } from "./at-session.ts";

/** A line on which a modem answers, or why it does not. */
export type Probe =
	| { readonly ok: true; readonly session: AtSession }
	| { readonly ok: false; readonly reason: string; readonly advice: string };

/**
 * Asks once for a sign of life, for programs that need a modem for a moment
 * and no driver. A line without one is closed; else the session is to be.
 */
export async function probeModem(
	transport: Transport,
	clock: Clock,
	timeouts: AtTimeouts = usualTimeouts,
): Promise<Probe> {
	const session = new AtSession({
		transport,
		clock,
		timeouts,
		onIndication: () => {},
		onStray: () => {},
	});
	const answer = await session.greet();
	// A modem that says ERROR to AT is one all the same.
	if (answer.ok || answer.error.type === "refused") {
		await session.command("ATE0");
		await session.command("AT+CMEE=1");
		return { ok: true, session };
	}
	await session.close();
	const { error } = answer;
	return { ok: false, reason: describeAtError(error), advice: adviceOn(error) };
}
