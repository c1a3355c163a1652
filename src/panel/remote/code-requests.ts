import { MINUTE, SECOND } from "../../time/units.ts";
import type { AskCode, EventOf } from "../state/event.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import { PEOPLE } from "../state/remote-access.ts";
import type { CodeRequest, Guard, UsedCode } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";

/** A request of this age or more, in milliseconds, is over. */
const REQUEST_LIFE = 300_000;

/** Most requests that wait at a time; the oldest makes room. */
export const REQUEST_CAPACITY = 50;

/** What a sender asked for and has not confirmed; undefined for nothing. */
export function requestOf(
	{ runtime }: PanelState,
	from: string,
): CodeRequest | undefined {
	return runtime.guard.pending.find((request) => request.from === from);
}

/** Whether a request is too old to be confirmed. */
export function isOver({ at }: CodeRequest, now: number): boolean {
	return now - at >= REQUEST_LIFE || now < at;
}

/** Remembers a request; it replaces the sender's earlier one. */
export function askCode(
	state: PanelState,
	{ person, word, slots }: AskCode,
	from: string,
	now: number,
): PanelState {
	const others = pendingBut(state, from).filter(
		(request) => !isOver(request, now),
	);
	const request = { from, person, word, slots, at: now };
	return withGuard(state, {
		pending: [...others, request].slice(-REQUEST_CAPACITY),
	});
}

/** Forgets a sender's request: it was confirmed or refused, or it is over. */
export function dropRequest(state: PanelState, from: string): PanelState {
	return requestOf(state, from) === undefined
		? state
		: withGuard(state, { pending: pendingBut(state, from) });
}

/** Most codes that are remembered: the last of each person, and some that are to come. */
const USED_CAPACITY = 2 * PEOPLE;

/** Milliseconds that a one-time code stands for. (RFC 6238, 5.2) */
export const CODE_STEP = 30 * SECOND;

/** A phone's clock may be ahead of the panel's by so much. */
const PHONE_AHEAD = 5 * MINUTE;

/**
 * Whether a code was accepted, or one after it. One that was accepted when the panel's
 * clock showed what is still to come, as before it was set back, keeps out itself alone:
 * it would else keep out every right one until then.
 */
export function isUsed(
	{ runtime }: PanelState,
	person: number,
	step: number,
	now: number,
): boolean {
	return runtime.guard.usedCodes.some(
		(used) =>
			used.person === person &&
			(used.step === step || (used.step > step && !isToCome(used, now))),
	);
}

function isToCome({ step }: UsedCode, now: number): boolean {
	return step * CODE_STEP > now + PHONE_AHEAD;
}

/** A code was accepted: neither it nor an earlier one is accepted again. */
export function codeUsed(
	state: PanelState,
	{ person, step }: EventOf["code-used"],
	now: number,
): Outcome {
	if (isUsed(state, person, step, now))
		return refused(
			state,
			"code/used",
			"one-time code: already used",
			null,
			"wait for the next one",
		);
	const others = state.runtime.guard.usedCodes.filter(
		(used) => used.person !== person || isToCome(used, now),
	);
	return done(
		withGuard(state, {
			usedCodes: [...others, { person, step }].slice(-USED_CAPACITY),
		}),
	);
}

function pendingBut(
	{ runtime }: PanelState,
	from: string,
): readonly CodeRequest[] {
	return runtime.guard.pending.filter((request) => request.from !== from);
}

function withGuard(state: PanelState, guard: Partial<Guard>): PanelState {
	const { runtime } = state;
	return {
		...state,
		runtime: { ...runtime, guard: { ...runtime.guard, ...guard } },
	};
}
