import { DAY, HOUR, SECOND } from "../../time/units.ts";
import { noticed } from "../reporting/notices.ts";
import { type Cause, phoneOf } from "../state/event.ts";
import { logged } from "../state/log.ts";
import type { Guard, Misses } from "../state/runtime.ts";
import { senderKey } from "../state/sender.ts";
import type { PanelState } from "../state/state.ts";

/** Most senders whose wrong codes are counted; the oldest entry makes room. */
export const GUARD_CAPACITY = 50;

/** How long the first lockout lasts; each further wrong code doubles it. (EBS grade 2) */
const FIRST_LOCKOUT = 90 * SECOND;
const LONGEST_LOCKOUT = HOUR;

/** After so many wrong codes from unlisted numbers in an hour, all unlisted numbers are ignored. */
const STRANGERS_BUDGET = 10;
/** The same after such an hour, until there was no wrong code for a day. */
const SIEGE_BUDGET = 1;

/** A sender's count is forgotten after this time without a wrong code. */
const FORGOTTEN = DAY;

/** Wrong codes in a row that shut the way over MQTT. No option lifts it: a program guesses fast. */
const MQTT_LIMIT = 3;

/** Wrong codes that lock a sender out where people are listed and the option is 0. */
const USUAL_LIMIT = 3;

/**
 * Counts a wrong code that followed a right keyword. Each sender has a count;
 * unlisted senders share one more.
 *
 * @param listed whether the sender is a listed person
 */
export function countWrongCode(
	state: PanelState,
	by: Cause,
	listed: boolean,
	now: number,
): PanelState {
	const { guard } = state.runtime;
	const sender = senderKey(by);
	const known = guard.wrongCodes.find(({ from }) => from === sender);
	const others = guard.wrongCodes.filter((entry) => entry !== known);
	const inARow =
		known === undefined || now - known.at >= FORGOTTEN ? 0 : known.count;
	const entry = { from: sender, count: inARow + 1, at: now };
	const wrongCodes = [...others, entry].slice(-GUARD_CAPACITY);
	const counted = logged(
		withGuard(state, { ...guard, wrongCodes }),
		now,
		by,
		"wrong-code",
	);
	if (state.remote.people.length === 0) return counted;
	if (!listed) return countStranger(counted, entry.count, now);
	return entry.count === smsGuardOf(state)
		? warned(counted, phoneOf(by), now)
		: counted;
}

/** Counts a wrong code against the hourly budget that all unlisted senders share. */
function countStranger(
	state: PanelState,
	inARow: number,
	now: number,
): PanelState {
	const { guard } = state.runtime;
	const strangers = [...strangersLately(state, now), now].slice(
		-STRANGERS_BUDGET,
	);
	const goesOn = isBesieged(state, now);
	const begins =
		strangers.length === STRANGERS_BUDGET || inARow >= smsGuardOf(state);
	if (!goesOn && !begins) return withGuard(state, { ...guard, strangers });
	const spent = withGuard(state, { ...guard, strangers, spentAt: now });
	// People are warned once, until a day passes without a wrong code.
	return goesOn ? spent : warned(spent, "", now);
}

/** Whether all unlisted senders are ignored at the moment. */
export function areStrangersShut(state: PanelState, now: number): boolean {
	if (state.remote.people.length === 0) return false;
	const budget = isBesieged(state, now) ? SIEGE_BUDGET : STRANGERS_BUDGET;
	return strangersLately(state, now).length >= budget;
}

function strangersLately(
	{ runtime }: PanelState,
	now: number,
): readonly number[] {
	return runtime.guard.strangers.filter((at) => now - HOUR < at && at <= now);
}

/** Whether unlisted senders used up their budget within the last day. */
function isBesieged({ runtime }: PanelState, now: number): boolean {
	const { spentAt } = runtime.guard;
	return spentAt !== null && now - spentAt < FORGOTTEN;
}

/** Wrong codes after which a sender is locked out; 0 is no limit. A right code does not reset them: somebody listed could guess the installer code in between. */
export function smsGuardOf({ options, remote }: PanelState): number {
	if (options.smsGuard !== 0) return options.smsGuard;
	return remote.people.length === 0 ? 0 : USUAL_LIMIT;
}

function warned(state: PanelState, from: string, now: number): PanelState {
	return noticed(state, "troubles", {
		at: now,
		about: "guessing",
		what: from,
		subject: 0,
		zones: [],
		by: "",
	});
}

/** Where codes are typed that come in no text. */
export type CodeWay = "keypad" | "mqtt";

/** Counts a wrong code. Each way has a counter of its own: neither shuts the other, and no text pushes one out. */
export function codeMissed(
	state: PanelState,
	way: CodeWay,
	by: Cause,
	now: number,
): PanelState {
	const { guard } = state.runtime;
	const missed = { count: (guard[way]?.count ?? 0) + 1, at: now };
	const counted = withGuard(state, { ...guard, [way]: missed });
	return logged(counted, now, by, "wrong-code");
}

/** A right code resets the count of its way. */
export function codeHeard(state: PanelState, way: CodeWay): PanelState {
	const { guard } = state.runtime;
	return guard[way] === null
		? state
		: withGuard(state, { ...guard, [way]: null });
}

/** When codes are taken over MQTT again; null where they are. */
export function mqttShutUntil(
	{ runtime }: PanelState,
	now: number,
): number | null {
	const { mqtt } = runtime.guard;
	return mqtt === null ? null : shutUntil(mqtt, MQTT_LIMIT, now);
}

/**
 * Whether wrong codes have locked a sender or the keypad out: for 90 seconds after
 * the last allowed one, twice as long after each further one, an hour at most.
 *
 * @param allowed wrong codes before the first lockout; 0 is no limit
 */
export function isShut(
	misses: Misses | null,
	allowed: number,
	now: number,
): boolean {
	return misses !== null && shutUntil(misses, allowed, now) !== null;
}

/** When the lockout that `isShut` tells of ends; null for none. */
function shutUntil(
	misses: Misses,
	allowed: number,
	now: number,
): number | null {
	if (allowed === 0 || misses.count < allowed) return null;
	const doublings = Math.min(misses.count - allowed, 6);
	const lockout = Math.min(FIRST_LOCKOUT * 2 ** doublings, LONGEST_LOCKOUT);
	return misses.at <= now && now < misses.at + lockout
		? misses.at + lockout
		: null;
}

/** Who is not heard at the moment. */
export interface Lockouts {
	/** When the keypad is heard again; null where it is. */
	readonly keypadUntil: number | null;
	/** When codes over MQTT are heard again; null where they are. */
	readonly mqttUntil: number | null;
	readonly senders: readonly {
		readonly from: string;
		readonly until: number;
	}[];
	/** Whether no unlisted number is heard. */
	readonly strangers: boolean;
}

export function lockouts(state: PanelState, now: number): Lockouts {
	const { keypad, wrongCodes } = state.runtime.guard;
	const allowed = smsGuardOf(state);
	return {
		keypadUntil:
			keypad === null
				? null
				: shutUntil(keypad, state.options.keypadGuard, now),
		mqttUntil: mqttShutUntil(state, now),
		senders: wrongCodes.flatMap((each) => {
			const until = shutUntil(each, allowed, now);
			return until === null ? [] : [{ from: each.from, until }];
		}),
		strangers: areStrangersShut(state, now),
	};
}

/**
 * Whether a sender of texts is locked out at the moment.
 *
 * @param key of the sender
 */
export function isSenderShut(
	state: PanelState,
	key: string,
	now: number,
): boolean {
	const allowed = smsGuardOf(state);
	return allowed !== 0 && isShut(missesOf(state, key), allowed, now);
}

function missesOf({ runtime }: PanelState, key: string): Misses | null {
	return runtime.guard.wrongCodes.find(({ from }) => from === key) ?? null;
}

function withGuard(state: PanelState, guard: Guard): PanelState {
	return { ...state, runtime: { ...state.runtime, guard } };
}
