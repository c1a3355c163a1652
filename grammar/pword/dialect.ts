import type { Dialect } from "../message/dialect.ts";
import { explain, shape } from "./explain.ts";
import { pwordParser } from "./parser.ts";
import { read } from "./read.ts";
import { tokenTypes } from "./tokens.ts";
import { write } from "./write.ts";

/** VST, MZ-8 and CR200: `PROG 7982 USRS:1,1234,,1`. */
export const pword: Dialect = {
	name: "pword",
	shape,
	hasKeyword: true,
	hasBlanks: true,
	read,
	explain,
	write,
	form: (word, slots) =>
		slots.length === 0 ? word : `${word}:${slots.join(",")}`,
	grammar: () => ({
		rules: Object.values(pwordParser().getGAstProductions()),
		tokens: tokenTypes,
	}),
};
