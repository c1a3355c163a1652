import { drawCaret } from "../../grammar/message/caret.ts";
import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import { shown } from "../../grammar/message/terminal-text.ts";

/** A line of a corpus that cannot be read. */
export interface CorpusFault {
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
	/** The line as it stands. */
	readonly text: string;
	readonly diagnostic: Diagnostic;
}

/**
 * FILE:LINE:COLUMN, the message, carets under the fault, and the hint. Where there is no
 * text, none is drawn.
 */
export function corpusFaultText({
	file,
	line,
	text,
	diagnostic,
}: CorpusFault): string {
	const place = `${file}:${line}:${diagnostic.start + 1}`;
	const { hint } = diagnostic;
	const drawn = drawCaret(text, { ...diagnostic, message: "" }).trimEnd();
	return [
		shown(`${place}: ${diagnostic.message}`),
		...(text.trim() === "" ? [] : [drawn]),
		...(hint === null ? [] : [hint]),
	].join("\n");
}

/** A diagnostic about a corpus and not about a message. */
export function corpusDiagnostic(
	code: string,
	message: string,
	hint: string | null,
	span: { readonly start: number; readonly end: number },
): Diagnostic {
	const { start, end } = span;
	return { code: `corpus/${code}`, message, hint, parameter: null, start, end };
}
