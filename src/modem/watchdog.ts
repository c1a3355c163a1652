import type { Clock } from "../time/clock.ts";
import { wait } from "../time/wait.ts";
import { describeAtError } from "./at/at-error.ts";
import { answerTo } from "./at/at-parameters.ts";
import type { AtSession } from "./at/at-session.ts";
import type { OnlineModem } from "./link/modem-link.ts";
import type { NetworkWatch } from "./link/network-watch.ts";
import { isRegistered, readRegistration } from "./link/registration.ts";
import { operatorIn, signalIn } from "./link/signal.ts";
import { simQuestion, simQuestionOptions, simStateIn } from "./link/sim.ts";
import type { StorageWatch } from "./receiving/storage-watch.ts";

/** Why a modem has to be set up anew, and whether its line has to be opened anew first. */
export interface ModemError {
	readonly reason: string;
	readonly reopen: boolean;
}

export interface WatchdogParts {
	readonly clock: Clock;
	/** Milliseconds between two looks. */
	readonly interval: number;
	readonly network: NetworkWatch;
	readonly storage: StorageWatch;
	/** Ends the watch. */
	readonly signal: AbortSignal;
}

// A modem that is busy for a moment gets another chance; a dead one costs half a minute.
const chances = 3;

/**
 * Looks after a modem: that it answers, that it has not forgotten how it was
 * set up, network, signal and storage.
 * @returns what is wrong, as soon as something is; null when the watch ends
 */
export async function watchModem(
	modem: OnlineModem,
	{ clock, interval, network, storage, signal }: WatchdogParts,
): Promise<ModemError | null> {
	const asSetUp = await settingsOf(modem.session);
	for (;;) {
		if (signal.aborted) return null;
		if (!(await answers(modem.session))) {
			const reason = `the modem does not answer: ${chances} times AT without OK`;
			return { reason, reopen: true };
		}
		if ((await settingsOf(modem.session)) !== asSetUp) {
			const reason = "the modem has forgotten its settings: it was reset";
			return { reason, reopen: false };
		}
		const registration = await readRegistration(modem.session);
		network.registered(registration);
		if (registration !== null && !isRegistered(registration)) {
			const locked = await lockOf(modem.session);
			if (locked !== null) return { reason: locked, reopen: false };
		}
		const strength = await modem.session.command("AT+CSQ");
		if (strength.ok) network.measured(signalIn(strength.lines).dbm);
		const operator = await modem.session.command("AT+COPS?");
		if (operator.ok) {
			network.operatorNamed(operatorIn(operator.lines, modem.facts.charset));
		}
		await storage.look(modem);
		await wait(clock, interval, signal);
	}
}

async function answers(session: AtSession): Promise<boolean> {
	for (let chance = 1; chance <= chances; chance++) {
		const answer = await session.command("AT");
		if (answer.ok || answer.error.type === "refused") return true;
		if (answer.error.type === "line") return false;
	}
	return false;
}

/** Why the SIM is not to be used; null while it is. A modem that was switched off wants its PIN again. */
async function lockOf(session: AtSession): Promise<string | null> {
	const answer = await session.command(simQuestion, simQuestionOptions);
	if (answer.ok) {
		const state = simStateIn(answer.lines) ?? "READY";
		return state === "READY" ? null : `the SIM asks for ${state}`;
	}
	const { error } = answer;
	const says = error.type === "refused" && error.result.type === "cme";
	return says ? describeAtError(error) : null;
}

// Each set at the start, and each lost in a reset; that of +CNMI alone may look
// the same before and after.
const settings = ["+CNMI", "+CMGF", "+CMEE"];

/** What the modem says of how it was set up; a setting that it does not tell is left out. */
async function settingsOf(session: AtSession): Promise<string> {
	const told: string[] = [];
	for (const name of settings) {
		const { ok, lines } = await session.command(`AT${name}?`);
		told.push((ok ? answerTo(name, lines) : null) ?? "");
	}
	return told.join(";");
}
