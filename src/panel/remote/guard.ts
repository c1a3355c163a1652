import { DAY, HOUR, SECOND } from "../../time/units.ts";
import { noticed } from "../reporting/notices.ts";
import { type Cause, senderOf } from "../state/event.ts";
import { logged } from "../state/log.ts";
import type { Guard, Misses } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";

/** Senders whose wrong codes are remembered; the one heard of longest ago makes room. */
export const GUARD_CAPACITY = 50;

/** How long the first lockout lasts; each further wrong code doubles it. (EBS grade 2) */
const FIRST_LOCKOUT = 90 * SECOND;
const LONGEST_LOCKOUT = HOUR;

/** Wrong codes of numbers that are nobody's, in an hour, after which none of them is heard. */
export const STRANGERS_BUDGET = 10;
/** The same from when they were caught guessing until a day is quiet. */
const SIEGE_BUDGET = 1;

/** A sender who was quiet for so long starts anew; guessing that slowly takes years. */
const FORGOTTEN = DAY;

/** Wrong codes in a row after which a sender is not heard, once there are people. */
const USUAL_LIMIT = 3;

/**
 * Counts a wrong code that followed a right keyword. Who is on the list has a
 * count of their own; all others share one more.
 *
 * @param listed whether the sender is somebody who is let in
 */
export function countWrongCode(
	state: PanelState,
	by: Cause,
	listed: boolean,
	now: number,
): PanelState {
	const { guard } = state.runtime;
	const sender = senderOf(by);
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
		? warned(counted, sender, now)
		: counted;
}

/** The budget that numbers have in common that are nobody's. */
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
	// While they go on guessing it is one episode, however long that takes.
	return goesOn ? spent : warned(spent, "", now);
}

/** Whether no number that is nobody's is heard at the moment. */
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

/** Whether numbers that are nobody's have been guessing codes within a day. */
function isBesieged({ runtime }: PanelState, now: number): boolean {
	const { spentAt } = runtime.guard;
	return spentAt !== null && now - spentAt < FORGOTTEN;
}

/** Wrong codes in a row after which a sender is not heard for a while; 0 is never. */
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

/** Counts a wrong code at the keypad, which no sender of messages can push out. */
export function keypadMissed(
	state: PanelState,
	by: Cause,
	now: number,
): PanelState {
	const { guard } = state.runtime;
	const keypad = { count: (guard.keypad?.count ?? 0) + 1, at: now };
	return logged(withGuard(state, { ...guard, keypad }), now, by, "wrong-code");
}

/** A right code at the keypad takes back the count. */
export function heard(state: PanelState): PanelState {
	const { guard } = state.runtime;
	return guard.keypad === null
		? state
		: withGuard(state, { ...guard, keypad: null });
}

/**
 * Whether so many wrong codes came in a row that nobody is heard for a while:
 * 90 seconds from the last allowed one, twice as long after each further one,
 * an hour at most.
 *
 * @param allowed how many may come; 0 is any number
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
		senders: wrongCodes.flatMap((each) => {
			const until = shutUntil(each, allowed, now);
			return until === null ? [] : [{ from: each.from, until }];
		}),
		strangers: areStrangersShut(state, now),
	};
}

/** Whether a sender of messages is not heard at the moment. */
export function isSenderShut(
	state: PanelState,
	from: string,
	now: number,
): boolean {
	const allowed = smsGuardOf(state);
	return allowed !== 0 && isShut(missesOf(state, from), allowed, now);
}

function missesOf({ runtime }: PanelState, from: string): Misses | null {
	return runtime.guard.wrongCodes.find((entry) => entry.from === from) ?? null;
}

function withGuard(state: PanelState, guard: Guard): PanelState {
	return { ...state, runtime: { ...state.runtime, guard } };
}
