import type { SessionSettings } from "./session-settings.ts";

/** Writes what the modem says, in the form that the program chose (V.250, 5.7.1 and 6.2). */
export interface SessionOutput {
	/**
	 * What the program typed, with the Ctrl-Z that ends a message: programs tell
	 * by it where the echo of a PDU ends. Line feeds and ESC are not echoed.
	 */
	echo(character: string): void;
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

/** @param say writes text to the line */
export function sessionOutput(
	settings: Pick<SessionSettings, "verbose" | "quiet">,
	say: (text: string) => void,
): SessionOutput {
	let held = "";
	return {
		echo(character: string) {
			if (character !== "\n" && character !== "\x1b") held += character;
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
