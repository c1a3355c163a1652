import type { Span } from "./span.ts";

/**
 * A piece of a message and its place. The text is trimmed; the span covers the
 * trimmed text. A blank is a part too: its text is empty and its span is the
 * place right behind its separator.
 */
export interface Part extends Span {
	readonly text: string;
}

/** One command of a text. */
export interface Call {
	/**
	 * The command word: 1 to 8 of `A-Z 0-9 ?`; the languages of other makers have
	 * characters of their own, and where each command has its own form this is the
	 * command's name. In `plain` letters in capitals, as are those of the slots,
	 * whatever the case in which they stand; blank where the text is nothing but a
	 * code.
	 */
	readonly word: Part;
	/** A number that belongs to the word: `3` of `OUT.3`. */
	readonly index?: Part;
	/** The sign that asks for a value: `?` of `ARM?`. */
	readonly ask?: Part;
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

/**
 * What every dialect reads a text into: its credentials and its first command, and
 * the others where there are any. It says how a message is built and nothing about
 * what it means: no word is known or unknown here.
 */
export interface Message extends Call {
	/**
	 * The P-Word (VST, MZ-8) or keyword (CR200, Mobile). May be blank in `mobile`,
	 * always is in `plain`.
	 */
	readonly keyword: Part;
	/**
	 * Installer code, PIN or access code: ASCII digits, at least one. In `plain`
	 * it may be blank, and a reply to the question for a code is given as its
	 * digits alone, whatever stands between them. Other makers' codes may have
	 * letters, and may be left off.
	 */
	readonly code: Part;
	/** What asks for a reply: `CRQ`, where a language has that. */
	readonly confirm?: Part;
	/** The commands behind the first, in languages that take several in one text. */
	readonly more?: readonly Call[];
}

/** Every command of a message, in order. */
export function callsOf(message: Message): readonly Call[] {
	return message.more === undefined ? [message] : [message, ...message.more];
}

/** The texts of a command without their places. */
export interface CallWording {
	readonly word: string;
	readonly index?: string;
	readonly ask?: true;
	readonly slots: readonly string[];
}

/** The texts of a message without their places: what is needed to write one. */
export interface Wording extends CallWording {
	readonly keyword: string;
	readonly code: string;
	readonly confirm?: true;
	readonly more?: readonly CallWording[];
}

/** The texts of `message`, places left out. */
export function wording(message: Message): Wording {
	const { keyword, code, confirm, more } = message;
	return {
		keyword: keyword.text,
		code: code.text,
		...callWording(message),
		...(confirm === undefined ? {} : { confirm: true }),
		...(more === undefined ? {} : { more: more.map(callWording) }),
	};
}

function callWording({ word, index, ask, slots }: Call): CallWording {
	return {
		word: word.text,
		...(index === undefined ? {} : { index: index.text }),
		...(ask === undefined ? {} : { ask: true }),
		slots: slots.map((slot) => slot.text),
	};
}
