import type { Dialect } from "../message/dialect.ts";
import { explain, shape } from "./explain.ts";
import { plainParser } from "./parser.ts";
import { read } from "./read.ts";
import { tokenTypes } from "./tokens.ts";
import { write } from "./write.ts";

/** What homeowners text: `ARM`, `BYPASS 3`, `DISARM 1234`. */
export const plain: Dialect = {
	name: "plain",
	shape,
	hasKeyword: false,
	hasBlanks: false,
	read,
	explain,
	write,
	form: (word, slots) =>
		[word, ...slots].filter((part) => part !== "").join(" "),
	grammar: () => ({
		rules: Object.values(plainParser().getGAstProductions()),
		tokens: tokenTypes,
	}),
};
