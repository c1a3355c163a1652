import type { Dialect } from "../message/dialect.ts";
import { explain, shape } from "./explain.ts";
import { scriptParser } from "./parser.ts";
import { read } from "./read.ts";
import { tokenTypes } from "./tokens.ts";
import { write } from "./write.ts";

/** Integrators' scripts, as RouterOS has them: `:cmd SECRET script lights on`. */
export const script = {
	name: "script",
	shape,
	hasKeyword: true,
	hasBlanks: false,
	read,
	explain,
	write,
	form: (word, slots) =>
		write({ keyword: ":cmd", code: "SECRET", word, slots }),
	grammar: () => ({
		rules: Object.values(scriptParser().getGAstProductions()),
		tokens: tokenTypes,
	}),
} satisfies Dialect;
