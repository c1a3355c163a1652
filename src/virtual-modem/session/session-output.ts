import type { SessionSettings } from "./session-settings.ts";

/** Writes what the modem says, in the form that the program chose (V.250, 5.7.1 and 6.2). */
export interface SessionOutput {
	/**
	 * What the program typed, if `+CMGS` and its like asked for a text with its
	 * Ctrl-Z: programs tell by it where the echo of a PDU ends. In a command line
	 * no control characters but carriage return and backspace, because programs
	 * compare the echo with their command. Line feeds and ESC never.
	 */
	echo(character: string, inText: boolean): void;
	/** Lines that belong together; nothing for none. */
	information(lines: readonly string[]): void;
	/** The final result of a command line. */
	result(text: string): void;
	prompt(): void;
	/** Writes in one piece, so that a program that reads once gets all of it. */
	flush(): void;
}

const numericResults: ReadonlyMap<string, string> = new Map([
	["OK", "0"],
	["ERROR", "4"],
]);

const notEchoed = {
	line: /[\0-\x07\x09-\x0c\x0e-\x1f]/,
	text: /[\n\x1b]/,
};

/** @param say writes text to the line */
export function sessionOutput(
	settings: Pick<SessionSettings, "verbose" | "quiet">,
	say: (text: string) => void,
): SessionOutput {
	let held = "";
	return {
		echo(character: string, inText: boolean) {
			if (
				inText ? notEchoed.text.test(character) : notEchoed.line.test(character)
			)
				return;
			held += character;
		},
		information(lines: readonly string[]) {
			if (lines.length === 0) return;
			const text = `${lines.join("\r\n")}\r\n`;
			held += settings.verbose ? `\r\n${text}` : text;
		},
		result(text: string) {
			if (settings.quiet) return;
			if (settings.verbose) held += `\r\n${text}\r\n`;
			else held += `${numericResults.get(text) ?? text}\r`;
		},
		prompt() {
			held += "\r\n> ";
		},
		flush() {
			if (held === "") return;
			say(held);
			held = "";
		},
	};
}
