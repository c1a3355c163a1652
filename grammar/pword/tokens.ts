import { createToken, Lexer } from "chevrotain";

/*
 * PWORD CODE WORD:p1,p2,…
 *
 * Each token carries the separator in front of it, so that a message has as
 * few tokens as it has parts and a blank parameter is a token like any other.
 * What a piece of text is depends on where it stands and never on what it
 * spells: a P-Word may read ARM, and 1111 may be a code or a command word.
 * Hence one lexer mode per place.
 *
 * Character classes are positive because Chevrotain cannot dispatch on the
 * first character of a complement set. They count UTF-16 code units, so that
 * a lone surrogate is a character like any other.
 */

/** Any run of characters other than blanks. */
export const Keyword = createToken({
	name: "Keyword",
	label: "P-Word",
	pattern: /[ \t\r\n]*[\x00-\x08\x0b\x0c\x0e-\x1f!-\uffff]+/,
	push_mode: "code",
});

/** ASCII digits with a blank or the end behind them. */
export const Code = createToken({
	name: "Code",
	label: "␣ installer code",
	pattern: /[ \t\r\n]+[0-9]+(?![\x00-\x08\x0b\x0c\x0e-\x1f!-\uffff])/,
	push_mode: "word",
});

/** A letter, a digit, a `?` or anything outside ASCII cannot follow it. */
export const Word = createToken({
	name: "Word",
	label: "␣ command word",
	pattern: /[ \t\r\n]+[A-Z0-9?]{1,8}(?![A-Za-z0-9?\x80-\uffff])/,
	push_mode: "afterWord",
});

/** The first parameter, from the colon to a comma or the end. */
export const First = createToken({
	name: "First",
	label: ": parameter",
	pattern: /:[\x00-+\--\uffff]*/,
	push_mode: "slots",
});

/** A further parameter with its comma. */
export const Next = createToken({
	name: "Next",
	label: ", parameter",
	pattern: /,[\x00-+\--\uffff]*/,
});

/** Whatever else stands behind the word: blanks and more, or punctuation. */
export const Stray = createToken({
	name: "Stray",
	label: "anything else",
	pattern:
		/[ \t\r\n]+[\x00-\x08\x0b\x0c\x0e-\x1f!-\uffff][\x00-\uffff]*|[\x00-\x08\x0b\x0c\x0e-\x1f!-/;->@[-`{-\x7f][\x00-\uffff]*/,
});

/** Blanks between the word and the end say nothing. */
export const TrailingBlanks = createToken({
	name: "TrailingBlanks",
	pattern: /[ \t\r\n]+/,
	group: Lexer.SKIPPED,
});

export const tokenTypes = [
	Keyword,
	Code,
	Word,
	First,
	Next,
	Stray,
	TrailingBlanks,
];

/**
 * Chevrotain's lexer. `read` has a faster one in front (token-producer.ts),
 * held equal to this one by a property; `explain` wants to know the place where
 * a text stops being a message and asks here. `validate` has Chevrotain check
 * the definition itself, which a test does once.
 */
export function pwordLexer(validate = false): Lexer {
	return new Lexer(
		{
			defaultMode: "keyword",
			modes: {
				keyword: [Keyword],
				code: [Code],
				word: [Word],
				afterWord: [First, Stray, TrailingBlanks],
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
