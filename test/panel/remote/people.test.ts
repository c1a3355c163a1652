import { describe, expect, test } from "vitest";
import type { SetPerson } from "../../../src/panel/state/event.ts";
import { type Refusal, refusal } from "../../../src/panel/state/outcome.ts";
import { transition } from "../../../src/panel/transition.ts";
import { after, factory, having } from "../../support/panel-builder.ts";
import { NOON } from "../../support/texting.ts";

const anna: SetPerson = {
	type: "set-person",
	person: null,
	name: "Anna",
	numbers: ["+33612345678"],
	can: ["arm", "disarm"],
};
const withAnna = having(factory, anna);

describe("setting a person", () => {
	test("a new one takes the first free id, and user 1 unless another is named", () => {
		expect(withAnna.remote.people).toEqual([
			{
				id: 1,
				name: "Anna",
				numbers: ["+33612345678"],
				user: 1,
				can: ["arm", "disarm"],
				enabled: true,
				notices: ["results", "alarms", "troubles"],
				otpKey: "",
				language: "",
			},
		]);
	});

	test("what is not said is kept", () => {
		const state = having(withAnna, {
			type: "set-person",
			person: 1,
			language: "fr",
		});
		expect(state.remote.people).toEqual([
			{ ...withAnna.remote.people[0], language: "fr" },
		]);
	});

	const second = { ...anna, name: "Bob", numbers: ["+33687654321"] };

	test.each<[string, Partial<SetPerson>, Refusal]>([
		[
			"a person has a name",
			{ name: " " },
			refusal("person/no-name", "name: missing", "name"),
		],
		[
			"not another's",
			{ name: "ANNA " },
			refusal(
				"person/name-taken",
				"name: person 1 has this one already",
				"name",
				"no two people share a name",
			),
		],
		[
			"a number",
			{ numbers: [] },
			refusal("person/no-number", "number: missing", "numbers"),
		],
		[
			"not a blank one",
			{ numbers: ["1", ""] },
			refusal("person/no-number", "number: missing", "numbers"),
		],
		[
			"five at most",
			{ numbers: [..."123456"] },
			refusal("person/numbers", "number: at most 5, these are 6", "numbers"),
		],
		[
			"none twice",
			{ numbers: ["1", "1"] },
			refusal("person/number-twice", "number: given twice", "numbers"),
		],
		[
			"none of another's",
			{ numbers: ["1", "+33612345678"] },
			refusal(
				"person/number-taken",
				"number: Anna has it already",
				"numbers",
				"no two people share a number",
			),
		],
		[
			"a user that is there",
			{ user: 3 },
			refusal(
				"person/user-unknown",
				"user: there is no user 3",
				"user",
				"there are 1, 2",
			),
		],
		...(
			[
				[97, "temporary"],
				[98, "duress"],
				[99, "installer"],
			] as const
		).map(([user, code]): [string, Partial<SetPerson>, Refusal] => [
			`not the ${code} code`,
			{ user },
			refusal(
				"person/user",
				`user: ${user} is the ${code} code, not a person`,
				"user",
			),
		]),
		[
			"nor none at all",
			{ user: 0 },
			refusal(
				"person/no-user",
				"user: missing; a person who is switched on needs one",
				"user",
				"the PIN of that user confirms what this person asks for",
			),
		],
		[
			"a right once",
			{ can: ["arm", "arm"] },
			refusal("person/right-twice", "right: given twice", "can"),
		],
		[
			"a notice once",
			{ notices: ["alarms", "alarms"] },
			refusal("person/notice-twice", "notice: given twice", "notices"),
		],
	])("%s", (_, change, expected) => {
		const two = having(withAnna, { type: "set-user", user: 2, pin: "5678" });
		const outcome = after(two, { ...second, ...change });
		expect(outcome.refusal).toEqual(expected);
		expect(outcome.state.remote).toBe(two.remote);
	});

	test("of one user it is said that there is one", () => {
		const { refusal } = after(withAnna, { ...second, user: 2 });
		expect(refusal?.hint).toBe("there is 1");
	});

	test("one who is switched off needs no user, and may have five numbers", () => {
		const off = { user: 0, enabled: false, numbers: [..."12345"] };
		const { state, refusal } = after(withAnna, { ...second, ...off });
		expect(refusal).toBeNull();
		expect(state.remote.people[1]).toMatchObject(off);
	});

	test("there are twenty at most", () => {
		const crowd = Array.from({ length: 20 }, (_, at) => ({
			...anna,
			name: `Anna ${at}`,
			numbers: [`+336123456${at}`],
		}));
		const { refusal } = after(having(factory, ...crowd), anna);
		expect(refusal).toEqual({
			code: "person/full",
			message: "people: the list is full with 20",
			hint: "remove one first",
			parameter: null,
		});
	});
});

describe("removing a person", () => {
	const armed = { what: "ARM", zones: [], delayed: false } as const;

	test("takes along what was meant for this one alone", () => {
		const bob = { ...anna, name: "Bob", numbers: ["+33687654321"] };
		const state = having(
			withAnna,
			bob,
			{
				type: "set-remote",
				remote: {
					questions: [
						{ asked: "Anna's?", answer: "yes", people: [1] },
						{ asked: "Theirs?", answer: "yes", people: [1, 2] },
						{ asked: "All's?", answer: "yes", people: [] },
					],
				},
			},
			{ type: "code-used", person: 1, step: 7 },
			{ type: "code-used", person: 2, step: 8 },
			{ type: "ask-code", person: 1, word: "BYPASS", slots: ["3"] },
			{ type: "remote-done", ...armed, person: 1 },
			{ type: "remote-done", ...armed, person: 2 },
			{ type: "remove-person", person: 1 },
		);
		// Of what Bob did, Anna was to be told.
		expect(
			state.runtime.notices.map(({ person, by }) => `${person} of ${by}`),
		).toEqual(["2 of Anna"]);
		expect(state.remote.people.map(({ name }) => name)).toEqual(["Bob"]);
		expect(state.remote.questions).toEqual([
			{ asked: "Theirs?", answer: "yes", people: [2] },
			{ asked: "All's?", answer: "yes", people: [] },
		]);
		expect(state.runtime.guard.usedCodes).toEqual([{ person: 2, step: 8 }]);
		expect(state.runtime.guard.pending).toEqual([]);
	});

	test("takes along no request, code, notice or count of another's", () => {
		const bob = { ...anna, name: "Bob", numbers: ["+33687654321"] };
		const state = having(
			withAnna,
			bob,
			{ type: "code-used", person: 2, step: 8 },
			{ type: "ask-code", person: 2, word: "BYPASS", slots: ["3"] },
			{ type: "wrong-code", listed: true },
			{ type: "remote-done", ...armed, person: 1 },
			{ type: "remove-person", person: 1 },
		);
		const { guard, notices } = state.runtime;
		expect(guard.usedCodes).toEqual([{ person: 2, step: 8 }]);
		expect(guard.pending).toMatchObject([{ person: 2, word: "BYPASS" }]);
		expect(guard.wrongCodes).toHaveLength(1);
		expect(notices.map(({ person }) => person)).toEqual([2]);
	});

	test("frees the id, and the next one starts without wrong codes", () => {
		const wrong = { type: "wrong-code", listed: true } as const;
		const by = { via: "sms", from: "+33612345678", key: "person 1" } as const;
		const guessed = transition(withAnna, { ...wrong, by }, NOON).state;
		expect(guessed.runtime.guard.wrongCodes).toHaveLength(1);
		const removed = having(guessed, { type: "remove-person", person: 1 });
		expect(removed.runtime.guard.wrongCodes).toEqual([]);
		expect(having(removed, anna).remote.people).toMatchObject([{ id: 1 }]);
	});

	test("nobody is removed twice", () => {
		const { state, refusal } = after(factory, {
			type: "remove-person",
			person: 1,
		});
		expect([refusal, state.remote]).toEqual([null, factory.remote]);
	});
});

test("a person whose user is deleted is not let in any more", () => {
	const state = having(
		factory,
		{ type: "set-user", user: 2, pin: "5678" },
		{ ...anna, user: 2 },
		{ type: "delete-user", user: 2 },
	);
	expect(state.remote.people).toMatchObject([{ user: 0, enabled: false }]);
	const enabled = after(state, {
		type: "set-person",
		person: 1,
		enabled: true,
	});
	expect(enabled.refusal?.code).toBe("person/no-user");
});
