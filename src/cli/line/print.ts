import { shown } from "../../../grammar/message/terminal-text.ts";

/** Writes one line, or one JSON document, to stdout: the answer. */
export function print(answer: string | object): void {
	const line =
		typeof answer === "string"
			? terminalSafe(answer)
			: terminalSafeJson(answer, "\t");
	process.stdout.write(`${line}\n`);
}

/** Writes one object of JSON Lines to stdout. */
export function printJsonLine(object: object): void {
	process.stdout.write(`${terminalSafeJson(object)}\n`);
}

/** Writes anything but the answer to stderr. An empty text writes nothing. */
export function complain(remark: string): void {
	if (remark !== "") process.stderr.write(`${terminalSafe(remark)}\n`);
}

/**
 * A text that cannot move the cursor, hide anything or change the terminal's
 * title: names and texts of strangers are part of what is printed. Line ends and
 * the colours that we use stay. A view that makes one line of foreign text keeps
 * foreign line ends out by itself, with `shown`.
 */
export function terminalSafe(text: string): string {
	return text
		.split(OURS)
		.map((part, at) => (at % 2 === 1 ? part : shown(part)))
		.join("");
}

/**
 * JSON that says the same to a program, and orders a terminal nothing: what
 * `JSON.stringify` leaves as it is, such as the controls from U+0080 and the marks
 * that turn text around, is escaped.
 */
export function terminalSafeJson(value: unknown, indent = ""): string {
	return JSON.stringify(value, null, indent).replace(HIDDEN, (character) =>
		Array.from(
			{ length: character.length },
			(_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
		).join(""),
	);
}

/** As in `shown`; line ends and tabs of JSON stand between its texts. */
const HIDDEN = /(?![\n\t\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Line ends; picocolors' dim, red, green, yellow and their ends; a QR code's black on white and its end. */
const OURS = /(\n|\u001b\[(?:2|22|31|32|33|39|38;5;16;48;5;231|0)m)/;
