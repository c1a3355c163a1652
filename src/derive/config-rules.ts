import { setAccessCode } from "../panel/programming/credentials.ts";
import { setUser } from "../panel/programming/users.ts";
import { addDevice } from "../panel/programming/zones.ts";
import { setPerson } from "../panel/remote/people.ts";
import { remoteFaults } from "../panel/remote/remote-options.ts";
import type { Outcome } from "../panel/state/outcome.ts";
import type { Numbering } from "../panel/state/phone-number.ts";
import type { PanelState } from "../panel/state/state.ts";
import { isTimeZone } from "../panel/state/wall-clock.ts";
import type { Limits } from "./bound-command.ts";
import type { BrokenRule } from "./broken-rule.ts";
import { runtimeRules } from "./runtime-rules.ts";

/**
 * What does not agree with what in a state whose every part is right by itself.
 * Users, codes and devices are handed to the panel one after the other, as if
 * they were programmed: the panel's own rules decide.
 */
export function brokenRules(
	state: PanelState,
	limits: Limits,
	numbering: Numbering,
): readonly BrokenRule[] {
	return [
		...twice(["users"], state.users),
		...twice(["zones"], state.zones),
		...twice(["credentials", "accessCodes"], state.credentials.accessCodes),
		...twice(["reporting", "destinations"], state.reporting.destinations),
		...absentFirst(["users"], "user", state.users),
		...absentFirst(
			["credentials", "accessCodes"],
			"access code",
			state.credentials.accessCodes,
		),
		...users(state),
		...accessCodes(state),
		...devices(state),
		...twice(["schedules"], state.schedules),
		...twice(["reporting", "groups"], state.reporting.groups),
		...remoteRules(state, numbering),
		...timeZone(state.options.timeZone),
		...runtimeRules(state, limits),
	];
}

type Numbered = readonly { readonly id: number }[];

function twice(path: readonly string[], list: Numbered): BrokenRule[] {
	const ids = list.map(({ id }) => id);
	return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map(
		(id) => ({
			path: [...path, `${id}`],
			rule: "there is only one of each id",
		}),
	);
}

/** No message can take away the first one, so that somebody always has access. */
function absentFirst(
	path: readonly string[],
	what: string,
	list: Numbered,
): BrokenRule[] {
	return list.some(({ id }) => id === 1)
		? []
		: [{ path, rule: `${what} 1 cannot be left out` }];
}

function users(state: PanelState): BrokenRule[] {
	return inTurn(
		state.users,
		{ ...state, users: [] },
		({ id, pin, name, latch }, present) =>
			setUser(present, { type: "set-user", user: id, pin, name, latch }),
		["users"],
	);
}

function accessCodes(state: PanelState): BrokenRule[] {
	const { credentials } = state;
	return inTurn(
		credentials.accessCodes,
		{ ...state, credentials: { ...credentials, accessCodes: [] } },
		({ id, code }, present) => setAccessCode(present, id, code),
		["credentials", "accessCodes"],
	);
}

function devices(state: PanelState): BrokenRule[] {
	const ids = new Set<number>();
	return inTurn(
		// What was learned at the panel has no id; a zone twice is told already.
		state.zones.filter(
			({ id, rfId }) => rfId !== "" && !ids.has(id) && ids.add(id),
		),
		{ ...state, zones: [] },
		({ id, rfId }, present) =>
			addDevice(present, {
				type: "add-device",
				zone: id,
				lastZone: id,
				rfId,
			}),
		["zones"],
	);
}

/** Programs one thing after the other, and tells what the panel refuses. */
function inTurn<T extends { readonly id: number }>(
	things: readonly T[],
	empty: PanelState,
	program: (thing: T, present: PanelState) => Outcome,
	path: readonly string[],
): BrokenRule[] {
	const found: BrokenRule[] = [];
	let present = empty;
	for (const thing of things) {
		const { state, refusal } = program(thing, present);
		present = state;
		if (refusal === null) continue;
		const { parameter, message } = refusal;
		found.push({
			path: [
				...path,
				`${thing.id}`,
				...(parameter === null ? [] : [parameter]),
			],
			// The path says what it is about; the refusal's own label would repeat it.
			rule: message.replace(/^[^:]*: /, ""),
		});
	}
	return found;
}

/** Who may control the panel from afar, and the rest of what is said about it. */
function remoteRules(state: PanelState, numbering: Numbering): BrokenRule[] {
	const { people, questions } = state.remote;
	const listed = people.map(({ id }) => id);
	return [
		...twice(["remote", "people"], people),
		...inTurn(
			people.map((person) => ({
				...person,
				numbers: person.numbers.map((number) => numbering.normal(number)),
			})),
			{ ...state, remote: { ...state.remote, people: [] } },
			({ id, ...person }, present) =>
				setPerson(present, { type: "set-person", person: id, ...person }),
			["remote", "people"],
		),
		...remoteFaults(state.remote).map(({ path, rule }) => ({
			path: ["remote", ...path],
			rule,
		})),
		...questions.flatMap(({ people: asking }, at) =>
			asking.every((id) => listed.includes(id))
				? []
				: [
						{
							path: ["remote", "questions", `${at}`, "people"],
							rule: "each is the id of one of the people",
						},
					],
		),
	];
}

function timeZone(name: string): BrokenRule[] {
	return isTimeZone(name)
		? []
		: [
				{
					path: ["options", "timeZone"],
					rule: "a name in the IANA list, such as Europe/Berlin",
				},
			];
}
