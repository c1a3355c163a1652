import { expect, test } from "vitest";
import { composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { cr200 } from "../../src/models/cr200.ts";
import { defineModel, type ModelDeclaration } from "../../src/models/model.ts";
import { models } from "../../src/models/models.ts";
import { fresh, texted } from "../support/texting.ts";

test.each(models.map((model) => [model.name, model] as const))(
	"the probe of %s is answered, and nothing but the log changes",
	(_, model) => {
		const { probe } = model;
		// No message of the Mobile Mates is without an effect.
		if (probe === null) return expect(model.name).toBe("mobile-mates");
		const state = fresh(model);
		const text = model.dialect.write({
			...credentialsOf(model, state),
			word: probe.spec.word,
			slots: composeSlots(probe, probe.spec.example),
		});
		const { reply, state: after } = texted(model, state, text);
		expect(reply).not.toBeNull();
		const { log } = after.runtime;
		expect(after).toEqual({ ...state, runtime: { ...state.runtime, log } });
	},
);

const declaration: ModelDeclaration = {
	name: "odd",
	title: "Odd",
	credential: "user-pin",
	limits: {},
	dialect: cr200.dialect,
	commands: {},
	probe: null,
	replies: {
		done: null,
		refused: null,
		badValue: null,
		unknownWord: null,
		unreadable: null,
		wrongKeyword: null,
		wrongCode: null,
	},
};

test("a slip in a declaration is told when it is read", () => {
	expect(() => defineModel({ ...declaration, probe: "ECHO" })).toThrow(
		"odd has no ECHO to probe with",
	);
	const replies = { ...declaration.replies, done: "{words}:OK" };
	expect(() => defineModel({ ...declaration, replies })).toThrow(
		'reply "{words}:OK": there is no placeholder {words}; there are {word}',
	);
});
