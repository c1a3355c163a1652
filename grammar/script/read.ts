import type { Lexer } from "chevrotain";
import { skipBlanks } from "../message/characters.ts";
import { scriptParser } from "./parser.ts";
import type { ScriptCall } from "./script-call.ts";
import { scriptLexer } from "./tokens.ts";

let lexer: Lexer | undefined;

/**
 * Whether a text means to be one of this dialect, in whatever capitals: a cheap
 * look, before anything is read.
 */
export function isScriptCall(text: string): boolean {
	const at = skipBlanks(text, 0);
	return (
		text.slice(at, at + 4).toLowerCase() === ":cmd" &&
		skipBlanks(text, at + 4) > at + 4
	);
}

/**
 * `:cmd SECRET script NAME [VAR[=VAL]…]` as a call, null if `text` is none.
 *
 * Blanks may repeat, and stand at both ends. NAME, VAR and VAL are runs of
 * characters without blanks, quotes and equals signs, or anything in straight
 * quotes, where no quote can be escaped. Nothing stands around the equals sign.
 * Variables all have values or none has. Capitals count, as in the original.
 */
export function read(text: string): ScriptCall | null {
	if (!isScriptCall(text)) return null;
	lexer ??= scriptLexer();
	const { tokens, errors } = lexer.tokenize(text);
	return errors.length > 0 ? null : scriptParser().messageOf(text, tokens);
}
