import { describe, expect, test } from "vitest";
import type { SetPerson } from "../../../src/panel/state/event.ts";
import { after, factory, having } from "../../support/panel-builder.ts";

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

	test.each<[string, Partial<SetPerson>, string]>([
		["a person has a name", { name: " " }, "person/no-name"],
		["a number", { numbers: [] }, "person/no-number"],
		["not a blank one", { numbers: [""] }, "person/no-number"],
		["five at most", { numbers: [..."123456"] }, "person/numbers"],
		["none twice", { numbers: ["1", "1"] }, "person/number-twice"],
		["none of another's", { numbers: ["+33612345678"] }, "person/number-taken"],
		["nor another's name", { name: "ANNA " }, "person/name-taken"],
		["a user that is there", { user: 2 }, "person/user-unknown"],
		["not the duress code", { user: 98 }, "person/user"],
		["nor none at all", { user: 0 }, "person/no-user"],
		["a right once", { can: ["arm", "arm"] }, "person/right-twice"],
		["a notice once", { notices: ["alarms", "alarms"] }, "person/notice-twice"],
	])("%s", (_, change, code) => {
		const bob = { ...anna, name: "Bob", numbers: ["+33687654321"], ...change };
		const { state, refusal } = after(withAnna, bob);
		expect(refusal?.code).toBe(code);
		expect(state.remote).toBe(withAnna.remote);
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
			{ type: "remove-person", person: 1 },
		);
		expect(state.remote.people.map(({ name }) => name)).toEqual(["Bob"]);
		expect(state.remote.questions).toEqual([
			{ asked: "Theirs?", answer: "yes", people: [2] },
			{ asked: "All's?", answer: "yes", people: [] },
		]);
		expect(state.runtime.guard.usedCodes).toEqual([{ person: 2, step: 8 }]);
		expect(state.runtime.guard.pending).toEqual([]);
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
