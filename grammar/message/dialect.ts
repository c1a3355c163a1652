import type { Rule, TokenType } from "chevrotain";
import type { Diagnostic } from "./diagnostic.ts";
import type { Message, Wording } from "./message.ts";

/**
 * The shape of one message language. `read` and `write` are inverse:
 * `wording(read(write(w)))` equals `w`, and `write(wording(read(t)))` equals
 * `t` for every canonical text, that is one without spaces to spare.
 */
export interface Dialect {
	readonly name: string;
	/** The shape in one line, for help: `PWORD CODE WORD:p1,p2`. */
	readonly shape: string;
	/**
	 * Whether its messages name a keyword. Where they do not, the keyword of every
	 * message is blank and says nothing.
	 */
	readonly hasKeyword: boolean;
	/**
	 * Whether a blank can be written: a parameter that is said and left empty. Where
	 * it cannot, parameters are only left off the end.
	 */
	readonly hasBlanks: boolean;
	/**
	 * Reads a text of any kind and length. Null when it is not built like a
	 * message of this dialect. Never throws.
	 */
	read(text: string): Message | null;
	/**
	 * Why `read` gave null. It is slower than `read`, so that the many texts that are
	 * not meant for the panel stay cheap. Call it only for texts that `read` rejects.
	 *
	 * @throws Error for a text that `read` accepts: a bug of the caller.
	 */
	explain(text: string): Diagnostic;
	/** The canonical text of a message. The texts must be free of separators. */
	write(wording: Wording): string;
	/**
	 * What a command's form looks like, for help: `USRS:user,[pin]`, or with the
	 * credentials where they stand among the parameters, `LOC:KEYWORD,CODE,reply`.
	 */
	form(word: string, slots: readonly string[]): string;
	/** The grammar as Chevrotain describes it, for EBNF and railroad diagrams. */
	grammar(): Grammar;
}

export interface Grammar {
	readonly rules: readonly Rule[];
	readonly tokens: readonly TokenType[];
}
