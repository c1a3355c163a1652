import { setPerson } from "../panel/remote/people.ts";
import { TEMPORARY } from "../panel/state/fields/special-codes.ts";
import { fields } from "../panel/state/fields.ts";
import type { Person, Right } from "../panel/state/remote-access.ts";
import type { PanelState } from "../panel/state/state.ts";
import { Misfit } from "../parameters/kind.ts";

/** All but scripts, of which a panel to try has none. */
const rights: readonly Right[] = [
	"arm",
	"disarm",
	"bypass",
	"status",
	"program",
];

/** The person whose phone it is; undefined for a phone of nobody on the list. */
export function ownerOf(
	{ remote }: PanelState,
	number: string,
): Person | undefined {
	return remote.people.find(({ numbers }) => numbers.includes(number));
}

/**
 * What a panel to try remembers, with the owner of a phone on its list of people: the
 * PIN is that of the first user whom nobody there has yet.
 *
 * @throws RangeError where the list cannot have it, saying why
 */
export function withPhoneListed(state: PanelState, number: string): PanelState {
	const { people } = state.remote;
	const phone = fields.personPhone.kind.read(number);
	if (phone instanceof Misfit)
		throw new RangeError(`number: ${fields.personPhone.kind.rule}`);
	const users = state.users.filter(
		({ id, pin }) => pin !== "" && id < TEMPORARY,
	);
	const free = users.find(({ id }) => people.every(({ user }) => user !== id));
	const { state: after, refusal } = setPerson(state, {
		type: "set-person",
		person: null,
		numbers: [phone],
		can: rights,
		name: nameAmong(people),
		user: (free ?? users[0])?.id,
	});
	if (refusal !== null) throw new RangeError(refusal.message);
	return after;
}

function nameAmong(people: readonly Person[]): string {
	const taken = new Set(people.map(({ name }) => name));
	const others = ["", ...people].map((_, at) => `Person ${at + 1}`);
	const names = ["Anna", "Ben", ...others.slice(people.length)];
	return names.find((name) => !taken.has(name)) ?? "";
}
