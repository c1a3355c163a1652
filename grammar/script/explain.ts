import type { Lexer } from "chevrotain";
import { runAt } from "../message/characters.ts";
import { firstMismatch } from "../message/chevrotain-errors.ts";
import type { Diagnostic } from "../message/diagnostic.ts";
import { fault } from "../message/fault.ts";
import { headOf, namingLookalike } from "../message/lookalike.ts";
import type { Span } from "../message/span.ts";
import { scriptParser } from "./parser.ts";
import { Command, Name, Script, Secret, scriptLexer } from "./tokens.ts";

export const shape = ":cmd SECRET script NAME VAR=VAL";

const HINT = `write ${shape}`;

let lexer: Lexer | undefined;

/**
 * Why `text` is no message of this dialect; see the P-Word dialect's. What
 * stands in the secret's place is not repeated.
 *
 * @throws Error for a text that `read` accepts: there is nothing to explain.
 */
export function explain(text: string): Diagnostic {
	return namingLookalike(text, headOf(text), reason(text));
}

function reason(text: string): Diagnostic {
	lexer ??= scriptLexer();
	const mismatch = firstMismatch(text, lexer, scriptParser());
	if (mismatch === null) throw new Error("the message is well built");
	const found = runAt(text, mismatch.at);
	switch (mismatch.expected) {
		case Command.name:
			return found.start === found.end
				? fault({ start: 0, end: 0 }, "empty", "the message is empty", HINT)
				: withoutCommand(text, found);
		case Secret.name:
			return fault(found, "code", "secret: missing, nothing follows", HINT);
		case Script.name:
			return withoutScript(text, found);
		case Name.name:
			return withoutName(found);
		default:
			return variableFault(text, found);
	}
}

function withoutCommand(text: string, found: Span): Diagnostic {
	const run = text.slice(found.start, found.end);
	return run.toLowerCase() === ":cmd"
		? fault(found, "keyword", `command: small letters, this is ${run}`, HINT)
		: fault(found, "keyword", "command: it begins with :cmd", HINT);
}

function withoutScript(text: string, found: Span): Diagnostic {
	const before = text.slice(0, found.start).trimEnd();
	return before.endsWith(" script")
		? fault(found, "code", "secret: missing between :cmd and script", HINT)
		: fault(found, "word", "script: this word is due behind the secret", HINT);
}

function withoutName(found: Span): Diagnostic {
	return found.start === found.end
		? fault(found, "word", "name: missing, nothing follows script", HINT)
		: fault(
				found,
				"word",
				'name: no " or = in it, or all of it in straight quotes',
				'write script "a name"',
			);
}

/** What is wrong behind the name: it is neither a flag nor an assignment, or they are mixed. */
function variableFault(text: string, found: Span): Diagnostic {
	const run = text.slice(found.start, found.end);
	if (/^[^"=]*=$/.test(run))
		return fault(
			{ start: found.end, end: found.end },
			"value",
			"value: missing right behind the =",
			found.end < text.trimEnd().length
				? "no space stands around the ="
				: 'write var=value, or var="" for an empty one',
		);
	if (run.startsWith("="))
		return fault(
			found,
			"value",
			"variable: missing in front of the =",
			"no space stands around the =",
		);
	if (/["\u201c-\u201f]/.test(run))
		return fault(
			found,
			"value",
			"variable: quotes stand around a whole text, and are straight",
			'write var="a a"; a quote cannot stand in a text',
		);
	if (run.indexOf("=") !== run.lastIndexOf("="))
		return fault(
			found,
			"value",
			"variable: only one = without quotes",
			'write var="a=b"',
		);
	return fault(
		found,
		"value",
		"variable: all have values or none has, and here it changes",
		'a value with spaces stands in quotes: var="a a"',
	);
}
