import { createToken, Lexer } from "chevrotain";

/*
 * WORD:KEYWORD,CODE,p1,p2,…
 *
 * As in the P-Word dialect each token carries the separator in front of it,
 * and what a piece of text is depends on its place alone: one lexer mode for
 * each.
 */

/** A letter, a digit, a `?` or anything outside ASCII cannot follow it. */
export const Word = createToken({
	name: "Word",
	label: "command word",
	pattern: /[ \t\r\n]*[A-Z0-9?]{1,8}(?![A-Za-z0-9?\x80-\uffff])/,
	push_mode: "keyword",
});

/** Anything up to a comma, blanks included: it may be nothing at all. */
export const Keyword = createToken({
	name: "Keyword",
	label: ": keyword",
	pattern: /[ \t\r\n]*:[\x00-+\--\uffff]*/,
	push_mode: "code",
});

/** ASCII digits and blanks around them, up to a comma or the end. */
export const Code = createToken({
	name: "Code",
	label: ", access code",
	pattern: /,[ \t\r\n]*[0-9]+[ \t\r\n]*(?![\x00-+\--\uffff])/,
	push_mode: "slots",
});

/** A parameter with its comma. */
export const Next = createToken({
	name: "Next",
	label: ", parameter",
	pattern: /,[\x00-+\--\uffff]*/,
});

export const tokenTypes = [Word, Keyword, Code, Next];

/** Chevrotain's lexer; see `pwordLexer`. */
export function mobileLexer(validate = false): Lexer {
	return new Lexer(
		{
			defaultMode: "word",
			modes: {
				word: [Word],
				keyword: [Keyword],
				code: [Code],
				slots: [Next],
			},
		},
		{
			positionTracking: "onlyOffset",
			ensureOptimizations: true,
			recoveryEnabled: false,
			skipValidations: !validate,
		},
	);
}
