import { createToken, EmbeddedActionsParser, Lexer } from "chevrotain";
import { describe, expect, test } from "vitest";
import { ebnf, railroadSvg } from "../../grammar/diagrams.ts";
import {
	type FamilyLanguage,
	familyDialect,
} from "../../grammar/families/family-dialect.ts";
import type { Dialect } from "../../grammar/message/dialect.ts";
import { pword } from "../../grammar/pword/dialect.ts";

const A = createToken({ name: "A", label: "an <A>", pattern: /a/ });
const B = createToken({ name: "B", pattern: "b" });
const Blank = createToken({
	name: "Blank",
	pattern: / /,
	group: Lexer.SKIPPED,
});

/** A grammar with one of each production that Chevrotain has. */
class EveryProduction extends EmbeddedActionsParser {
	constructor() {
		super([A, B, Blank], { maxLookahead: 1 });
		this.performSelfAnalysis();
	}

	readonly top = this.RULE("top", () => {
		this.OPTION(() => {
			this.CONSUME(A);
			this.CONSUME(B);
		});
		this.OR([
			{ ALT: () => this.CONSUME1(B) },
			{ ALT: () => this.SUBRULE(this.rest) },
		]);
	});

	readonly rest = this.RULE("rest", () => {
		this.AT_LEAST_ONE(() => this.CONSUME(A));
		this.CONSUME(B);
		this.MANY(() => this.CONSUME1(A));
		this.CONSUME1(B);
		this.AT_LEAST_ONE_SEP({ SEP: B, DEF: () => this.CONSUME2(A) });
		this.MANY_SEP({ SEP: A, DEF: () => this.CONSUME2(B) });
	});
}

const everything: Dialect = {
	...pword,
	name: "every",
	shape: 'A & "B"',
	grammar: () => ({
		rules: Object.values(new EveryProduction().getGAstProductions()),
		tokens: [A, B, Blank],
	}),
};

test("rules are written in EBNF, tokens as regular expressions", () => {
	expect(ebnf(everything)).toBe(`/* every: A & "B" */

top ::= ( A B )? ( B | rest )

rest ::= A+ B A* B A ( B A )* ( B ( A B )* )?

/* an <A> */
A ::= /a/

/* B */
B ::= "b"

/* left out */
Blank ::= / /
`);
});

describe("a railroad diagram", () => {
	const svg = railroadSvg(everything);

	test("shows every rule under its name, tokens by their labels", () => {
		expect(texts(svg)).toEqual([
			...["top", "an &#60;A>", "B", "B", "rest"],
			...["rest", "an &#60;A>", "B", "an &#60;A>", "B"],
			...["an &#60;A>", "B", "B", "an &#60;A>"],
		]);
	});

	test("is titled", () => {
		expect(svg).toContain("<title>every: A &amp; &quot;B&quot;</title>");
	});

	test("needs nothing from elsewhere", () => {
		expect(svg.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
		expect(svg).not.toMatch(/<script|href|@import|url\(/);
	});
});

test("the P-Word dialect is drawn in an installer's words", () => {
	expect(texts(railroadSvg(pword))).toEqual([
		"P-Word",
		"␣ installer code",
		"␣ command word",
		": parameter",
		", parameter",
		"anything else",
	]);
});

test("a language of a file is one rule, with the separators in its tokens", () => {
	expect(ebnf(familyDialect(described))).toBe(`/* mine: CODE*WORD*value */

message ::= Code Word ( First Further* )?

/* code */
Code ::= /[0-9]{4,4}(?![0-9])/

/* *command word */
Word ::= /\\*[A-Z]{1,8}(?![A-Z])/

/* *parameter */
First ::= /\\*[^\\*]*/

/* *parameter */
Further ::= /\\*[^\\*]*/
`);
	expect(texts(railroadSvg(familyDialect(described)))).toEqual([
		...["code", "&#42;command word", "&#42;parameter", "&#42;parameter"],
	]);
});

const described: FamilyLanguage = {
	name: "mine",
	shape: "CODE*WORD*value",
	fold: false,
	forms: [],
	words: ["ON"],
	envelopes: [
		{
			family: "places",
			blanks: "exact",
			order: [
				{ is: "code", form: { characters: "0-9", length: [4, 4] } },
				{ is: "word", lead: "*", form: { characters: "A-Z", length: [1, 8] } },
				{ is: "slots", lead: "*", between: "*" },
			],
		},
	],
};

function texts(svg: string): string[] {
	return Array.from(svg.matchAll(/<text[^>]*>(.*?)<\/text>/g), ([, text]) =>
		String(text),
	);
}
