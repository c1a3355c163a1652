import { setMode } from "./arming.ts";
import { contactIdUser } from "./contact-id.ts";
import type { Cause, Keypad, SetMode } from "./event.ts";
import { heard, isShut, keypadMissed } from "./guard.ts";
import { without } from "./numbered.ts";
import { type Outcome, refused } from "./outcome.ts";
import { reported } from "./reports.ts";
import type { PanelState } from "./state.ts";

/** MZ58's numbers of the codes that are not a person's. */
export const TEMPORARY = 97;
export const DURESS = 98;
export const INSTALLER = 99;

/** A code and a key at the keypad. The installer's code does what a user's does. (inferred) */
export function atKeypad(
	state: PanelState,
	{ code, mode }: Keypad,
	by: Cause,
	now: number,
): Outcome {
	if (isShut(state.runtime.guard.keypad, state.options.keypadGuard, now))
		return refused(
			state,
			"keypad/shut",
			"keypad: too many wrong codes, it is shut for a while",
			null,
		);
	const user = holderOf(state, code);
	if (user === null)
		return refused(
			keypadMissed(state, by, now),
			"keypad/wrong-code",
			"keypad: nobody has this code",
			"code",
		);
	const from = `user ${user}`;
	return modeByCode(heard(state), { mode }, { ...by, from, user }, now);
}

/**
 * Changes the mode for whoever's code it was. A temporary code arms once and
 * disarms once, and is gone in the same instant. A duress code does what user
 * 1's does, to the last trace at the panel, and reports besides.
 */
export function modeByCode(
	state: PanelState,
	{ mode, force }: Pick<SetMode, "mode" | "force">,
	by: Cause,
	now: number,
): Outcome {
	if (by.user === DURESS) return underDuress(state, { mode }, by, now);
	if (by.user === TEMPORARY) return temporarily(state, { mode }, by, now);
	return setMode(state, { mode, force, by }, now);
}

function underDuress(
	state: PanelState,
	{ mode }: Pick<SetMode, "mode">,
	by: Cause,
	now: number,
): Outcome {
	const disguise: Cause = {
		...by,
		from: by.via === "keypad" ? "user 1" : by.from,
		user: 1,
	};
	const outcome = setMode(state, { mode, by: disguise }, now);
	return { ...outcome, state: duressReported(outcome.state, now) };
}

/** Reports duress, and leaves no other trace. */
export function duressReported(state: PanelState, now: number): PanelState {
	return reported(state, {
		at: now,
		event: "duress",
		qualifier: "event",
		subject: contactIdUser(DURESS),
	});
}

function temporarily(
	state: PanelState,
	{ mode }: Pick<SetMode, "mode">,
	by: Cause,
	now: number,
): Outcome {
	const use = mode === "disarm" ? "disarmed" : "armed";
	const { temporary } = state.runtime;
	if (temporary === use)
		return refused(
			state,
			"user/spent",
			`temporary code: it has ${use} once`,
			null,
		);
	const outcome = setMode(state, { mode, by }, now);
	const changed = outcome.state.runtime.mode !== state.runtime.mode;
	if (outcome.refusal !== null || !changed) return outcome;
	const { runtime, users } = outcome.state;
	const spent = temporary !== "unused";
	return {
		...outcome,
		state: {
			...outcome.state,
			users: spent ? without(users, TEMPORARY) : users,
			runtime: { ...runtime, temporary: spent ? "unused" : use },
		},
	};
}

/** Whose code it is. A guard code that is also a user's counts as the user's. */
function holderOf(state: PanelState, code: string): number | null {
	// No early end: the time must not tell which code was nearly right.
	const holders = state.users.filter(({ pin }) => pin === code);
	const installer = state.credentials.installerCode === code;
	const [first] = holders;
	return first?.id ?? (installer ? INSTALLER : null);
}
