import type { Below } from "../../parameters/diagnostic-codes.ts";
import type { EventOf, SetPerson } from "../state/event.ts";
import { DURESS, INSTALLER, TEMPORARY } from "../state/fields/special-codes.ts";
import { fields } from "../state/fields.ts";
import { find, put, without } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import {
	everyNotice,
	NUMBERS,
	PEOPLE,
	type Person,
	sameName,
} from "../state/remote-access.ts";
import { personKey } from "../state/sender.ts";
import type { PanelState } from "../state/state.ts";

/** Adds a person, or changes one; undefined keeps what there is. */
export function setPerson(state: PanelState, event: SetPerson): Outcome {
	const { people } = state.remote;
	const id = event.person ?? freeId(people);
	if (id === null)
		return refused(
			state,
			"person/full",
			`people: the list is full with ${PEOPLE}`,
			null,
			"remove one first",
		);
	const known = find(people, id);
	const person: Person = {
		id,
		name: event.name ?? known?.name ?? fields.personName.initial,
		numbers: event.numbers ?? known?.numbers ?? [],
		user: event.user ?? known?.user ?? fields.personUser.initial,
		can: event.can ?? known?.can ?? [fields.personRight.initial],
		enabled: event.enabled ?? known?.enabled ?? fields.personEnabled.initial,
		notices: event.notices ?? known?.notices ?? everyNotice,
		otpKey: event.otpKey ?? known?.otpKey ?? "",
		language: event.language ?? known?.language ?? "",
	};
	const fault = faultOf(state, person);
	if (fault !== null) return fault;
	const after = withPeople(state, put(people, person));
	return done(person.enabled ? after : withoutNotices(after, id));
}

function withoutNotices(state: PanelState, id: number): PanelState {
	const { runtime } = state;
	const notices = runtime.notices.filter(({ person }) => person !== id);
	return { ...state, runtime: { ...runtime, notices } };
}

/**
 * Removes a person, and the notices, requests and questions for this person alone.
 * An id that nobody has changes nothing.
 */
export function removePerson(
	state: PanelState,
	{ person: id }: EventOf["remove-person"],
): Outcome {
	const { remote, runtime } = state;
	const person = find(remote.people, id);
	if (person === undefined) return done(state);
	const others = without(remote.people, id);
	return done({
		...state,
		remote: {
			...remote,
			people: others,
			// An empty list would open the question to everybody.
			questions: remote.questions.flatMap((question) => {
				if (!question.people.includes(id)) return [question];
				const left = question.people.filter((each) => each !== id);
				return left.length === 0 ? [] : [{ ...question, people: left }];
			}),
		},
		runtime: {
			...runtime,
			notices: runtime.notices.filter((notice) => notice.person !== id),
			guard: {
				...runtime.guard,
				// The id is given to the next person, who has not guessed yet.
				wrongCodes: runtime.guard.wrongCodes.filter(
					({ from }) => from !== personKey(id),
				),
				pending: runtime.guard.pending.filter(
					({ person: asker }) => asker !== id,
				),
				usedCodes: runtime.guard.usedCodes.filter(
					({ person: user }) => user !== id,
				),
			},
		},
	});
}

/** Switches off the people whose user is deleted. */
export function withoutUser(state: PanelState, user: number): PanelState {
	const { people } = state.remote;
	return people.some((person) => person.user === user)
		? withPeople(
				state,
				people.map((person) =>
					person.user === user
						? { ...person, user: 0, enabled: false }
						: person,
				),
			)
		: state;
}

function faultOf(state: PanelState, person: Person): Outcome | null {
	const { id, name, numbers, user, can, notices } = person;
	const others = state.remote.people.filter((other) => other.id !== id);
	const say = (
		code: Below<"person">,
		message: string,
		parameter: string,
		hint = "",
	) => refused(state, `person/${code}`, message, parameter, hint || null);
	if (name.trim() === "") return say("no-name", "name: missing", "name");
	const namesake = others.find((other) => sameName(other.name, name));
	if (namesake !== undefined)
		return say(
			"name-taken",
			`name: person ${namesake.id} has this one already`,
			"name",
			"no two people share a name",
		);
	if (numbers.length === 0 || numbers.includes(""))
		return say("no-number", "number: missing", "numbers");
	if (numbers.length > NUMBERS)
		return say(
			"numbers",
			`number: at most ${NUMBERS}, these are ${numbers.length}`,
			"numbers",
		);
	const holder = others.find((other) =>
		other.numbers.some((number) => numbers.includes(number)),
	);
	if (holder !== undefined)
		return say(
			"number-taken",
			`number: ${holder.name} has it already`,
			"numbers",
			"no two people share a number",
		);
	if (isRepeating(numbers))
		return say("number-twice", "number: given twice", "numbers");
	const code = codeNames.get(user);
	if (code !== undefined)
		return say(
			"user",
			`user: ${user} is the ${code} code, not a person`,
			"user",
		);
	if (user === 0 && person.enabled)
		return say(
			"no-user",
			"user: missing; a person who is switched on needs one",
			"user",
			"the PIN of that user confirms what this person asks for",
		);
	if (user !== 0 && find(state.users, user) === undefined)
		return say(
			"user-unknown",
			`user: there is no user ${user}`,
			"user",
			`there ${state.users.length === 1 ? "is" : "are"} ${state.users.map((each) => each.id).join(", ")}`,
		);
	if (isRepeating(can)) return say("right-twice", "right: given twice", "can");
	if (isRepeating(notices))
		return say("notice-twice", "notice: given twice", "notices");
	return null;
}

const codeNames: ReadonlyMap<number, string> = new Map([
	[TEMPORARY, "temporary"],
	[DURESS, "duress"],
	[INSTALLER, "installer"],
]);

function isRepeating(list: readonly string[]): boolean {
	return new Set(list).size !== list.length;
}

function freeId(people: readonly Person[]): number | null {
	for (let id = 1; id <= PEOPLE; id += 1)
		if (find(people, id) === undefined) return id;
	return null;
}

function withPeople(state: PanelState, people: readonly Person[]): PanelState {
	return { ...state, remote: { ...state.remote, people } };
}
