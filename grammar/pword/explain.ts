import type { Lexer } from "chevrotain";
import { firstMismatch } from "../chevrotain-errors.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { isBlank } from "../part.ts";
import type { Span } from "../span.ts";
import { pwordParser } from "./parser.ts";
import { Code, Keyword, pwordLexer, Word } from "./tokens.ts";

export const shape = "PWORD CODE WORD:p1,p2";

let lexer: Lexer | undefined;

/**
 * Why `text` is no message of this dialect. What was due and where comes from
 * Chevrotain; what stands there instead is looked at here, to name the slip
 * that people make. A code is never repeated in the wording, since wordings
 * end up in logs.
 *
 * @throws Error for a text that `read` accepts: there is nothing to explain.
 */
export function explain(text: string): Diagnostic {
	lexer ??= pwordLexer();
	const mismatch = firstMismatch(text, lexer, pwordParser());
	if (mismatch === null) throw new Error("the message is well built");
	const found = runAt(text, mismatch.at);
	switch (mismatch.expected) {
		case Keyword.name:
			return fault(found, "empty", "the message is empty", `write ${shape}`);
		case Code.name:
			return aboutCode(text, found);
		case Word.name:
			return aboutWord(text, found);
		default:
			throw new Error(`no words for a missing ${mismatch.expected}`);
	}
}

function aboutCode(text: string, found: Span): Diagnostic {
	const run = text.slice(found.start, found.end);
	if (run === "") {
		return fault(
			found,
			"code",
			"installer code: missing, nothing follows the P-Word",
			`write ${shape}`,
		);
	}
	const word = /^([A-Z?][A-Z0-9?]{0,7})(?::|$)/.exec(run)?.[1];
	if (word !== undefined) {
		const head = text.slice(0, found.start).trim();
		if (/^[0-9]+$/.test(head)) {
			return fault(
				runAt(text, 0),
				"keyword",
				"P-Word: missing, the message begins with a number",
				`write PWORD CODE ${word}:p1,p2`,
			);
		}
		return fault(
			found,
			"code",
			`installer code: missing in front of ${word}`,
			`write PWORD CODE ${word}:p1,p2`,
		);
	}
	if (/^\p{Nd}+$/u.test(run)) {
		return fault(
			found,
			"code",
			"installer code: digits 0 to 9, these are digits of another script",
			"full-width and other digits look alike and are different characters",
		);
	}
	const digits = /^[0-9]+/.exec(run)?.[0].length ?? 0;
	if (digits > 0) {
		return fault(
			{ start: found.start + digits, end: found.end },
			"code",
			"installer code: digits, then a space",
			"a space stands between the code and the command word",
		);
	}
	return fault(
		found,
		"code",
		"installer code: digits are due here",
		`write ${shape}`,
	);
}

function aboutWord(text: string, found: Span): Diagnostic {
	if (found.start === found.end) {
		return fault(
			found,
			"word",
			"command word: missing, nothing follows the installer code",
			`write ${shape}`,
		);
	}
	const run = text.slice(found.start, found.end);
	const letters = /^[A-Za-z0-9?]*/.exec(run)?.[0] ?? "";
	const span = { start: found.start, end: found.start + letters.length };
	const behind = run.codePointAt(letters.length);
	if (behind !== undefined && (letters === "" || behind > 127)) {
		const odd = String.fromCodePoint(behind);
		return fault(
			{ start: span.end, end: span.end + odd.length },
			"word",
			'command word: made of A to Z, 0 to 9 and "?"',
			"it is spelled like USRS or PIN?",
		);
	}
	if (letters.length > 8) {
		return fault(
			span,
			"word",
			`command word: 1 to 8 characters, this has ${letters.length}`,
			null,
		);
	}
	return fault(
		span,
		"word",
		`command word: capitals, this is ${letters}`,
		`write ${letters.toUpperCase()}`,
	);
}

/** The characters other than blanks at `at`, or behind the blanks there. */
function runAt(text: string, at: number): Span {
	let start = at;
	while (start < text.length && isBlank(text.charCodeAt(start))) start++;
	// Nothing but blanks up to the end: what is missing belongs right here.
	if (start === text.length) return { start: at, end: at };
	let end = start;
	while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
	return { start, end };
}

function fault(
	{ start, end }: Span,
	code: "empty" | "keyword" | "code" | "word",
	message: string,
	hint: string | null,
): Diagnostic {
	return {
		code: `message/${code}`,
		message,
		hint,
		parameter: null,
		start,
		end,
	};
}
