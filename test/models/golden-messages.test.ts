import { describe, expect, test } from "vitest";
import { callsOf } from "../../grammar/message/message.ts";
import { interpretCall } from "../../src/firmware/answer/interpret.ts";
import { languageNames } from "../../src/models/language-files.ts";
import { goldenMessages, modelOf, panelFor } from "../support/golden.ts";
import { replies } from "../support/texting.ts";

const known = goldenMessages.filter(({ dialect }) =>
	languageNames.includes(dialect),
);

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
		const { state, before } = panelFor(golden);
		const texts = before === null ? [golden.message] : [before, golden.message];
		expect(replies(model, texts, state).at(-1)).toBe(golden.reply);
	});
});

function joined(call: { readonly slots: readonly string[] }): unknown {
	return { ...call, slots: call.slots.join(",") };
}
