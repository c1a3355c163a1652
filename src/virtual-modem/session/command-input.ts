/**
 * What a program sends, byte for byte: command lines, and after a `> ` the
 * text of a message (V.250, 5.2; 3GPP TS 27.005, 3.5.1).
 */
export type Typed =
	/** A whole line that begins with AT, without the AT. */
	| { readonly kind: "commands"; readonly line: string }
	/** A line that was too long. */
	| { readonly kind: "too-long" }
	/** A line without AT; the modem does not answer it. */
	| { readonly kind: "nothing" }
	/** The text that the prompt asked for; null where it was too long. */
	| { readonly kind: "text"; readonly text: string | null }
	/** ESC instead of a text: nothing is sent. */
	| { readonly kind: "escape" };

export interface CommandInput {
	/** Takes one character (one byte); returns what it completes, if anything. */
	take(character: string): Typed | null;
	/** The next characters are a text up to Ctrl-Z. */
	expectText(): void;
	/** Whether a line or a text has begun and not ended. */
	readonly begun: boolean;
	/** Whether the next character belongs to a text. */
	readonly inText: boolean;
}

const longestLine = 2048;
const longestText = 4096;

const backspace = "\b";
const lineFeed = "\n";
const carriageReturn = "\r";
const controlZ = "\x1a";
const escapeKey = "\x1b";

export function commandInput(): CommandInput {
	let typed = "";
	let overflow = false;
	let inText = false;
	let repeatable = "";

	const clear = () => {
		typed = "";
		overflow = false;
	};

	const keep = (character: string, longest: number) => {
		if (typed.length < longest) typed += character;
		else overflow = true;
	};

	const finishLine = (): Typed => {
		const line = typed;
		const wasTooLong = overflow;
		clear();
		// What stands before the first AT is noise of a program that starts.
		const start = line.search(/at/i);
		if (start === -1) return { kind: "nothing" };
		if (wasTooLong) return { kind: "too-long" };
		repeatable = line.slice(start + 2);
		return { kind: "commands", line: repeatable };
	};

	const takeInLine = (character: string): Typed | null => {
		if (character === carriageReturn) return finishLine();
		if (character === escapeKey) clear();
		else if (character === backspace) typed = typed.slice(0, -1);
		else if (character >= " " && character !== "\x7f")
			keep(character, longestLine);
		if (typed.length !== 2 || !/^a\/$/i.test(typed)) return null;
		clear();
		return { kind: "commands", line: repeatable };
	};

	const takeInText = (character: string): Typed | null => {
		if (character === escapeKey || character === controlZ) {
			const text = overflow ? null : typed;
			clear();
			inText = false;
			return character === escapeKey
				? { kind: "escape" }
				: { kind: "text", text };
		}
		if (character === backspace) typed = typed.slice(0, -1);
		// A program that ends its command with CR LF sends this line feed.
		else if (character !== lineFeed || typed !== "")
			keep(character, longestText);
		return null;
	};

	return {
		take: (character) =>
			inText ? takeInText(character) : takeInLine(character),
		expectText() {
			clear();
			inText = true;
		},
		get begun() {
			return inText || typed !== "";
		},
		get inText() {
			return inText;
		},
	};
}
