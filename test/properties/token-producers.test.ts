import type { IToken } from "chevrotain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mobile } from "../../grammar/mobile/dialect.ts";
import { mobileParser } from "../../grammar/mobile/parser.ts";
import { produceTokens as produceMobile } from "../../grammar/mobile/token-producer.ts";
import { mobileLexer } from "../../grammar/mobile/tokens.ts";
import { pword } from "../../grammar/pword/dialect.ts";
import { pwordParser } from "../../grammar/pword/parser.ts";
import { produceTokens as producePword } from "../../grammar/pword/token-producer.ts";
import { pwordLexer } from "../../grammar/pword/tokens.ts";
import {
	anyString,
	mobileWording,
	nearMessages,
	pwordWording,
} from "../support/texts.ts";

describe.each([
	{
		dialect: pword,
		wordings: pwordWording,
		produce: producePword,
		lexer: pwordLexer(true),
		parser: pwordParser(),
	},
	{
		dialect: mobile,
		wordings: mobileWording,
		produce: produceMobile,
		lexer: mobileLexer(true),
		parser: mobileParser(),
	},
])("in $dialect.name", ({ dialect, wordings, produce, lexer, parser }) => {
	const texts = fc.oneof(
		anyString,
		wordings.map(dialect.write),
		nearMessages(wordings, dialect.write),
	);

	test("our producer and Chevrotain's lexer make the same tokens, or neither a message", () => {
		fc.assert(
			fc.property(texts, (text) => {
				const produced = produce(text);
				const { tokens, errors } = lexer.tokenize(text);
				if (produced !== null) {
					expect(errors).toEqual([]);
					expect(produced.map(essentials)).toEqual(tokens.map(essentials));
				} else if (errors.length === 0) {
					// Cut short: every token is good and the parser misses the next.
					expect(parser.messageOf(text, tokens)).toBeNull();
				}
			}),
			{ numRuns: 2000 },
		);
	});

	test("Chevrotain's parser takes all that our producer lets through", () => {
		fc.assert(
			fc.property(texts, (text) => {
				const produced = produce(text);
				fc.pre(produced !== null);
				const message = parser.messageOf(text, produced);
				expect(parser.errors).toEqual([]);
				expect(message).toEqual(dialect.read(text));
				expect(message).toEqual(
					parser.messageOf(text, lexer.tokenize(text).tokens),
				);
			}),
			{ numRuns: 2000 },
		);
	});
});

function essentials({ image, startOffset, tokenType, tokenTypeIdx }: IToken) {
	return { image, startOffset, type: tokenType.name, tokenTypeIdx };
}
