import { sameSecret } from "../../same-secret.ts";
import { codeHeard, codeMissed, isShut } from "../remote/guard.ts";
import { setRemote } from "../remote/remote-options.ts";
import { reported } from "../reporting/reports.ts";
import { contactIdUser } from "../state/contact-id.ts";
import { asUser, type Cause, type EventOf, userOf } from "../state/event.ts";
import { DURESS, INSTALLER, TEMPORARY } from "../state/fields/special-codes.ts";
import { logged } from "../state/log.ts";
import { without } from "../state/numbered.ts";
import { type Outcome, refused } from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";
import { type AskedMode, setMode } from "./arming.ts";

/** A code and a key at the keypad. The installer code works like a user's. (inferred) */
export function atKeypad(
	state: PanelState,
	{ code, mode, by }: EventOf["keypad"],
	now: number,
): Outcome {
	return withCode(state, code, by, now, (known, holder) =>
		modeByCode(known, { mode, by: holder }, now),
	);
}

/**
 * A code and the remote switch. The duress code works like user 1's, and duress is
 * reported as well. The temporary code only arms and disarms.
 */
export function remoteAtKeypad(
	state: PanelState,
	{ code, on, by }: EventOf["keypad-remote"],
	now: number,
): Outcome {
	return withCode(state, code, by, now, (known, holder) => {
		if (holder.user === TEMPORARY)
			return refused(
				known,
				"keypad/temporary",
				"keypad: the temporary code arms and disarms only",
				"code",
			);
		const isDuress = holder.user === DURESS;
		const cause = isDuress ? asUser(holder, 1) : holder;
		const outcome = setRemote(known, {
			type: "set-remote",
			remote: { enabled: on },
			by: cause,
		});
		const done = logged(outcome.state, now, cause, "programmed", "remote");
		return { ...outcome, state: isDuress ? duressReported(done, now) : done };
	});
}

type KeypadUser = Extract<Cause, { readonly via: "keypad" }>;

/** Runs `then` for the user who has the code; counts a wrong code. */
function withCode(
	state: PanelState,
	code: string,
	by: Cause,
	now: number,
	then: (known: PanelState, holder: KeypadUser) => Outcome,
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
			codeMissed(state, "keypad", by, now),
			"keypad/wrong-code",
			"keypad: nobody has this code",
			"code",
		);
	return then(codeHeard(state, "keypad"), { via: "keypad", user });
}

/**
 * Changes the mode for the user whose code it was. A temporary code arms once and
 * disarms once, and is deleted in the same instant. A duress code leaves the same
 * traces at the panel as user 1's code, and reports duress as well.
 */
export function modeByCode(
	state: PanelState,
	asked: AskedMode,
	now: number,
): Outcome {
	const user = userOf(asked.by);
	if (user === DURESS) return underDuress(state, asked, now);
	if (user === TEMPORARY) return temporarily(state, asked, now);
	return setMode(state, asked, now);
}

function underDuress(
	state: PanelState,
	{ mode, force, by }: AskedMode,
	now: number,
): Outcome {
	const outcome = setMode(state, { mode, force, by: asUser(by, 1) }, now);
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
	{ mode, force, by }: AskedMode,
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
	const outcome = setMode(state, { mode, force, by }, now);
	const changed = outcome.state.runtime.mode !== state.runtime.mode;
	if (!changed) return outcome;
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

/** The user who has the code, or the installer. */
function holderOf(state: PanelState, code: string): number | null {
	const installer = sameSecret(code, state.credentials.installerCode);
	return userWith(state, code) ?? (installer ? INSTALLER : null);
}

/** The user who has the code. A guard code that is also a user's counts as the user's. */
export function userWith(state: PanelState, code: string): number | null {
	// It compares with every user: the time taken must not tell which code was nearly right.
	const holders = state.users.filter(({ pin }) => sameSecret(code, pin));
	const [first] = holders;
	return first?.id ?? null;
}
