import type { Span } from "./span.ts";

/**
 * A piece of a message and its place. The text is trimmed; the span covers the
 * trimmed text. A blank is a part too: its text is empty and its span is the
 * place right behind its separator.
 */
export interface Part extends Span {
	readonly text: string;
}

/**
 * What every dialect reads a text into. It says how a message is built and
 * nothing about what it means: no word is known or unknown here.
 */
export interface Message {
	/**
	 * The P-Word (VST, MZ-8) or keyword (CR200, Mobile). May be blank in `mobile`,
	 * always is in `plain`.
	 */
	readonly keyword: Part;
	/**
	 * Installer code, PIN or access code: ASCII digits, at least one. In `plain`
	 * it may be blank, and a reply to the question for a code is given as its
	 * digits alone, whatever stands between them.
	 */
	readonly code: Part;
	/**
	 * The command word: 1 to 8 of `A-Z 0-9 ?`. In `plain` letters in capitals, as
	 * are those of the slots, whatever the case in which they stand; blank where
	 * the text is nothing but a code.
	 */
	readonly word: Part;
	/**
	 * The parameters in order, blanks included. A colon with nothing behind it
	 * makes one blank slot (`MOD?:`), no colon makes none (`PIN?`).
	 */
	readonly slots: readonly Part[];
	/**
	 * What stands behind the word where a colon or the end was due, as in
	 * `USRS 1,1234`; null in a well-built message.
	 */
	readonly stray: Part | null;
}

/** The texts of a message without their places: what is needed to write one. */
export interface Wording {
	readonly keyword: string;
	readonly code: string;
	readonly word: string;
	readonly slots: readonly string[];
}

/** The texts of `message`, places left out. */
export function wording(message: Message): Wording {
	return {
		keyword: message.keyword.text,
		code: message.code.text,
		word: message.word.text,
		slots: message.slots.map((slot) => slot.text),
	};
}
