import type { Cause } from "./event.ts";
import { logged } from "./log.ts";
import type { Guard, Misses } from "./runtime.ts";
import type { PanelState } from "./state.ts";

/** Senders whose wrong codes are remembered; the one heard of longest ago makes room. */
export const GUARD_CAPACITY = 50;

/** How long the first lockout lasts; each further wrong code doubles it. (EBS grade 2) */
const FIRST_LOCKOUT = 90_000;
const LONGEST_LOCKOUT = 3_600_000;

/** Counts a wrong code that followed a right keyword. */
export function countWrongCode(
	state: PanelState,
	by: Cause,
	now: number,
): PanelState {
	const { guard } = state.runtime;
	const known = guard.wrongCodes.find(({ from }) => from === by.from);
	const others = guard.wrongCodes.filter((entry) => entry !== known);
	const entry = { from: by.from, count: (known?.count ?? 0) + 1, at: now };
	const wrongCodes = [...others, entry].slice(-GUARD_CAPACITY);
	return logged(
		withGuard(state, { ...guard, wrongCodes }),
		now,
		by,
		"wrong-code",
	);
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
	if (misses === null || allowed === 0 || misses.count < allowed) return false;
	const doublings = Math.min(misses.count - allowed, 6);
	const lockout = Math.min(FIRST_LOCKOUT * 2 ** doublings, LONGEST_LOCKOUT);
	return misses.at <= now && now < misses.at + lockout;
}

/** Whether a sender of messages is not heard at the moment. */
export function isSenderShut(
	{ options, runtime }: PanelState,
	from: string,
	now: number,
): boolean {
	const misses = runtime.guard.wrongCodes.find((entry) => entry.from === from);
	return isShut(misses ?? null, options.smsGuard, now);
}

function withGuard(state: PanelState, guard: Guard): PanelState {
	return { ...state, runtime: { ...state.runtime, guard } };
}
