import { withoutUser } from "../remote/people.ts";
import type { EventOf, SetUser } from "../state/event.ts";
import {
	GUARD,
	INSTALLER,
	MASTER,
	TEMPORARY,
} from "../state/fields/special-codes.ts";
import { fields } from "../state/fields.ts";
import { find, put, without } from "../state/numbered.ts";
import {
	done,
	type Outcome,
	type Refusal,
	refusal,
	refused,
	refusedBy,
} from "../state/outcome.ts";
import type { PanelState, User } from "../state/state.ts";

/**
 * What no panel with this installer code makes of a user; null where it hangs on the
 * panel.
 */
export function neverSetUser(
	{ user, pin, name, latch }: Omit<SetUser, "type">,
	installerCode: string | null,
): Refusal | null {
	if (pin === undefined && name === undefined && latch === undefined)
		return refusal(
			"user/nothing",
			"the message changes nothing of the user",
			null,
			"add a PIN, a name or a latch report; two blanks (user,,) delete a user",
		);
	if (user !== INSTALLER)
		return pin !== undefined && pin === installerCode
			? isTaken("the installer")
			: null;
	return name || latch !== undefined
		? refusal(
				"user/installer",
				"the installer has a code, but no name and no latch report",
				name ? "name" : "latch",
			)
		: null;
}

/** Gives a user a PIN, a name, a latch report; undefined keeps what there is. */
export function setUser(state: PanelState, event: SetUser): Outcome {
	const { user: id, pin, name, latch } = event;
	const known = find(state.users, id);
	const newPin = pin ?? known?.pin;
	if (newPin === undefined && id !== INSTALLER) return needsPin(state, id);
	const never = neverSetUser(event, state.credentials.installerCode);
	if (never !== null) return refusedBy(state, never);
	const holder = pin === undefined ? undefined : holderOf(state, pin, id);
	if (holder !== undefined) return refusedBy(state, isTaken(holder));
	if (id === INSTALLER || newPin === undefined)
		return setInstaller(state, event);
	const user: User = {
		id,
		name: name ?? known?.name ?? fields.userName.initial,
		pin: newPin,
		latch: latch ?? known?.latch ?? fields.latch.initial,
	};
	return done(
		pin === undefined
			? { ...state, users: put(state.users, user) }
			: unspent({ ...state, users: put(state.users, user) }, id),
	);
}

/** Why no panel deletes a user; null where it does. */
export function neverDeleteUser(id: number): Refusal | null {
	if (id === 1)
		return refusal(
			"user/not-deletable",
			"user number: user 1 cannot be deleted",
			"user",
			"give user 1 a new PIN instead",
		);
	return id === GUARD || id === MASTER || id === INSTALLER
		? refusal(
				"user/not-deletable",
				`user number: code ${id} cannot be deleted`,
				"user",
			)
		: null;
}

/**
 * Deletes a user. Deleting one who is not there succeeds: an installer whose
 * confirmation got lost sends the message again and must not read ERROR.
 */
export function deleteUser(
	state: PanelState,
	{ user: id }: EventOf["delete-user"],
): Outcome {
	const never = neverDeleteUser(id);
	if (never !== null) return refusedBy(state, never);
	const users = without(state.users, id);
	return done(unspent(withoutUser({ ...state, users }, id), id));
}

/** A new temporary code may arm and disarm, even where the old one was used up. */
function unspent(state: PanelState, id: number): PanelState {
	return id !== TEMPORARY || state.runtime.temporary === "unused"
		? state
		: { ...state, runtime: { ...state.runtime, temporary: "unused" } };
}

/** The installer code lets messages in, so it is kept with the credentials. */
function setInstaller(state: PanelState, event: SetUser): Outcome {
	const { pin } = event;
	if (pin === undefined) return done(state);
	return done({
		...state,
		credentials: { ...state.credentials, installerCode: pin },
	});
}

function needsPin(state: PanelState, id: number): Outcome {
	return refused(
		state,
		"user/no-pin",
		`user PIN: user ${id} is new and needs one`,
		"pin",
	);
}

function isTaken(holder: string): Refusal {
	return refusal(
		"user/duplicate-pin",
		`user PIN: ${holder} has this PIN already`,
		"pin",
		"no two users share a PIN; take another one",
	);
}

/** Which other user has this PIN, in words. The guard code may equal a user's. (VS63) */
function holderOf(
	state: PanelState,
	pin: string,
	id: number,
): string | undefined {
	const holder = state.users.find(
		(user) =>
			user.pin === pin &&
			user.id !== id &&
			!(id === GUARD && user.id <= 10) &&
			!(user.id === GUARD && id <= 10),
	);
	return holder === undefined ? undefined : `user ${holder.id}`;
}
