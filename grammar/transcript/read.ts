import type { IToken, Lexer } from "chevrotain";
import type { Diagnostic } from "../message/diagnostic.ts";
import type { Part } from "../message/message.ts";
import type { Span } from "../message/span.ts";
import { unescaped, wrongEscape } from "./escapes.ts";
import { type HeaderWord, headerWords, type TranscriptLine } from "./line.ts";
import { transcriptParser } from "./parser.ts";
import {
	Channel,
	ClaimMark,
	CommentMark,
	HappeningMark,
	Header,
	MessageMark,
	ReplyMark,
	TimeMark,
	transcriptLexer,
} from "./tokens.ts";

let lexer: Lexer | undefined;

/**
 * One line of a transcript, without its line end. Total: what is no line comes
 * back as a fault with its place.
 */
export function readLine(text: string): TranscriptLine {
	if (/^[ \t\r]*$/.test(text)) return { type: "blank" };
	const nul = text.indexOf("\0");
	if (nul !== -1) return fault(noText(nul));
	lexer ??= transcriptLexer();
	const { tokens, errors } = lexer.tokenize(text);
	const [stray] = errors;
	if (stray !== undefined) return fault(notALine(text, stray.offset));
	const parser = transcriptParser();
	const line = parser.lineOf(tokens);
	if (line === null || parser.errors.length > 0)
		return fault(incomplete(text, tokens[0]));
	const { mark, place, text: rest } = line;
	const spaced = behindOneBlank(text, mark, rest);
	const trimmed = withoutBlanks(text, mark, rest);
	switch (mark.tokenType) {
		case MessageMark: {
			const from = place === undefined ? null : partAt(text, spanOf(place));
			return checked(spaced, from, {
				type: "message",
				from: from === null ? null : resolved(from),
				text: resolved(spaced),
			});
		}
		case ReplyMark: {
			const to = place === undefined ? null : partAt(text, spanOf(place));
			return checked(isPattern(spaced) ? null : spaced, to, {
				type: "reply",
				to: to === null ? null : resolved(to),
				text: spaced,
			});
		}
		case TimeMark:
			return needed(trimmed, { type: "time", text: resolved(trimmed) });
		case HappeningMark:
			return needed(trimmed, { type: "happening", text: resolved(trimmed) });
		case Channel:
			return needed(trimmed, { type: "channel", text: resolved(trimmed) });
		case Header:
			return needed(trimmed, {
				type: "header",
				word: headerWord(mark),
				text: resolved(trimmed),
			});
		case CommentMark:
			return { type: "comment", text: resolved(spaced) };
		case ClaimMark: {
			if (trimmed.text === "") return fault(missing("value", trimmed));
			const at = withoutBlanks(text, mark, place);
			const isJson = /^["[{]/.test(trimmed.text);
			return checked(isJson ? null : trimmed, at, {
				type: "claim",
				path: resolved(at),
				value: isJson ? trimmed : resolved(trimmed),
			});
		}
		default:
			throw new TypeError(`no line begins with ${mark.tokenType.name}`);
	}
}

/** `line`, unless one of the parts that it was made of has a wrong escape. */
function checked(
	text: Part | null,
	place: Part | null,
	line: TranscriptLine,
): TranscriptLine {
	for (const part of [place, text]) {
		const wrong = part === null ? null : wrongEscape(part.text);
		if (part === null || wrong === null) continue;
		return fault({
			code: "transcript/escape",
			message: `escape: ${part.text.slice(wrong.start, wrong.end)} is none`,
			hint: "\\n, \\u{…} and \\ in front of punctuation are; a backslash is \\\\",
			parameter: null,
			start: part.start + wrong.start,
			end: part.start + wrong.end,
		});
	}
	return line;
}

function needed(text: Part, line: TranscriptLine): TranscriptLine {
	return text.text === ""
		? fault(missing("text", text))
		: checked(text, null, line);
}

/** A regular expression has escapes of its own. */
function isPattern({ text }: Part): boolean {
	return text.startsWith("/");
}

function headerWord({ image }: IToken): HeaderWord {
	const word = headerWords.find((each) => each === image);
	if (word === undefined) throw new TypeError(`no header begins with ${image}`);
	return word;
}

function fault(diagnostic: Diagnostic): TranscriptLine {
	return { type: "fault", diagnostic };
}

function missing(what: string, at: Span): Diagnostic {
	return {
		code: "transcript/missing",
		message: `${what}: missing, nothing follows`,
		hint: null,
		parameter: null,
		start: at.start,
		end: at.end,
	};
}

const SHAPES: { readonly [name: string]: string } = {
	[TimeMark.name]: "write @ +30s or @ 2026-11-20T10:00:00Z",
	[HappeningMark.name]: "write ! and what happens: ! zone 3 open",
	[ClaimMark.name]: "write ? path value: ? runtime.mode away",
	[Channel.name]: "write channel and a rule: channel loss 10%",
	[Header.name]: "write the word and its value: model vst-2752",
};

function incomplete(text: string, mark: IToken | undefined): Diagnostic {
	const end = text.trimEnd().length;
	return {
		...missing("text", { start: end, end }),
		hint: SHAPES[mark?.tokenType.name ?? ""] ?? null,
	};
}

function noText(at: number): Diagnostic {
	return {
		code: "transcript/nul",
		message: "a NUL character: this is no text",
		hint: "in a text it is written \\u{0}",
		parameter: null,
		start: at,
		end: at + 1,
	};
}

function notALine(text: string, at: number): Diagnostic {
	const run = /[^ \t]*/y;
	run.lastIndex = at;
	const found = run.exec(text)?.[0] ?? "";
	return {
		code: "transcript/line",
		message: "line: begins with neither a mark nor a header's word",
		hint: `an SMS is written "> …"; the other marks are < @ ! ? #, the words channel, ${headerWords.join(", ")}`,
		parameter: null,
		start: at,
		end: at + found.length,
	};
}

function spanOf({ startOffset, image }: IToken): Span {
	return { start: startOffset, end: startOffset + image.length };
}

function partAt(text: string, { start, end }: Span): Part {
	return { text: text.slice(start, end), start, end };
}

/** What stands behind a mark and at most one blank. */
function behindOneBlank(
	text: string,
	mark: IToken,
	rest: IToken | undefined,
): Part {
	if (rest === undefined) {
		const end = mark.startOffset + mark.image.length;
		return partAt(text, { start: end, end });
	}
	const { start, end } = spanOf(rest);
	const blank = /^[ \t]/.test(rest.image) ? 1 : 0;
	return partAt(text, { start: start + blank, end });
}

function withoutBlanks(
	text: string,
	mark: IToken,
	rest: IToken | undefined,
): Part {
	const part = behindOneBlank(text, mark, rest);
	let { start, end } = part;
	while (start < end && isBlank(text.charAt(start))) start += 1;
	while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
	return partAt(text, { start, end });
}

function isBlank(character: string): boolean {
	return character === " " || character === "\t";
}

function resolved(part: Part): Part {
	return { ...part, text: unescaped(part.text) };
}
