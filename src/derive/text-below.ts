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
		...{ start, end: start + 1 },
		parameter: null,
	};
}
