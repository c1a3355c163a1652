import { describe, expect, test } from "vitest";
import { callsOf } from "../../grammar/message/message.ts";
import { interpretCall } from "../../src/firmware/answer/interpret.ts";
import { respond } from "../../src/firmware/respond.ts";
import { languageNames } from "../../src/models/language-files.ts";
import type { Model } from "../../src/models/model.ts";
import { modelNamed } from "../../src/models/models.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";
import type { LanguageSettings } from "../../src/panel/state/stored.ts";
import { type GoldenMessage, goldenMessages } from "../support/golden.ts";

const known = goldenMessages.filter(({ dialect }) =>
	languageNames.includes(dialect),
);

/** What has to be so for the reply: the words of the vectors as settings, or as a message before. */
const given: {
	readonly [words: string]: {
		readonly settings?: LanguageSettings;
		readonly before?: string;
	};
} = {
	"nothing is armed": {},
	"input 1 at rest": {},
	"unlocked by the owner": { settings: { lock: "OFF" } },
	armed: { before: "000000ARM" },
	"the number is listed": { settings: { user1: "+15550101" } },
	"number 3 set": { settings: { phone3: "008613512345678-1-1" } },
	"Contact ID": {},
	"house name JOHN'S HOME": { settings: { house: "JOHN'S HOME" } },
};

test("every language has golden messages", () => {
	expect([...new Set(known.map(({ dialect }) => dialect))].sort()).toEqual(
		[...languageNames].sort(),
	);
});

describe.each(known)("$dialect: $message", (golden) => {
	const model = modelOf(golden);

	test("reads to its fields, and is the command that it is", () => {
		const message = model.dialect.read(golden.message);
		if (golden.calls === null) {
			expect(message).toBeNull();
			return;
		}
		if (message === null) throw new Error("it cannot be read");
		expect(message.keyword.text).toBe(golden.kw ?? "");
		const calls = callsOf(message).map(({ word, index, ask, slots }) => ({
			word: word.text,
			index: index?.text ?? null,
			ask: ask !== undefined,
			slots: slots.map(({ text }) => text),
		}));
		// A list may be given as one slot or as several.
		expect(calls.map(joined)).toEqual(golden.calls.map(joined));
		const meant = callsOf(message).map((call) => interpretCall(model, call));
		const faulty = meant.some(({ diagnostics }) => diagnostics !== null);
		expect(faulty).toBe(golden.fault !== undefined);
	});

	if (golden.reply === "n/s") return;
	test("is answered as printed", () => {
		const { settings, before } = givenIn(golden);
		const code = golden.wrongCode === true ? null : (golden.code ?? null);
		let state = panelWith(model, code, settings ?? {});
		const text = (sms: string) =>
			respond(
				{ model, number: "+15550100" },
				state,
				{ from: "+15550101", text: sms },
				0,
			);
		if (before !== undefined) state = text(before).state;
		expect(text(golden.message).reply).toBe(golden.reply);
	});
});

function givenIn({ given: words = "nothing is armed" }: GoldenMessage) {
	const found = given[words];
	if (found === undefined) throw new Error(`what is so if ${words}?`);
	return found;
}

function joined(call: { readonly slots: readonly string[] }): unknown {
	return { ...call, slots: call.slots.join(",") };
}

function modelOf({ dialect }: GoldenMessage): Model {
	const model = modelNamed(dialect);
	if (model === undefined) throw new Error(`there is no ${dialect}`);
	return model;
}

/** A panel whose every role has the message's code, where that is right. */
function panelWith(
	model: Model,
	code: string | null,
	settings: LanguageSettings,
): PanelState {
	const state = factoryState(model.name, model.sections);
	const roles = model.language?.file.roles ?? [];
	const codes = Object.fromEntries(
		code === null ? [] : roles.map((role) => [role.code, code]),
	);
	const language = { ...state.stored.language, ...codes, ...settings };
	return { ...state, stored: { language } };
}
