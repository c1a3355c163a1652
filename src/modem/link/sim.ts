/** The SIM: waited for while it is busy, unlocked once (3GPP TS 27.007, 8.3: +CPIN). */
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import { type AtError, adviceOn, describeAtError } from "../at/at-error.ts";
import { isBusy } from "../at/at-errors.ts";
import type { AtAnswer } from "../at/at-exchange.ts";
import { answerTo, readNumber, readParameters } from "../at/at-parameters.ts";
import type { AtSession } from "../at/at-session.ts";
import type { ModemSettings } from "./modem-settings.ts";

/** Why a modem cannot be used. */
export interface StartFault {
	readonly reason: string;
	readonly advice: string;
	/** A person has to do something; trying again would change nothing, or block the SIM. */
	readonly final: boolean;
}

/** Whether the SIM refused the PIN. It outlives the starts of one driver. */
export interface PinMemory {
	refused: boolean;
}

export interface SimParts {
	readonly session: AtSession;
	readonly clock: Clock;
	readonly settings: ModemSettings;
	readonly signal: AbortSignal;
	readonly memory: PinMemory;
}

const pauses = [500, 1000, 2000, 3000];
const pinTimeout = 15_000;

/** The fault of a command that a start cannot do without. */
export function faultOf(error: AtError): StartFault {
	return {
		reason: describeAtError(error),
		advice: adviceOn(error),
		final: false,
	};
}

/**
 * Runs a command until modem and SIM are no longer busy (CME 14 and 515), or
 * the patience is over.
 */
export async function whileBusy(
	{ session, clock, settings, signal }: SimParts,
	command: string,
	isPending: (lines: readonly string[]) => boolean = () => false,
): Promise<AtAnswer> {
	const end = clock.now() + settings.simPatience;
	for (let turn = 0; ; turn++) {
		const answer = await session.command(command);
		const { ok, lines } = answer;
		const refused = !ok && answer.error.type === "refused";
		const busy = refused && isBusy(answer.error.result);
		if (!busy && !(ok && isPending(lines))) return answer;
		const pause = pauses[Math.min(turn, pauses.length - 1)] ?? 0;
		if (clock.now() + pause > end || signal.aborted) return answer;
		await wait(clock, pause, signal);
	}
}

/** Gets the SIM ready; null when it is, else why not. */
export async function unlockSim(parts: SimParts): Promise<StartFault | null> {
	const { session, settings, memory } = parts;
	const state = await simState(parts);
	if (typeof state !== "string") return state;
	if (state === "READY") return null;
	if (state === "SIM PUK") return pukFault;
	if (state !== "SIM PIN") {
		return {
			reason: `the SIM or the modem is locked: it asks for ${state}`,
			advice: "unlock it in a phone, or ask who sold it",
			final: true,
		};
	}
	if (memory.refused) return refusedFault;
	const { pin } = settings;
	if (pin === null) return noPinFault;
	const left = await pinTriesLeft(session);
	if (left !== null && left < 2) return lastTryFault;
	// It counts as refused until it proves right, so it is never entered twice,
	// whatever happens next.
	memory.refused = true;
	const entered = await session.command(`AT+CPIN="${pin}"`, {
		timeout: pinTimeout,
		shown: "AT+CPIN=…",
	});
	if (!entered.ok && entered.error.type === "line")
		return faultOf(entered.error);
	const after = await simState(parts);
	if (typeof after !== "string") return after;
	if (after === "READY") {
		memory.refused = false;
		return null;
	}
	return after === "SIM PUK" ? pukFault : refusedFault;
}

/** Tries left before the SIM blocks, where the modem tells. */
export async function pinTriesLeft(session: AtSession): Promise<number | null> {
	const { ok, lines } = await session.command('AT+CPINR="SIM PIN"');
	const answer = ok ? answerTo("+CPINR", lines) : null;
	return answer === null ? null : readNumber(readParameters(answer)[1]);
}

/** `READY`, `SIM PIN` …, or why it cannot be told. */
async function simState(parts: SimParts): Promise<string | StartFault> {
	const answer = await whileBusy(
		parts,
		"AT+CPIN?",
		(lines) => answerTo("+CPIN", lines) === "NOT READY",
	);
	const { ok, lines } = answer;
	// A modem that answers nothing but OK has no SIM to unlock.
	if (ok) return answerTo("+CPIN", lines) ?? "READY";
	if (answer.error.type !== "refused") return faultOf(answer.error);
	const { result } = answer.error;
	// A bare ERROR may only mean that the modem does not know the question.
	if (result.type === "error") return "READY";
	if (result.type === "cme" && result.code === 11) return "SIM PIN";
	if (result.type === "cme" && result.code === 12) return "SIM PUK";
	return faultOf(answer.error);
}

const pukFault: StartFault = {
	reason: "the SIM is blocked: it asks for its PUK",
	advice: "put the SIM in a phone and enter the PUK; it is on the card's frame",
	final: true,
};

/** The SIM asks, and there is nothing to enter. */
export const noPinFault: StartFault = {
	reason: "the SIM asks for its PIN and none is set",
	advice: "set the PIN in the modem's settings, or switch it off in a phone",
	final: true,
};

/** The PIN that was entered is wrong. */
export const refusedFault: StartFault = {
	reason: "the SIM refused the PIN; it is not tried again",
	advice: "correct the PIN and start again: three wrong ones block the SIM",
	final: true,
};

const lastTryFault: StartFault = {
	reason: "the SIM has one try left for its PIN; it is not used here",
	advice: "put the SIM in a phone and enter the right PIN there",
	final: true,
};
