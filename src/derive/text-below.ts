import { skipBlanks } from "../../grammar/message/characters.ts";
import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import type { DiagnosticCode } from "../parameters/diagnostic-codes.ts";

/**
 * The line break that makes a message wrong, where all above it would be right: a
 * phone has put a signature below. Null where that is not what is wrong.
 * @param isRight whether a text would be a right message; asked once
 */
export function textBelow(
	text: string,
	isRight: (above: string) => boolean,
): Diagnostic<DiagnosticCode> | null {
	const begin = skipBlanks(text, 0);
	const start = begin + text.slice(begin).search(/[\r\n]/);
	if (start < begin || skipBlanks(text, start) === text.length) return null;
	if (!isRight(text.slice(0, start))) return null;
	return {
		code: "message/below",
		message: "the message ends here, this is a line break",
		hint: "what stands below it, such as a signature, is read as part of it",
		start,
		end: start + 1,
		parameter: null,
	};
}

/**
 * What makes a message wrong that would be right up to a PIN at its end: a word of thanks,
 * an emoji. Null where that is not what is wrong.
 * @param isRight whether a text would be a right message with a PIN; asked once
 */
export function textBehindPin(
	text: string,
	isRight: (before: string) => boolean,
): Diagnostic<DiagnosticCode> | null {
	const pin = PIN_IN_TEXT.exec(text);
	if (pin === null) return null;
	const before = pin.index + pin[0].length;
	const start = skipBlanks(text, before);
	const end = text.trimEnd().length;
	if (start >= end || !isRight(text.slice(0, before))) return null;
	return {
		code: "message/below",
		message: "the message ends with the PIN, this stands behind it",
		hint: null,
		start,
		end,
		parameter: null,
	};
}

/** Four digits behind a word. */
const PIN_IN_TEXT = /(?<=\S\s+)(?<!\S)[0-9]{4}(?![0-9])/;
