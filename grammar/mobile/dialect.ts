import type { Dialect } from "../message/dialect.ts";
import { explain, shape } from "./explain.ts";
import { mobileParser } from "./parser.ts";
import { read } from "./read.ts";
import { tokenTypes } from "./tokens.ts";
import { write } from "./write.ts";

/** Mobile Mates and its family: `LOC:PROG,1111,1`. */
export const mobile: Dialect = {
	name: "mobile",
	shape,
	hasKeyword: true,
	hasBlanks: true,
	read,
	explain,
	write,
	form: (word, slots) =>
		write({ keyword: "KEYWORD", code: "CODE", word, slots }),
	grammar: () => ({
		rules: Object.values(mobileParser().getGAstProductions()),
		tokens: tokenTypes,
	}),
};
