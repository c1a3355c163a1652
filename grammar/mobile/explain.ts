import type { Lexer } from "chevrotain";
import { skipBlanks } from "../message/characters.ts";
import { firstMismatch } from "../message/chevrotain-errors.ts";
import type { Diagnostic } from "../message/diagnostic.ts";
import { codeFault, fault, wordFault } from "../message/fault.ts";
import { headOf, namingLookalike } from "../message/lookalike.ts";
import { partBetween } from "../message/part.ts";
import { mobileParser } from "./parser.ts";
import { Code, Keyword, mobileLexer, Word } from "./tokens.ts";

export const shape = "WORD:KEYWORD,CODE,p1,p2";

let lexer: Lexer | undefined;

/**
 * Why `text` is no message of this dialect; see the P-Word dialect's.
 *
 * @throws Error for a text that `read` accepts: there is nothing to explain.
 */
export function explain(text: string): Diagnostic {
	return namingLookalike(text, headOf(text), reason(text));
}

function reason(text: string): Diagnostic {
	lexer ??= mobileLexer();
	const mismatch = firstMismatch(text, lexer, mobileParser());
	if (mismatch === null) throw new Error("the message is well built");
	switch (mismatch.expected) {
		case Word.name:
			return withoutWord(text);
		case Keyword.name:
			return withoutKeyword(text, mismatch.at);
		case Code.name:
			return withoutCode(text, mismatch.at);
		default:
			throw new Error(`no words for a missing ${mismatch.expected}`);
	}
}

function withoutWord(text: string): Diagnostic {
	const start = skipBlanks(text, 0);
	return start === text.length
		? fault(
				{ start: 0, end: 0 },
				"empty",
				"the message is empty",
				`write ${shape}`,
			)
		: wordFault(text, start);
}

/** The word is there and no colon follows: at `at` or behind the blanks there. */
function withoutKeyword(text: string, at: number): Diagnostic {
	return fault(
		{ start: at, end: at },
		"keyword",
		skipBlanks(text, at) === text.length
			? "keyword: missing, nothing follows the command word"
			: "keyword: a colon stands between the command word and it",
		`write ${shape}`,
	);
}

/** At `at` stands the comma of something that is no code, or the text ends. */
function withoutCode(text: string, at: number): Diagnostic {
	const comma = text.indexOf(",", at + 1);
	const found = partBetween(text, at + 1, comma === -1 ? text.length : comma);
	if (at === text.length) {
		return fault(
			{ start: at, end: at },
			"code",
			"access code: missing, no comma follows the keyword",
			`write ${shape}`,
		);
	}
	return found.text === ""
		? fault(found, "code", "access code: missing", `write ${shape}`)
		: codeFault("access code", text, found, "a comma or the end", shape);
}
