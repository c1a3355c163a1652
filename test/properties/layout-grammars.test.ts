import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	familyDialect,
	layoutsOf,
} from "../../grammar/families/family-dialect.ts";
import { modesOf } from "../../grammar/families/layout.ts";
import { layoutGrammar } from "../../grammar/families/layout-parser.ts";
import { walk } from "../../grammar/families/walk.ts";
import { describedMobile, describedPword } from "../support/described.ts";
import {
	anyString,
	mobileWording,
	nearMessages,
	pwordWording,
} from "../support/texts.ts";

describe.each([
	{ language: describedPword, wordings: pwordWording },
	{ language: describedMobile, wordings: mobileWording },
])("$language.name", ({ language, wordings }) => {
	const { write } = familyDialect(language);
	const texts = fc.oneof(
		anyString,
		wordings.map(write),
		nearMessages(wordings, write),
	);

	test("Chevrotain takes apart the same texts, at the same places", () => {
		const [layout] = layoutsOf(language);
		if (layout === undefined) throw new Error("there is an envelope");
		const { lexer, parser } = layoutGrammar(layout, true);
		const start = modesOf(layout);
		fc.assert(
			fc.property(texts, (text) => {
				const { steps, stop } = walk(text, start);
				const { tokens, errors } = lexer.tokenize(text);
				const accepted = errors.length === 0 && parser.accepts(tokens);
				expect(accepted).toBe(stop === null);
				if (accepted)
					expect(
						tokens.map(({ tokenType, startOffset }) => [
							tokenType.name,
							startOffset,
						]),
					).toEqual(steps.map(({ place, start: at }) => [place.name, at]));
			}),
			{ numRuns: 2000 },
		);
	});
});
