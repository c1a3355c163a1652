import type { Lexer } from "chevrotain";
import { characterName } from "../message/character-name.ts";
import { runAt } from "../message/characters.ts";
import { firstMismatch } from "../message/chevrotain-errors.ts";
import type { Diagnostic } from "../message/diagnostic.ts";
import { codeFault, fault, wordFault } from "../message/fault.ts";
import { headOf, namingLookalike } from "../message/lookalike.ts";
import type { Span } from "../message/span.ts";
import { pwordParser } from "./parser.ts";
import { Code, Keyword, pwordLexer, Word } from "./tokens.ts";

export const shape = "PWORD CODE WORD:p1,p2";

let lexer: Lexer | undefined;

/**
 * Why `text` is no message of this dialect. What was due and where comes from
 * Chevrotain; what stands there instead is looked at here, to name the slip
 * that people make.
 *
 * @throws Error for a text that `read` accepts: there is nothing to explain.
 */
export function explain(text: string): Diagnostic {
	return namingLookalike(text, headOf(text), reason(text));
}

function reason(text: string): Diagnostic {
	lexer ??= pwordLexer();
	const mismatch = firstMismatch(text, lexer, pwordParser());
	if (mismatch === null) throw new Error("the message is well built");
	const found = runAt(text, mismatch.at);
	switch (mismatch.expected) {
		case Keyword.name:
			return fault(found, "empty", "the message is empty", `write ${shape}`);
		case Code.name:
			return withoutCode(text, found);
		case Word.name:
			return withoutWord(text, found);
		default:
			throw new Error(`no words for a missing ${mismatch.expected}`);
	}
}

function withoutCode(text: string, found: Span): Diagnostic {
	const glued = gluedCode(text);
	if (glued !== null && !/^[0-9]/.test(text.slice(found.start))) return glued;
	if (found.start === found.end) {
		return fault(
			found,
			"code",
			"installer code: missing, nothing follows the P-Word",
			`write ${shape}`,
		);
	}
	const run = text.slice(found.start, found.end);
	const word = /^([A-Z?][A-Z0-9?]{0,7})(?::|$)/.exec(run)?.[1];
	if (word === undefined) {
		return codeFault("installer code", text, found, "a space", shape);
	}
	const keyword = runAt(text, 0);
	if (/^[0-9]+$/.test(text.slice(keyword.start, keyword.end))) {
		return fault(
			keyword,
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

/** A code that no space parts from the P-Word, as in `PROG;7982`; null where there is none. */
function gluedCode(text: string): Diagnostic | null {
	const keyword = runAt(text, 0);
	const run = text.slice(keyword.start, keyword.end);
	const [, word = "", sign = ""] =
		/^([A-Za-z]+)([^A-Za-z0-9]?)[0-9]{4}(?![0-9])/u.exec(run) ?? [];
	if (word === "") return null;
	const start = keyword.start + word.length;
	const due = "P-Word: a space is due behind it";
	return fault(
		{ start, end: start + sign.length },
		"code",
		sign === "" ? due : `${due}, this is ${characterName(sign)}`,
		`write ${shape}`,
	);
}

function withoutWord(text: string, found: Span): Diagnostic {
	if (found.start === found.end) {
		return fault(
			found,
			"word",
			"command word: missing, nothing follows the installer code",
			`write ${shape}`,
		);
	}
	return wordFault(text, found.start);
}
