/** A modem asked by itself, without a driver that receives and deletes. */
import type { Clock } from "../../time/clock.ts";
import type { Transport } from "../../transport/transport.ts";
import { describeAtError } from "../at/at-error.ts";
import { AtSession } from "../at/at-session.ts";
import { type ModemSettings, usualSettings } from "./modem-settings.ts";
import { faultOf, type PinRecord, type StartFault, unlockSim } from "./sim.ts";

/** A session that a modem answers in, without echo and with errors by number. */
export type ReadingSession =
	| { readonly ok: true; readonly session: AtSession }
	| { readonly ok: false; readonly fault: StartFault };

/**
 * Begins a session; where the modem is silent, the line is closed. Total.
 * @param init commands that it is given first
 * @param onWarning is told which of them it refuses
 */
export async function readingSession(
	transport: Transport,
	clock: Clock,
	init: readonly string[] = [],
	onWarning: (message: string) => void = () => {},
): Promise<ReadingSession> {
	const session = new AtSession({
		transport,
		clock,
		timeouts: usualSettings.timeouts,
		onIndication() {},
		onStray() {},
	});
	const greeting = await session.greet();
	if (!greeting.ok && greeting.error.type !== "refused") {
		await session.close();
		return { ok: false, fault: faultOf(greeting.error) };
	}
	await session.command("ATE0");
	await session.command("AT+CMEE=1");
	for (const line of init) {
		const answer = await session.command(line);
		if (!answer.ok) onWarning(describeAtError(answer.error));
	}
	return { ok: true, session };
}

/** Gets the SIM ready, its PIN entered at most once; null when it is, else why not. */
export function readySim(
	session: AtSession,
	clock: Clock,
	pin: ModemSettings["pin"],
	record: PinRecord,
): Promise<StartFault | null> {
	return unlockSim({
		session,
		clock,
		settings: { ...usualSettings, pin },
		signal: new AbortController().signal,
		memory: { refused: false },
		record,
	});
}
