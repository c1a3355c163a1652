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
 * The rules that need more than one place of a state. Users, codes, devices and
 * people are programmed one by one into an empty panel, so the panel's own rules
 * decide.
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

/** User 1 and access code 1 must be there. No message deletes them, so somebody always has access. */
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
		({ id, code }, present) => setAccessCode(present, { index: id, code }),
		["credentials", "accessCodes"],
	);
}

function devices(state: PanelState): BrokenRule[] {
	const ids = new Set<number>();
	return inTurn(
		// A device that was learned at the panel has no RF id; `twice` names a zone that is listed twice.
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

/** Programs one thing after the other and reports what the panel refuses. */
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
			// The path names the field, so the label of the message is cut off.
			rule: message.replace(/^[^:]*: /, ""),
		});
	}
	return found;
}

/** The rules of `remote`: people, questions and the rest. */
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
