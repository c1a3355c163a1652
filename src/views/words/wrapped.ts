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
	const [first = "", ...others] = text.split(/ (?! )(?<! {2})/);
	const lines: string[] = [];
	let line = first;
	let taken = columnsOf(first);
	for (const word of others) {
		const more = columnsOf(word);
		const blank = line === "" ? "" : " ";
		if (blank !== "" && taken + 1 + more > width) {
			lines.push(line);
			line = `${" ".repeat(indent)}${word}`;
			taken = indent + more;
		} else {
			line += blank + word;
			taken += blank.length + more;
		}
	}
	return [...lines, line].join("\n");
}

/** How many columns of a terminal a text takes. */
function columnsOf(text: string): number {
	if (ONE_EACH.test(text)) return text.length;
	let sum = 0;
	for (const character of text) sum += columns(character);
	return sum;
}

/** Most texts: each of these takes one column. */
const ONE_EACH = /^[ -~]*$/;
