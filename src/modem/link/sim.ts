/** The SIM: waited for while it is busy, unlocked once (3GPP TS 27.007, 8.3: +CPIN). */
import { messageOf } from "../../error-message.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import { type AtError, adviceOn, describeAtError } from "../at/at-error.ts";
import { isBusy } from "../at/at-errors.ts";
import type { AtAnswer } from "../at/at-exchange.ts";
import { answerTo, readNumber, readParameters } from "../at/at-parameters.ts";
import type { AtSession, CommandOptions } from "../at/at-session.ts";
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

/** PINs that SIMs refused, known to all who use a modem: three wrong ones block a SIM. */
export interface PinRecord {
	/**
	 * Whether a PIN was entered on this line and did not prove right; null if not.
	 * @param line the modem's line, as its transport calls it
	 */
	find(line: string, pin: string): Promise<StartFault | null>;
	/** Records a PIN before it is entered. May reject. */
	add(line: string, pin: string): Promise<void>;
	/** The PIN proved right. */
	remove(line: string, pin: string): Promise<void>;
}

/** For a driver that is alone with its modem. */
export const noRecord: PinRecord = {
	async find() {
		return null;
	},
	async add() {},
	async remove() {},
};

export interface SimParts {
	readonly session: AtSession;
	readonly clock: Clock;
	readonly settings: ModemSettings;
	readonly signal: AbortSignal;
	readonly memory: PinMemory;
	readonly record: PinRecord;
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
	{
		session,
		clock,
		settings,
		signal,
	}: Pick<SimParts, "session" | "clock" | "settings" | "signal">,
	command: string,
	isPending: (answer: AtAnswer) => boolean = isBusyAnswer,
	options: CommandOptions = {},
): Promise<AtAnswer> {
	const end = clock.now() + settings.simPatience;
	for (let turn = 0; ; turn++) {
		const answer = await session.command(command, options);
		if (!isPending(answer)) return answer;
		const pause = pauses[Math.min(turn, pauses.length - 1)] ?? 0;
		if (clock.now() + pause > end || signal.aborted) return answer;
		await wait(clock, pause, signal);
	}
}

// A modem that has no PDU mode refuses it for ever.
const bootPatience = 20_000;

/** Sets PDU mode. A modem whose SMS part is not up yet refuses that for some seconds. */
export function setPduMode(
	parts: Pick<SimParts, "session" | "clock" | "settings" | "signal">,
): Promise<AtAnswer> {
	const simPatience = Math.min(parts.settings.simPatience, bootPatience);
	return whileBusy(
		{ ...parts, settings: { ...parts.settings, simPatience } },
		"AT+CMGF=0",
		(answer) => !answer.ok && answer.error.type === "refused",
	);
}

function isBusyAnswer(answer: AtAnswer): boolean {
	return (
		!answer.ok && answer.error.type === "refused" && isBusy(answer.error.result)
	);
}

/** Gets the SIM ready; null when it is, else why not. */
export async function unlockSim(parts: SimParts): Promise<StartFault | null> {
	const { session, settings, memory, record } = parts;
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
	const before = await record.find(session.name, pin);
	if (before !== null) return before;
	const left = await pinTriesLeft(session);
	if (left !== null && left < 2) return lastTryFault;
	try {
		await record.add(session.name, pin);
	} catch (error) {
		// With all tries left, one that is forgotten does no harm yet.
		if (left === null || left < 3) return unrecordedFault(messageOf(error));
	}
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
		await record.remove(session.name, pin);
		return null;
	}
	return after === "SIM PUK" ? pukFault : refusedFault;
}

// How often a SIM that needs a person is looked at.
const lockedInterval = 60_000;

/** Resolves when somebody has unlocked the SIM: the modem is to be set up again. */
export async function whenUnlocked({
	session,
	clock,
	signal,
}: Pick<SimParts, "session" | "clock" | "signal">): Promise<{
	readonly reason: string;
	readonly reopen: false;
}> {
	for (;;) {
		await wait(clock, lockedInterval, signal);
		const { lines } = await session.command(simQuestion, simQuestionOptions);
		if (signal.aborted || simStateIn(lines) === "READY") {
			return { reason: "the SIM was unlocked", reopen: false };
		}
	}
}

/** Tries left before the SIM blocks, where the modem tells. */
export async function pinTriesLeft(session: AtSession): Promise<number | null> {
	// Not every modem takes the name of the PIN; without it, it lists them all.
	for (const command of ['AT+CPINR="SIM PIN"', "AT+CPINR"]) {
		const { ok, lines } = await session.command(command);
		if (!ok) continue;
		for (const line of lines) {
			const [name, left] = readParameters(answerTo("+CPINR", [line]) ?? "");
			if (name === "SIM PIN") return readNumber(left);
		}
	}
	return null;
}

/** Asks for the SIM's state. Some modems answer it without an OK. */
export const simQuestion = "AT+CPIN?";
export const simQuestionOptions: CommandOptions = { bare: "+CPIN" };

/** `READY`, `SIM PIN` … in the answer to {@link simQuestion}, null where it does not say. */
export function simStateIn(lines: readonly string[]): string | null {
	const answer = answerTo("+CPIN", lines);
	return answer === null ? null : (readParameters(answer)[0] ?? null);
}

/** `READY`, `SIM PIN` …, or why it cannot be told. */
async function simState(parts: SimParts): Promise<string | StartFault> {
	const answer = await whileBusy(
		parts,
		simQuestion,
		(answer) =>
			isBusyAnswer(answer) ||
			(answer.ok && simStateIn(answer.lines) === "NOT READY"),
		simQuestionOptions,
	);
	const { ok, lines } = answer;
	// A modem that answers nothing but OK has no SIM to unlock.
	if (ok) return simStateIn(lines) ?? "READY";
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
const refusedFault: StartFault = {
	reason: "the SIM refused the PIN; it is not tried again",
	advice: "correct the PIN and start again: three wrong ones block the SIM",
	final: true,
};

function unrecordedFault(reason: string): StartFault {
	return {
		reason: `the PIN is not entered: a refusal could not be remembered (${reason})`,
		advice: "make room in the folder for temporary files",
		final: false,
	};
}

const lastTryFault: StartFault = {
	reason: "the SIM has one try left for its PIN; it is not used here",
	advice: "put the SIM in a phone and enter the right PIN there",
	final: true,
};
