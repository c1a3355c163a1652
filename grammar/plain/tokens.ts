import { createToken, Lexer } from "chevrotain";

/*
 * ARM FORCE 1234
 *
 * Words between blanks, as people text them. Each token carries the blanks in
 * front of it. Letters are those of ASCII in either case and nothing else: what
 * counts as a letter, and what its capital is, must not depend on where the
 * panel stands.
 */

/** Six digits of an authenticator and four of a PIN: the whole text. */
export const CodeReply = createToken({
	name: "CodeReply",
	label: "one-time code and PIN",
	pattern:
		/[ \t\r\n]*[0-9](?:[ \t\r\n-]*[0-9]){9}(?![ \t\r\n]*[\x00-\x08\x0b\x0c\x0e-\x1f!-\uffff])/,
	push_mode: "end",
});

/** Four digits in front of the word. */
export const Pin = createToken({
	name: "Pin",
	label: "PIN",
	pattern: /[ \t\r\n]*[0-9]{4}(?![\x00-\x08\x0b\x0c\x0e-\x1f!-\uffff])/,
});

/** Letters with a blank or the end behind them. */
export const Word = createToken({
	name: "Word",
	label: "word",
	pattern: /[ \t\r\n]*[A-Za-z]+(?![\x00-\x08\x0b\x0c\x0e-\x1f!-\uffff])/,
	push_mode: "behindWord",
});

/** Four digits at the end of the text. */
export const LastPin = createToken({
	name: "LastPin",
	label: "␣ PIN",
	pattern:
		/[ \t\r\n]+[0-9]{4}(?![ \t\r\n]*[\x00-\x08\x0b\x0c\x0e-\x1f!-\uffff])/,
});

/** Any run of characters other than blanks. */
export const Next = createToken({
	name: "Next",
	label: "␣ more",
	pattern: /[ \t\r\n]+[\x00-\x08\x0b\x0c\x0e-\x1f!-\uffff]+/,
});

/** Blanks at the end say nothing. */
export const TrailingBlanks = createToken({
	name: "TrailingBlanks",
	pattern: /[ \t\r\n]+/,
	group: Lexer.SKIPPED,
});

export const tokenTypes = [CodeReply, Pin, Word, LastPin, Next, TrailingBlanks];

/** Chevrotain's lexer; see `pwordLexer`. */
export function plainLexer(validate = false): Lexer {
	return new Lexer(
		{
			defaultMode: "start",
			modes: {
				start: [CodeReply, Pin, Word, TrailingBlanks],
				behindWord: [LastPin, Next, TrailingBlanks],
				end: [TrailingBlanks],
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
