import { createToken, Lexer } from "chevrotain";

/*
 * A transcript is read line by line: what a line is shows in its first
 * character, or in its first word. Behind the mark stands free text, so there is
 * one lexer mode for each way in which it goes on. Character classes are
 * positive for the reason that the P-Word dialect gives.
 */

export const MessageMark = createToken({
	name: "MessageMark",
	label: ">",
	pattern: />/,
	push_mode: "address",
});

export const ReplyMark = createToken({
	name: "ReplyMark",
	label: "<",
	pattern: /</,
	push_mode: "address",
});

export const TimeMark = createToken({
	name: "TimeMark",
	label: "@",
	pattern: /@/,
	push_mode: "text",
});

export const HappeningMark = createToken({
	name: "HappeningMark",
	label: "!",
	pattern: /!/,
	push_mode: "text",
});

export const ClaimMark = createToken({
	name: "ClaimMark",
	label: "?",
	pattern: /\?/,
	push_mode: "claim",
});

export const CommentMark = createToken({
	name: "CommentMark",
	label: "#",
	pattern: /#/,
	push_mode: "text",
});

export const Channel = createToken({
	name: "Channel",
	label: "channel",
	pattern: /channel(?![\x00-\x08\x0a-\x1f!-\uffff])/,
	push_mode: "text",
});

/** A header's word, with a blank or the end behind it. */
export const Header = createToken({
	name: "Header",
	label: "id, model, config, seed, source or tags",
	pattern:
		/(?:id|model|config|seed|source|tags)(?![\x00-\x08\x0a-\x1f!-\uffff])/,
	push_mode: "text",
});

/** The number of a phone, glued to the mark. */
export const Address = createToken({
	name: "Address",
	label: "number",
	pattern: /[\x00-\x08\x0a-\x1f!-\uffff]+/,
});

/** The field of the state that a claim is about. */
export const Path = createToken({
	name: "Path",
	label: "path",
	pattern: /[ \t]*[\x00-\x08\x0a-\x1f!-\uffff]+/,
	push_mode: "text",
});

/** The rest of the line behind a mark or an address, from the blank on. */
export const BlankText = createToken({
	name: "BlankText",
	label: "␣ text",
	pattern: /[ \t][\x00-\uffff]*/,
});

/** The rest of the line, whatever it begins with. */
export const Text = createToken({
	name: "Text",
	label: "text",
	pattern: /[\x00-\uffff]+/,
});

/** In front of the mark. */
const Indent = createToken({
	name: "Indent",
	pattern: /[ \t]+/,
	group: Lexer.SKIPPED,
});

export const tokenTypes = [
	MessageMark,
	ReplyMark,
	TimeMark,
	HappeningMark,
	ClaimMark,
	CommentMark,
	Channel,
	Header,
	Address,
	Path,
	BlankText,
	Text,
	Indent,
];

/** `validate` has Chevrotain check the definition itself, which a test does once. */
export function transcriptLexer(validate = false): Lexer {
	return new Lexer(
		{
			defaultMode: "line",
			modes: {
				line: [
					MessageMark,
					ReplyMark,
					TimeMark,
					HappeningMark,
					ClaimMark,
					CommentMark,
					Channel,
					Header,
					Indent,
				],
				address: [BlankText, Address],
				claim: [Path],
				text: [Text],
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
