import type { Message, Part } from "../message/message.ts";

/**
 * `:cmd SECRET script NAME VAR=VAL` read. It is a message like every other, so
 * that whatever shows messages shows it: the keyword is `:cmd`, the code is the
 * secret, which need not be digits, the word is the script's name without its
 * quotes, and the slots are the variables as they stand. What no other message
 * has are slots that fall into two halves, each of which may be quoted; they
 * are taken apart here, because a slot's text cannot tell `a="b=c"` from a
 * variable with two values.
 */
export interface ScriptCall extends Message {
	/** One for each slot. */
	readonly variables: readonly Variable[];
}

export interface Variable {
	/** Not empty, without its quotes. */
	readonly name: Part;
	/** Without its quotes; null where there is no `=`. Blanks in quotes are kept. */
	readonly value: Part | null;
}
