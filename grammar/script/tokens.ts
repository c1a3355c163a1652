import { createToken, Lexer } from "chevrotain";

/*
 * :cmd SECRET script NAME VAR=VAL …
 *
 * Each token carries the blanks in front of it. Quotes stand around a whole
 * text and cannot be escaped in it. What a text is depends on its place: one
 * lexer mode for each, so that a script may be named script.
 */

const BLANK = "[ \\t\\r\\n]";
const VISIBLE = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f!-\\uffff]";
/**
 * Neither blank nor quote nor equals sign. Quotes are the curly ones too, which
 * phones put in place of straight ones: nobody means them as letters.
 */
const BARE = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f!#-<>-\\u201b\\u2020-\\uffff]+";
/** In quotes something that is not blank, and anything around it. */
const QUOTED = `"${BLANK}*[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\uffff][\\x00-!#-\\uffff]*"`;
const TEXT = `(?:${BARE}|${QUOTED})`;
const ENDS = `(?!${VISIBLE})`;

export const Command = createToken({
	name: "Command",
	label: ":cmd",
	pattern: new RegExp(`${BLANK}*:cmd${ENDS}`),
	push_mode: "secret",
});

/** Any run of characters other than blanks. */
export const Secret = createToken({
	name: "Secret",
	label: "␣ secret",
	pattern: new RegExp(`${BLANK}+${VISIBLE}+`),
	push_mode: "script",
});

export const Script = createToken({
	name: "Script",
	label: "␣ script",
	pattern: new RegExp(`${BLANK}+script${ENDS}`),
	push_mode: "name",
});

/** The name of a script, in quotes if it has blanks. */
export const Name = createToken({
	name: "Name",
	label: "␣ name",
	pattern: new RegExp(`${BLANK}+${TEXT}${ENDS}`),
	push_mode: "variables",
});

/** A variable without a value. */
export const Flag = createToken({
	name: "Flag",
	label: "␣ variable",
	pattern: new RegExp(`${BLANK}+${TEXT}${ENDS}`),
});

/** A variable with a value, which may be empty in quotes. */
export const Assignment = createToken({
	name: "Assignment",
	label: "␣ variable=value",
	pattern: new RegExp(
		`${BLANK}+${TEXT}=(?:${BARE}|"[\\x00-!#-\\uffff]*")${ENDS}`,
	),
});

/** Blanks at the end say nothing. */
export const TrailingBlanks = createToken({
	name: "TrailingBlanks",
	pattern: /[ \t\r\n]+/,
	group: Lexer.SKIPPED,
});

export const tokenTypes = [
	Command,
	Secret,
	Script,
	Name,
	Flag,
	Assignment,
	TrailingBlanks,
];

/** Chevrotain's lexer; see `pwordLexer`. */
export function scriptLexer(validate = false): Lexer {
	return new Lexer(
		{
			defaultMode: "command",
			modes: {
				command: [Command],
				secret: [Secret, TrailingBlanks],
				script: [Script, TrailingBlanks],
				name: [Name, TrailingBlanks],
				variables: [Flag, Assignment, TrailingBlanks],
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
