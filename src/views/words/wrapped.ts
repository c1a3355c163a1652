import { columns } from "../../../grammar/message/terminal-text.ts";

/** A table is never narrower or wider than this. */
const NARROWEST = 60;
const WIDEST = 200;

/** The width that a table may take on a terminal; a stream that is none has no limit. */
export function tableWidth(terminal: number | undefined): number {
	if (terminal === undefined || !Number.isSafeInteger(terminal)) return WIDEST;
	return Math.min(Math.max(terminal, NARROWEST), WIDEST);
}

/**
 * Words in lines of at most `width` columns. The lines after the first begin with
 * `indent` spaces. A word that is longer than a line has one of its own.
 */
export function wrapped(text: string, width: number, indent = 0): string {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/ (?! )(?<! {2})/)) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && columnsOf(longer) > width) {
			lines.push(line);
			line = `${" ".repeat(indent)}${word}`;
		} else line = longer;
	}
	return [...lines, line].join("\n");
}

/** How many columns of a terminal a text takes. */
function columnsOf(text: string): number {
	let sum = 0;
	for (const character of text) sum += columns(character);
	return sum;
}
