/** The laws of our own two languages as files describe them: for so many runs. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	familyDialect,
	layoutsOf,
} from "../../grammar/families/family-dialect.ts";
import { modesOf } from "../../grammar/families/layout.ts";
import { layoutGrammar } from "../../grammar/families/layout-parser.ts";
import { walk } from "../../grammar/families/walk.ts";
import { mobile } from "../../grammar/mobile/dialect.ts";
import { pword } from "../../grammar/pword/dialect.ts";
import { describedMobile, describedPword } from "./described.ts";
import {
	anyString,
	mobileWording,
	nearMessages,
	pwordWording,
} from "./texts.ts";

const ours = [
	{ written: pword, described: describedPword, wordings: pwordWording },
	{ written: mobile, described: describedMobile, wordings: mobileWording },
];

/** What is made from the file reads and writes as what is written by hand. */
export function describedLaws(reading: number, writing: number): void {
	describe.each(ours)(
		"$written.name, as a file describes it",
		({ written, described, wordings }) => {
			const generated = familyDialect(described);
			const texts = textsOf(wordings, written.write);

			test("reads every text as the reader written by hand does", () => {
				fc.assert(
					fc.property(texts, (text) => {
						expect(generated.read(text)).toEqual(written.read(text));
					}),
					{ numRuns: reading },
				);
			});

			test("writes every message as the writer written by hand does", () => {
				fc.assert(
					fc.property(wordings, (wording) => {
						expect(generated.write(wording)).toBe(written.write(wording));
					}),
					{ numRuns: writing },
				);
			});
		},
	);
}

/** Chevrotain's grammar of the file takes texts apart as the reader made from it does. */
export function layoutLaws(numRuns: number): void {
	describe.each(ours)("$described.name", ({ described, wordings }) => {
		const { write } = familyDialect(described);
		const texts = textsOf(wordings, write);

		test("Chevrotain takes apart the same texts, at the same places", () => {
			const [layout] = layoutsOf(described);
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
				{ numRuns },
			);
		});
	});
}

function textsOf(
	wordings: typeof pwordWording,
	write: typeof pword.write,
): fc.Arbitrary<string> {
	return fc.oneof(
		anyString,
		wordings.map(write),
		nearMessages(wordings, write),
	);
}
